package ai.openclaw.diagnostics.otlp;

import io.vertx.core.Completable;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Sends one export after the other, each with the retries that OTLP asks for: after 429, 502, 503, 504 and failed connections, not
 * before {@code Retry-After} or 1 s × 1.5 ± 20 % up to 5 s, and all within the endpoint's timeout. No other status is retried.
 *
 * <p>The caller has one export in flight at a time. Nothing is kept of one that failed. Used on one event loop.
 */
final class RetryingClient {

    private static final Set<Integer> RETRYABLE = Set.of(429, 502, 503, 504);
    private static final long FIRST_BACKOFF_MS = 1_000;
    private static final long MAX_BACKOFF_MS = 5_000;

    /** However soon a receiver asks for the next try: it comes with the whole body. */
    private static final long MIN_PAUSE_MS = 100;

    private final Vertx vertx;
    private final OtlpClient client;
    private final long timeoutMs;
    private boolean lastTry;
    private @Nullable Export waiting;

    RetryingClient(Vertx vertx, OtlpEndpoint endpoint) {
        this.vertx = vertx;
        this.client = new OtlpClient(vertx, endpoint);
        this.timeoutMs = endpoint.timeoutMs();
    }

    /**
     * Sends a body, which is compressed where the endpoint has it so.
     *
     * @return the result; never fails
     */
    Future<ExportResult> send(Buffer body) {
        Export export = new Export(body);
        export.attempt();
        return export.promise.future();
    }

    /** Ends the wait for a retry; from now on each export is tried once. */
    void retryNoMore() {
        lastTry = true;
        if (waiting != null) {
            waiting.giveUp();
        }
    }

    /** Closes the connection; an export in flight fails. */
    Future<Void> close() {
        retryNoMore();
        return client.close();
    }

    /** One export with all its tries. */
    private final class Export implements Completable<OtlpResponse> {
        private final Buffer body;
        private final long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(timeoutMs);
        private final Promise<ExportResult> promise = Promise.promise();
        private long backoffMs = FIRST_BACKOFF_MS;
        private ExportResult failed = ExportResult.failed("timeout");

        private Export(Buffer body) {
            this.body = body;
        }

        private void attempt() {
            waiting = null;
            long leftMs = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (leftMs < 1) {
                giveUp();
            } else {
                client.post(body, leftMs).onComplete(this);
            }
        }

        /** Takes the result of an attempt. */
        @Override
        public void complete(@Nullable OtlpResponse response, @Nullable Throwable failure) {
            if (response != null) {
                settle(response);
            } else {
                retry(OtlpClient.reason(failure), RetryAfter.ABSENT);
            }
        }

        private void settle(OtlpResponse response) {
            if (response.status() >= 200 && response.status() < 300) {
                long rejected = PartialSuccess.rejected(response.body().getBytes());
                promise.tryComplete(ExportResult.sent(rejected));
            } else if (RETRYABLE.contains(response.status())) {
                retry("status " + response.status(), response.retryAfterMs());
            } else {
                promise.tryComplete(ExportResult.failed("status " + response.status()));
            }
        }

        /** Tries again later, unless that would be after the deadline. */
        private void retry(String reason, long retryAfterMs) {
            double jitter = 0.8 + 0.4 * ThreadLocalRandom.current().nextDouble();
            long pauseMs = Math.max(
                    MIN_PAUSE_MS, retryAfterMs == RetryAfter.ABSENT ? (long) (backoffMs * jitter) : retryAfterMs);
            backoffMs = Math.min(MAX_BACKOFF_MS, backoffMs * 3 / 2);
            failed = ExportResult.failed(reason, retryAfterMs);
            boolean inTime = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(pauseMs) < deadline;
            if (lastTry || !inTime) {
                giveUp();
            } else {
                waiting = this;
                vertx.setTimer(pauseMs, timer -> attemptUnlessGivenUp());
            }
        }

        private void attemptUnlessGivenUp() {
            if (waiting == this) {
                attempt();
            }
        }

        private void giveUp() {
            waiting = null;
            promise.tryComplete(failed);
        }
    }
}
