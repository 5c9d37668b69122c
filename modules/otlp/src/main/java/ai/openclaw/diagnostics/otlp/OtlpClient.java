package ai.openclaw.diagnostics.otlp;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;
import java.net.ConnectException;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Sends one export after the other to an endpoint, each with the tries that OTLP asks for: again after 429, 502, 503, 504 and
 * when the connection fails, after as long as {@code Retry-After} says or 1 s × 1.5 ± 20 % up to 5 s, and all within the
 * endpoint's timeout. Not again after any other status.
 *
 * <p>The caller has one export on its way at a time. Nothing is kept of one that failed.
 */
final class OtlpClient {

    private static final Set<Integer> TRY_AGAIN = Set.of(429, 502, 503, 504);
    private static final long FIRST_WAIT_MS = 1_000;
    private static final long MAX_WAIT_MS = 5_000;
    private static final int MAX_ANSWER_BYTES = 64 * 1024;

    private final Vertx vertx;
    private final OtlpEndpoint endpoint;
    private final HttpClient client;
    private volatile boolean closed;

    OtlpClient(Vertx vertx, OtlpEndpoint endpoint) {
        this.vertx = vertx;
        this.endpoint = endpoint;
        this.client = vertx.createHttpClient(options(endpoint), new PoolOptions().setHttp1MaxSize(1));
    }

    private static HttpClientOptions options(OtlpEndpoint endpoint) {
        HttpClientOptions options = new HttpClientOptions()
                .setSsl(endpoint.isTls())
                .setConnectTimeout((int) Math.min(endpoint.timeoutMs(), 10_000))
                .setKeepAliveTimeout(120);
        if (endpoint.certificate() != null) {
            options.setTrustOptions(new PemTrustOptions().addCertPath(endpoint.certificate()));
        }
        if (endpoint.clientCertificate() != null && endpoint.clientKey() != null) {
            options.setKeyCertOptions(new PemKeyCertOptions()
                    .addCertPath(endpoint.clientCertificate())
                    .addKeyPath(endpoint.clientKey()));
        }
        return options;
    }

    /**
     * Sends a body.
     *
     * @param gzip whether it is compressed
     * @return what it came to; never fails
     */
    Future<ExportResult> send(Buffer body, boolean gzip) {
        return new Export(body, gzip, System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(endpoint.timeoutMs())).begin();
    }

    /** Ends the connection; what is on its way fails. */
    Future<Void> close() {
        closed = true;
        return client.close();
    }

    /** One export with all its tries. */
    private final class Export {
        private final Buffer body;
        private final boolean gzip;
        private final long deadline;
        private final Promise<ExportResult> promise = Promise.promise();
        private long waitMs = FIRST_WAIT_MS;

        private Export(Buffer body, boolean gzip, long deadline) {
            this.body = body;
            this.gzip = gzip;
            this.deadline = deadline;
        }

        private Future<ExportResult> begin() {
            attempt();
            return promise.future();
        }

        private void attempt() {
            long leftMs = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (leftMs < 1) {
                promise.tryComplete(ExportResult.failed("timeout"));
                return;
            }
            RequestOptions request = new RequestOptions()
                    .setMethod(HttpMethod.POST)
                    .setHost(endpoint.uri().getHost())
                    .setPort(endpoint.port())
                    .setURI(endpoint.requestUri())
                    .setSsl(endpoint.isTls());
            client.request(request)
                    .compose(this::post)
                    .compose(this::answer)
                    .timeout(leftMs, TimeUnit.MILLISECONDS)
                    .onComplete(this::settle, failure -> tryAgain(reason(failure), -1));
        }

        private Future<HttpClientResponse> post(HttpClientRequest request) {
            endpoint.headers().forEach(request::putHeader);
            request.putHeader(HttpHeaders.CONTENT_TYPE, "application/x-protobuf");
            if (gzip) {
                request.putHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
            }
            return request.send(body);
        }

        private Future<Answer> answer(HttpClientResponse response) {
            Promise<Answer> answer = Promise.promise();
            Buffer collected = Buffer.buffer();
            response.handler(part -> {
                if (collected.length() + part.length() > MAX_ANSWER_BYTES) {
                    answer.tryComplete(new Answer(response.statusCode(), retryAfterMs(response), Buffer.buffer()));
                    response.request().reset();
                } else {
                    collected.appendBuffer(part);
                }
            });
            response.exceptionHandler(answer::tryFail);
            response.endHandler(
                    end -> answer.tryComplete(new Answer(response.statusCode(), retryAfterMs(response), collected)));
            return answer.future();
        }

        private void settle(Answer answer) {
            if (answer.status() >= 200 && answer.status() < 300) {
                promise.tryComplete(
                        ExportResult.sent(PartialSuccess.rejected(answer.body().getBytes())));
            } else if (TRY_AGAIN.contains(answer.status())) {
                tryAgain("status " + answer.status(), answer.retryAfterMs());
            } else {
                promise.tryComplete(ExportResult.failed("status " + answer.status()));
            }
        }

        /** A try that would begin after the deadline is not made. */
        private void tryAgain(String reason, long wishedMs) {
            double jitter = 0.8 + 0.4 * ThreadLocalRandom.current().nextDouble();
            long pauseMs = wishedMs >= 0 ? wishedMs : (long) (waitMs * jitter);
            waitMs = Math.min(MAX_WAIT_MS, waitMs * 3 / 2);
            boolean inTime = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(pauseMs) < deadline;
            if (closed || !inTime) {
                promise.tryComplete(ExportResult.failed(reason));
            } else {
                vertx.setTimer(Math.max(1, pauseMs), timer -> attempt());
            }
        }
    }

    private record Answer(int status, long retryAfterMs, Buffer body) {}

    /** Returns how long the receiver asks to wait, -1 if it does not say; only seconds are understood. */
    private static long retryAfterMs(HttpClientResponse response) {
        String text = response.getHeader(HttpHeaders.RETRY_AFTER);
        return text != null && text.matches("[0-9]{1,9}") ? 1000 * Long.parseLong(text) : -1;
    }

    /** In a few words, since a message may quote an address. */
    private static String reason(@Nullable Throwable failure) {
        if (failure instanceof TimeoutException) {
            return "timeout";
        }
        if (failure instanceof ConnectException) {
            return "connection refused";
        }
        return failure instanceof javax.net.ssl.SSLException ? "TLS failure" : "connection failed";
    }
}
