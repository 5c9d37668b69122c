package ai.openclaw.diagnostics.ingest;

import ai.openclaw.diagnostics.events.DiagnosticsChannel;
import ai.openclaw.diagnostics.events.Rejections;
import ai.openclaw.diagnostics.http.route.CanonicalPath;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.AuthenticationHandler;

/**
 * The endpoint that other processes send events to: {@value #PATH}, for callers with the scope {@code operator.write}.
 *
 * <p>A request is a POST of NDJSON, one event a line as {@link ai.openclaw.diagnostics.events.EventDecoder} reads it, gzip if
 * {@code Content-Encoding} says so, of at most 8 MiB, 10,000 lines and 1 MiB a line. {@code X-Stream-Id} names one life of the sender and
 * {@code X-Batch} counts its batches from 1 on; a batch that was taken before is acknowledged and not recorded again. The
 * optional {@code X-Dropped-Events} says how many events the sender has dropped so far.
 *
 * <p>What the metadata says of an event's trust is believed: the operator let the sender in.
 *
 * <p>Mounting is for the thread that sets up the router; requests are served on their own event loops, and nothing is decoded
 * on one.
 */
public final class IngestRoute {

    /** The path of the endpoint, matched in any spelling that has this canonical path, and in any case. */
    public static final String PATH = "/api/diagnostics/events";

    private final Vertx vertx;
    private final WorkerExecutor worker;
    private final IngestHandler handler;

    private IngestRoute(Vertx vertx, DiagnosticsChannel channel, Rejections rejections) {
        this.vertx = vertx;
        this.worker = vertx.createSharedWorkerExecutor("diagnostics-ingest-" + System.identityHashCode(this), 1);
        this.handler = new IngestHandler(worker, new BatchRecorder(channel, rejections));
    }

    /**
     * Returns an endpoint that publishes on a channel.
     *
     * @param rejections counts fields of the wrong type
     */
    public static IngestRoute of(Vertx vertx, DiagnosticsChannel channel, Rejections rejections) {
        return new IngestRoute(vertx, channel, rejections);
    }

    /**
     * Mounts the endpoint on a router.
     *
     * @param authentication puts the caller's user with its authorizations into the context, or fails the request; it decides
     *     about every request to the path, whatever the method
     * @return the mounted route; {@link Route#remove()} takes it off
     */
    public Route mount(Router router, AuthenticationHandler authentication) {
        Router guarded = Router.router(vertx);
        guarded.route().handler(authentication).handler(handler);
        return router.route().handler(context -> {
            if (CanonicalPath.matches(PATH, context.request().path())) {
                context.request().pause(); // an authentication may take its time; the body waits
                context.addEndHandler(answered -> context.request().resume());
                guarded.handleContext(context);
            } else {
                context.next();
            }
        });
    }

    /** Returns what came in since the start. Any thread; waits at most for the batch that is being recorded. */
    public IngestStatus status() {
        return handler.status();
    }

    /** Ends the worker thread; batches that were not begun are not recorded and not acknowledged. */
    public Future<Void> close() {
        return worker.close();
    }
}
