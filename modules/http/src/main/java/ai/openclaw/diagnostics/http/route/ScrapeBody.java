package ai.openclaw.diagnostics.http.route;

import ai.openclaw.diagnostics.http.exposition.ByteSink;
import ai.openclaw.diagnostics.http.exposition.Exposition;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * The body of a scrape, rendered on a worker thread: one rendering at a time, shared by all who asked before it began.
 *
 * <p>Whoever asks while one is being rendered gets the next one, so that a body always holds what was recorded before
 * it was asked for. Any thread may ask.
 */
final class ScrapeBody {

    private final Vertx vertx;
    private final Exposition exposition;
    private final ByteSink sink = ByteSink.create();
    private boolean rendering; // guarded by this
    private @Nullable Promise<Buffer> next; // guarded by this

    ScrapeBody(Vertx vertx, Exposition exposition) {
        this.vertx = vertx;
        this.exposition = exposition;
    }

    String contentType() {
        return exposition.contentType();
    }

    /** Returns a body rendered from now on; it must not be changed, since others get the same. */
    synchronized Future<Buffer> ask() {
        if (next == null) {
            next = Promise.promise();
        }
        Future<Buffer> body = next.future();
        if (!rendering) {
            begin();
        }
        return body;
    }

    private synchronized void begin() {
        Promise<Buffer> waiting = next;
        next = null;
        rendering = waiting != null;
        if (waiting != null) {
            vertx.executeBlocking(this::render, false).onComplete(result -> {
                begin();
                if (result.succeeded()) {
                    waiting.complete(result.result());
                } else {
                    waiting.fail(result.cause());
                }
            });
        }
    }

    private Buffer render() {
        sink.clear();
        exposition.writeTo(sink);
        return Buffer.buffer(sink.length()).appendBytes(sink.array(), 0, sink.length());
    }
}
