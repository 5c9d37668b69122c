package ai.openclaw.diagnostics.ingest;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/** Collects the body of one request, on its event loop, within the room that was reserved for it and within a deadline. */
final class BatchBody {

    private final Buffer collected = Buffer.buffer();
    private final Promise<byte[]> promise = Promise.promise();
    private final int maxBytes;

    private BatchBody(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** Returns the body, or fails with an {@link IngestException}: 413 if it is too large, 408 if it takes too long. */
    static Future<byte[]> read(RoutingContext context, int maxBytes) {
        BatchBody body = new BatchBody(maxBytes);
        HttpServerRequest request = context.request();
        long timer = context.vertx()
                .setTimer(IngestLimits.BODY_TIMEOUT_MS, late -> body.refuse(408, "The body took too long."));
        request.handler(body::add);
        request.endHandler(end -> body.promise.tryComplete(body.collected.getBytes()));
        request.exceptionHandler(gone -> body.refuse(400, "The body is not complete."));
        if ("100-continue".equalsIgnoreCase(request.getHeader("Expect"))) {
            request.response().writeContinue();
        }
        request.resume();
        return body.promise.future().onComplete(done -> context.vertx().cancelTimer(timer));
    }

    private void add(Buffer part) {
        if (promise.future().isComplete()) {
            return;
        }
        if (collected.length() + part.length() > maxBytes) {
            promise.tryFail(BatchText.tooLarge());
        } else {
            collected.appendBuffer(part);
        }
    }

    private void refuse(int status, String message) {
        promise.tryFail(new IngestException(status, message));
    }
}
