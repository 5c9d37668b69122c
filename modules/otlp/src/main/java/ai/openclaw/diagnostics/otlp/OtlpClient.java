package ai.openclaw.diagnostics.otlp;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientConnection;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpConnectOptions;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Posts to an endpoint over one connection, which is kept. One on which a request failed, or took longer than it may, is closed,
 * so that a receiver which does not answer occupies neither connections nor memory.
 *
 * <p>The caller has one request in flight at a time. Used on one event loop.
 */
final class OtlpClient {

    private static final int MAX_RESPONSE_BYTES = 64 * 1024;
    private static final long KEEP_ALIVE_MS = 120_000;

    /** Connections are not pooled, so none is looked for. Not 0: a client of Vert.x 5.1 without that timer cancels timer 0. */
    private static final PoolOptions NO_POOL = new PoolOptions().setCleanerPeriod(Integer.MAX_VALUE);

    private final Vertx vertx;
    private final HttpClientOptions options;
    private final HttpConnectOptions receiver;
    private final RequestOptions post;
    private Link link;
    private boolean closed;

    OtlpClient(Vertx vertx, OtlpEndpoint endpoint) {
        this.vertx = vertx;
        this.options = options(endpoint);
        this.receiver = new HttpConnectOptions().setHost(endpoint.host()).setPort(endpoint.port());
        this.post = post(endpoint);
        this.link = new Link();
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
        HttpClientOptions options = new HttpClientOptions()
                .setSsl(endpoint.isTls())
                .setConnectTimeout((int) Math.min(Integer.MAX_VALUE, endpoint.timeoutMs()))
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                .setIdleTimeout((int) Math.min(Integer.MAX_VALUE, Math.max(KEEP_ALIVE_MS, endpoint.timeoutMs())));
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

    private static RequestOptions post(OtlpEndpoint endpoint) {
        RequestOptions post = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setHost(endpoint.uri().getHost()) // in the header host an IPv6 address has its brackets
                .setPort(endpoint.port())
                .setURI(endpoint.requestUri());
        endpoint.headers().forEach(post::putHeader);
        post.putHeader(HttpHeaders.CONTENT_TYPE, "application/x-protobuf");
        if (endpoint.gzip()) {
            post.putHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        return post;
    }

    /**
     * Posts a body, which is compressed where the endpoint has it so.
     *
     * @param limitMs how long that may take until the whole response is there
     */
    Future<Response> post(Buffer body, long limitMs) {
        if (closed) {
            return Future.failedFuture("closed");
        }
        Link used = link;
        Promise<Response> promise = Promise.promise();
        long timer = vertx.setTimer(limitMs, late -> promise.tryFail(new TimeoutException()));
        used.connection()
                .compose(connection -> connection.request(post))
                .compose(request -> request.send(body))
                .compose(response -> read(response, used))
                .onComplete(promise::tryComplete, promise::tryFail);
        return promise.future().onFailure(failure -> disconnect(used)).onComplete(done -> vertx.cancelTimer(timer));
    }

    /** A client and its one connection, which are closed together. */
    private final class Link {
        private final HttpClientAgent client = vertx.createHttpClient(options, NO_POOL);
        private @Nullable Future<HttpClientConnection> connection;

        /** Returns the connection, or one that is being made. */
        private Future<HttpClientConnection> connection() {
            Future<HttpClientConnection> current = connection;
            if (current == null) {
                current = client.connect(receiver).onSuccess(this::watch);
                connection = current;
            }
            return current;
        }

        /** What fails on a connection fails the request that is in flight; without a request there is nothing to tell. */
        private void watch(HttpClientConnection made) {
            made.exceptionHandler(failure -> {});
            made.closeHandler(end -> disconnect(this));
        }
    }

    /**
     * Closes a connection, or the attempt to make one; another is made for the next request. A connection that is closed alone
     * first waits until what was written has gone out, which a receiver that reads nothing can put off for ever.
     */
    private void disconnect(Link used) {
        if (link == used && !closed) {
            link = new Link();
        }
        used.client.close();
    }

    private Future<Response> read(HttpClientResponse response, Link used) {
        Promise<Response> promise = Promise.promise();
        Buffer collected = Buffer.buffer();
        response.handler(part -> {
            if (collected.length() + part.length() > MAX_RESPONSE_BYTES) {
                promise.tryComplete(Response.of(response, Buffer.buffer()));
                disconnect(used);
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

    /** Closes the connection; requests in flight fail, and later ones. */
    Future<Void> close() {
        closed = true;
        return link.client.close();
    }
}
