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
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/**
 * Posts to an endpoint over one connection, which is kept. A request that takes longer than it may is reset, so that a receiver
 * which does not answer occupies neither the connection nor memory.
 */
final class OtlpClient {

    private static final int MAX_RESPONSE_BYTES = 64 * 1024;
    private static final int KEEP_ALIVE_SECONDS = 120;

    private final Vertx vertx;
    private final OtlpEndpoint endpoint;
    private final HttpClient client;

    OtlpClient(Vertx vertx, OtlpEndpoint endpoint) {
        this.vertx = vertx;
        this.endpoint = endpoint;
        this.client = vertx.createHttpClient(options(endpoint), new PoolOptions().setHttp1MaxSize(1));
    }

    /**
     * A response.
     *
     * @param retryAfterMs as {@link RetryAfter#parse} has it
     * @param body empty if it is too large to be what OTLP answers
     */
    record Response(int status, long retryAfterMs, Buffer body) {

        static Response of(HttpClientResponse response, Buffer body) {
            String retryAfter = response.getHeader(HttpHeaders.RETRY_AFTER);
            return new Response(response.statusCode(), RetryAfter.parse(retryAfter, Instant.now()), body);
        }
    }

    private static HttpClientOptions options(OtlpEndpoint endpoint) {
        HttpClientOptions options =
                new HttpClientOptions().setSsl(endpoint.isTls()).setKeepAliveTimeout(KEEP_ALIVE_SECONDS);
        OtlpTls tls = endpoint.tls();
        if (tls.trusted() != null) {
            options.setTrustOptions(new PemTrustOptions().addCertValue(tls.trusted()));
        }
        if (tls.certificate() != null && tls.key() != null) {
            options.setKeyCertOptions(
                    new PemKeyCertOptions().addCertValue(tls.certificate()).addKeyValue(tls.key()));
        }
        return options;
    }

    /**
     * Posts a body.
     *
     * @param gzip whether it is compressed
     * @param limitMs how long that may take until the whole response is there
     */
    Future<Response> post(Buffer body, boolean gzip, long limitMs) {
        Promise<Response> promise = Promise.promise();
        RequestOptions target = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setHost(endpoint.host())
                .setPort(endpoint.port())
                .setURI(endpoint.requestUri())
                .setSsl(endpoint.isTls())
                .setConnectTimeout(limitMs);
        Future<HttpClientRequest> opened = client.request(target);
        long timer = vertx.setTimer(limitMs, late -> {
            promise.tryFail(new TimeoutException());
            opened.onSuccess(HttpClientRequest::reset);
        });
        opened.compose(request -> send(request, body, gzip))
                .compose(OtlpClient::read)
                .onComplete(promise::tryComplete, promise::tryFail);
        return promise.future().onComplete(done -> vertx.cancelTimer(timer));
    }

    private Future<HttpClientResponse> send(HttpClientRequest request, Buffer body, boolean gzip) {
        endpoint.headers().forEach(request::putHeader);
        request.putHeader(HttpHeaders.CONTENT_TYPE, "application/x-protobuf");
        if (gzip) {
            request.putHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        return request.send(body);
    }

    private static Future<Response> read(HttpClientResponse response) {
        Promise<Response> promise = Promise.promise();
        Buffer collected = Buffer.buffer();
        response.handler(part -> {
            if (collected.length() + part.length() > MAX_RESPONSE_BYTES) {
                promise.tryComplete(Response.of(response, Buffer.buffer()));
                response.request().reset();
            } else {
                collected.appendBuffer(part);
            }
        });
        response.exceptionHandler(promise::tryFail);
        response.endHandler(end -> promise.tryComplete(Response.of(response, collected)));
        return promise.future();
    }

    /** Says in a few words why a request failed, since an exception's message may quote an address. */
    static String reason(Throwable failure) {
        if (failure instanceof TimeoutException) {
            return "timeout";
        }
        if (failure instanceof ConnectException) {
            return "connection refused";
        }
        if (failure instanceof UnknownHostException) {
            return "unknown host";
        }
        return failure instanceof SSLException ? "TLS failure" : "connection failed";
    }

    /** Closes the connection; requests in flight fail. */
    Future<Void> close() {
        return client.close();
    }
}
