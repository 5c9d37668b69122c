package ai.openclaw.diagnostics.ingest;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;

/**
 * Collects the body of one request, on its event loop, within the room that was reserved for it and within a deadline. It is kept
 * in blocks, so that the loop copies no more than what has just arrived; {@link #join()} is for the thread that records.
 */
final class BatchBody {

    private static final int BLOCK_BYTES = 16 << 10;

    private final List<Buffer> blocks = new ArrayList<>();
    private final Promise<BatchBody> promise = Promise.promise();
    private final int maxBytes;
    private int size;

    private BatchBody(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** Returns the body, or fails with an {@link IngestException}: 413 if it is too large, 408 if it takes too long. */
    static Future<BatchBody> read(RoutingContext context, int maxBytes) {
        BatchBody body = new BatchBody(maxBytes);
        HttpServerRequest request = context.request();
        long timer = context.vertx()
                .setTimer(IngestLimits.BODY_TIMEOUT_MS, late -> body.refuse(408, "The body took too long."));
        request.handler(body::add);
        request.endHandler(end -> body.promise.tryComplete(body));
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
        size += part.length();
        if (size > maxBytes) {
            promise.tryFail(BatchText.tooLarge());
        } else {
            blockFor(part.length()).appendBuffer(part);
        }
    }

    /** Parts may be as small as a byte: they share a block, and a large one has one for itself. */
    private Buffer blockFor(int bytes) {
        Buffer last = blocks.isEmpty() ? null : blocks.get(blocks.size() - 1);
        if (last == null || last.length() + bytes > BLOCK_BYTES) {
            last = Buffer.buffer(Math.max(bytes, BLOCK_BYTES));
            blocks.add(last);
        }
        return last;
    }

    /** Returns the whole body. */
    byte[] join() {
        byte[] whole = new byte[size];
        int at = 0;
        for (Buffer block : blocks) {
            block.getBytes(whole, at);
            at += block.length();
        }
        return whole;
    }

    private void refuse(int status, String message) {
        promise.tryFail(new IngestException(status, message));
    }
}
