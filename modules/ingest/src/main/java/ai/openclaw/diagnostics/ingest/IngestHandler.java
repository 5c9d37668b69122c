package ai.openclaw.diagnostics.ingest;

import ai.openclaw.diagnostics.http.route.HttpResponses;
import ai.openclaw.diagnostics.http.route.OperatorScope;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.atomic.AtomicLong;

/** Answers a request that has been authenticated: may this user write, is it a POST, is there room, then the batch. */
final class IngestHandler implements Handler<RoutingContext> {

    private static final System.Logger LOG = System.getLogger(IngestHandler.class.getName());

    private final WorkerExecutor worker;
    private final BatchRecorder recorder;
    private final PendingBodies pending = new PendingBodies();
    private final AtomicLong refused = new AtomicLong();
    private final AtomicLong busy = new AtomicLong();

    IngestHandler(WorkerExecutor worker, BatchRecorder recorder) {
        this.worker = worker;
        this.recorder = recorder;
    }

    @Override
    public void handle(RoutingContext context) {
        if (!OperatorScope.WRITE.admits(context)) {
            return;
        }
        if (!context.request().method().equals(HttpMethod.POST)) {
            context.response().putHeader(HttpHeaders.ALLOW, "POST");
            HttpResponses.text(context, 405, "Method Not Allowed");
        } else {
            admit(context);
        }
    }

    private void admit(RoutingContext context) {
        try {
            Batch batch = Batch.of(context.request().headers());
            PendingBodies.Room room = pending.reserve(context.request());
            if (room == null) {
                tooBusy(context);
            } else {
                take(context, batch, room);
            }
        } catch (IngestException e) {
            fail(context, e);
        }
    }

    /** The room is kept until the batch is recorded, even if its sender is gone by then. */
    private void take(RoutingContext context, Batch batch, PendingBodies.Room room) {
        BatchBody.read(context, room.size())
                .compose(body -> record(batch, body))
                .onComplete(done -> room.release())
                .onComplete(answer -> answer(context, answer), failure -> fail(context, failure));
    }

    /** One worker thread, first come, first served: batches of a stream stay in order. */
    private Future<String> record(Batch batch, BatchBody body) {
        return worker.executeBlocking(() -> recorder.record(batch, body.join()), false);
    }

    private static void answer(RoutingContext context, String json) {
        if (!context.response().closed()) {
            HttpResponses.json(context, 200, json);
        }
    }

    private void tooBusy(RoutingContext context) {
        busy.incrementAndGet();
        context.response().putHeader(HttpHeaders.RETRY_AFTER, "1");
        refuse(context, 503, "Too many batches at once. Please try again later.");
    }

    private void fail(RoutingContext context, Throwable failure) {
        refused.incrementAndGet();
        if (failure instanceof IngestException refusal) {
            refuse(context, refusal.status(), String.valueOf(refusal.getMessage()));
        } else {
            LOG.log(System.Logger.Level.ERROR, "A batch of events could not be recorded", failure);
            refuse(context, 500, "Internal Server Error");
        }
    }

    /** What is left of the body is not waited for: the connection ends with the answer. */
    private static void refuse(RoutingContext context, int status, String message) {
        if (context.response().ended() || context.response().closed()) {
            return;
        }
        if (!context.request().isEnded()) {
            context.response().putHeader(HttpHeaders.CONNECTION, "close");
        }
        HttpResponses.text(context, status, message);
    }

    IngestStatus status() {
        return recorder.status(refused.get(), busy.get());
    }
}
