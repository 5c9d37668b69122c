package ai.openclaw.diagnostics.http.route;

import ai.openclaw.diagnostics.http.exposition.Exposition;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Has bodies rendered on a thread of its own: one at a time, shared by all who asked for the same before it began.
 *
 * <p>Whoever asks while one is being rendered gets the next one, so that a body always holds what was recorded before it
 * was asked for. The thread is not one of the Gateway's workers, which may all be busy just when somebody wants to know
 * why. Any thread may ask.
 */
final class Renderer {

    private final Exposition exposition;
    private final WorkerExecutor worker;
    private final Map<Variant, Promise<byte[]>> asked = new LinkedHashMap<>(); // guarded by this
    private boolean rendering; // guarded by this

    /** Made in the context of a verticle, it ends with it. */
    Renderer(Vertx vertx, Exposition exposition) {
        this.exposition = exposition;
        this.worker = vertx.createSharedWorkerExecutor("openclaw-exposition", 1);
    }

    /** Returns a body rendered from now on; it must not be changed, since others get the same. */
    synchronized Future<byte[]> ask(Variant variant) {
        Future<byte[]> body =
                asked.computeIfAbsent(variant, it -> Promise.promise()).future();
        if (!rendering) {
            next();
        }
        return body;
    }

    private synchronized void next() {
        rendering = !asked.isEmpty();
        if (rendering) {
            Variant variant = asked.keySet().iterator().next();
            Promise<byte[]> body = asked.remove(variant);
            worker.executeBlocking(() -> exposition.render(variant.format(), variant.encoding()), false)
                    .onComplete(result -> {
                        next();
                        body.handle(result);
                    });
        }
    }
}
