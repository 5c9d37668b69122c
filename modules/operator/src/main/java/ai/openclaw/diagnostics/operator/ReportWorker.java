package ai.openclaw.diagnostics.operator;

import ai.openclaw.diagnostics.http.route.HttpResponses;
import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/**
 * Puts reports together on a separate thread, one after the other, and answers requests with them: of a report the event loop
 * only sends bytes. The thread ends with Vert.x.
 */
final class ReportWorker {

    private static final System.Logger LOG = System.getLogger(ReportWorker.class.getName());

    private final String report;
    private final WorkerExecutor worker;

    /**
     * Makes a worker.
     *
     * @param report what it puts together, for the log and in the name of the thread: "status"
     */
    ReportWorker(Vertx vertx, String report) {
        this.report = report;
        this.worker =
                vertx.createSharedWorkerExecutor("diagnostics-" + report + "-" + System.identityHashCode(this), 1);
    }

    /** Makes a report; the result, JSON in UTF-8, is there on the worker's thread. Any thread may ask. */
    Future<byte[]> make(Supplier<JsonObject> content) {
        Promise<byte[]> made = Promise.promise(); // of no event loop: each request goes to its own in one step
        worker.executeBlocking(
                        () -> {
                            made.complete(content.get().encode().getBytes(StandardCharsets.UTF_8));
                            return null;
                        },
                        false)
                .onFailure(made::tryFail);
        return made.future();
    }

    /** Answers a request with a report once that is there. On the event loop of the request. */
    void answer(RoutingContext context, Future<byte[]> made) {
        Context eventLoop = context.vertx().getOrCreateContext();
        made.onComplete(result -> eventLoop.runOnContext(onLoop -> answer(context, result)));
    }

    private void answer(RoutingContext context, AsyncResult<byte[]> made) {
        if (context.response().closed()) {
            return; // the caller gave up
        }
        if (made.succeeded()) {
            HttpResponses.json(context, 200, made.result());
        } else {
            LOG.log(System.Logger.Level.ERROR, "The " + report + " report could not be put together", made.cause());
            context.fail(500, made.cause());
        }
    }
}
