package ai.openclaw.diagnostics.http.route;

import ai.openclaw.diagnostics.http.exposition.Body;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/**
 * Writes a body in slices, the next one when the client has taken the last: a slow client holds one slice and no thread, a
 * fast one holds the event loop for some slices at a time. For the event loop of the response.
 */
final class BodyWriter {

    /** How much is written at once. */
    static final int SLICE_BYTES = 64 * 1024;

    /** How long a client may take nothing of a body. */
    private static final long PROGRESS_MS = 10_000;

    private static final int SLICES_PER_TICK = 12;
    private static final Body NOTHING = Body.of(new byte[0]);

    private final Vertx vertx;
    private final HttpServerResponse response;
    private final Runnable whenGivenUp;
    private Body body;
    private int slices;
    private int part;
    private int partSent;
    private boolean scheduled;
    private int slicesAtLastCheck = -1;

    private BodyWriter(Vertx vertx, HttpServerResponse response, Body body, Runnable whenGivenUp) {
        this.vertx = vertx;
        this.response = response;
        this.body = body;
        this.whenGivenUp = whenGivenUp;
    }

    /**
     * Begins to write a body; the response ends with it, or is given up: after {@code limitMs}, or when the client takes
     * nothing for ten seconds. A connection on which a slice is stuck is then closed by its server's stall timeout.
     *
     * @param whenGivenUp what to do then, beside closing the connection
     */
    static BodyWriter begin(RoutingContext context, Body body, long limitMs, Runnable whenGivenUp) {
        BodyWriter writer = new BodyWriter(context.vertx(), context.response(), body, whenGivenUp);
        long limit = context.vertx().setTimer(limitMs, expired -> writer.giveUp());
        long progress = context.vertx().setPeriodic(PROGRESS_MS, expired -> writer.checkProgress());
        context.addEndHandler(ended -> {
            context.vertx().cancelTimer(limit);
            context.vertx().cancelTimer(progress);
        });
        context.response().drainHandler(drained -> writer.writeNext());
        writer.write();
        return writer;
    }

    private void write() {
        scheduled = false;
        if (part == body.parts() || response.closed()) {
            return;
        }
        Buffer slice = nextSlice();
        if (part == body.parts()) {
            // ended only when it is sent: a server that shuts down cuts what was ended but not sent yet
            response.write(slice).onSuccess(taken -> response.end());
        } else {
            response.write(slice);
            if (!response.writeQueueFull()) { // else the drain handler goes on
                writeNext();
            }
        }
    }

    private Buffer nextSlice() {
        byte[] bytes = body.part(part);
        int count = Math.min(SLICE_BYTES, bytes.length - partSent);
        Buffer slice = Buffer.buffer(count).appendBytes(bytes, partSent, count);
        slices++;
        partSent += count;
        if (partSent == bytes.length) {
            part++;
            partSent = 0;
        }
        return slice;
    }

    /**
     * Has the next slice written. Tasks that tasks make are run before anything else, so that a client that takes all at
     * once would hold the event loop for the whole body: every so often the next slice waits for the clock.
     */
    private void writeNext() {
        if (scheduled) {
            return;
        }
        scheduled = true;
        if (slices % SLICES_PER_TICK == 0) {
            vertx.setTimer(1, tick -> write());
        } else {
            vertx.runOnContext(turn -> write());
        }
    }

    private void checkProgress() {
        if (slices == slicesAtLastCheck) {
            giveUp();
        }
        slicesAtLastCheck = slices;
    }

    /** Forgets the body and closes the connection; once. */
    void giveUp() {
        if (body != NOTHING) {
            body = NOTHING; // a slice that is due finds nothing left
            part = body.parts();
            whenGivenUp.run();
            response.reset();
        }
    }
}
