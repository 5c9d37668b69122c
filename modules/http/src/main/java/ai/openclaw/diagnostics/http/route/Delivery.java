package ai.openclaw.diagnostics.http.route;

import ai.openclaw.diagnostics.http.exposition.Body;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/**
 * Sends a body in slices, the next one when the client has taken the last: a slow client holds one slice of its own and no
 * thread, a quick one the event loop for some slices. On the event loop of the response.
 */
final class Delivery {

    private static final int SLICE = 128 * 1024;
    private static final int SLICES_A_TURN = 6;
    private static final Body NOTHING = Body.of(new byte[0]);

    private final Vertx vertx;
    private final HttpServerResponse response;
    private Body body;
    private int slices;
    private int part;
    private int partSent;
    private boolean scheduled;

    private Delivery(Vertx vertx, HttpServerResponse response, Body body) {
        this.vertx = vertx;
        this.response = response;
        this.body = body;
    }

    /**
     * Sends the body and ends the response, or gives it up after so many milliseconds. The connection of a client who
     * reads nothing is then closed as soon as it takes the slice that is under way; what ends one that never does is its
     * server's idle timeout.
     *
     * @param givenUp what to do then
     */
    static void of(RoutingContext context, Body body, long limitMs, Runnable givenUp) {
        Delivery delivery = new Delivery(context.vertx(), context.response(), body);
        long timer = context.vertx().setTimer(limitMs, expired -> {
            delivery.giveUp();
            givenUp.run();
        });
        context.addEndHandler(ended -> context.vertx().cancelTimer(timer));
        context.response().drainHandler(drained -> delivery.sendNext());
        delivery.send();
    }

    private void send() {
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
            if (!response.writeQueueFull()) { // else it is the drain handler who goes on
                sendNext();
            }
        }
    }

    private Buffer nextSlice() {
        byte[] bytes = body.part(part);
        int count = Math.min(SLICE, bytes.length - partSent);
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
     * Has the next slice sent. Tasks that tasks make are run before anything else, so that a client who takes all at once
     * would hold the event loop for the whole body: every so often the next slice waits for the clock.
     */
    private void sendNext() {
        if (scheduled) {
            return;
        }
        scheduled = true;
        if (slices % SLICES_A_TURN == 0) {
            vertx.setTimer(1, tick -> send());
        } else {
            vertx.runOnContext(turn -> send());
        }
    }

    private void giveUp() {
        body = NOTHING; // a slice that is due finds nothing left
        part = body.parts();
        response.reset();
    }
}
