package ai.openclaw.diagnostics.otlp;

import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.internal.buffer.BufferInternal;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.core.net.SocketAddress;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.Map;
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

    private static final long KEEP_ALIVE = TimeUnit.SECONDS.toNanos(120);

    private final Vertx vertx;
    private final long keepAlive;
    private final NetClient client;
    private final SocketAddress receiver;
    private final String uri;
    private final HttpHeaders headers;
    private @Nullable OtlpConnection connection;
    private long usedAt;
    private boolean closed;

    OtlpClient(Vertx vertx, OtlpEndpoint endpoint) {
        this(vertx, endpoint, KEEP_ALIVE);
    }

    /** @param keepAlive how long a connection that is not used is used again, in nanoseconds */
    OtlpClient(Vertx vertx, OtlpEndpoint endpoint, long keepAlive) {
        this.vertx = vertx;
        this.keepAlive = keepAlive;
        this.client = vertx.createNetClient(options(endpoint));
        this.receiver = SocketAddress.inetSocketAddress(endpoint.port(), endpoint.host());
        this.uri = endpoint.requestUri();
        this.headers = headers(endpoint);
    }

    /** A connection that is being made cannot be closed, so its steps have the export's timeout. */
    static NetClientOptions options(OtlpEndpoint endpoint) {
        int timeoutMs = (int) Math.min(Integer.MAX_VALUE, endpoint.timeoutMs());
        NetClientOptions options = new NetClientOptions()
                .setConnectTimeout(timeoutMs)
                .setSslHandshakeTimeout(timeoutMs)
                .setSslHandshakeTimeoutUnit(TimeUnit.MILLISECONDS);
        return endpoint.isTls() ? tls(options, endpoint.tls()) : options;
    }

    private static NetClientOptions tls(NetClientOptions options, OtlpTls tls) {
        options.setSsl(true).setHostnameVerificationAlgorithm("HTTPS");
        if (tls.trusted() != null) {
            options.setTrustOptions(new PemTrustOptions().addCertValue(tls.trusted()));
        }
        if (tls.certificate() != null && tls.key() != null) {
            options.setKeyCertOptions(
                    new PemKeyCertOptions().addCertValue(tls.certificate()).addKeyValue(tls.key()));
        }
        return options;
    }

    private static HttpHeaders headers(OtlpEndpoint endpoint) {
        HttpHeaders headers = new DefaultHttpHeaders();
        headers.set(HttpHeaderNames.HOST, endpoint.authority());
        for (Map.Entry<String, String> header : endpoint.headers().values().entrySet()) {
            headers.set(header.getKey(), header.getValue());
        }
        headers.set(HttpHeaderNames.CONTENT_TYPE, "application/x-protobuf");
        if (endpoint.gzip()) {
            headers.set(HttpHeaderNames.CONTENT_ENCODING, "gzip");
        }
        return headers;
    }

    /**
     * Posts a body, which is compressed where the endpoint has it so.
     *
     * @param limitMs how long that may take until the whole response is there
     */
    Future<OtlpResponse> post(Buffer body, long limitMs) {
        if (closed) {
            return Future.failedFuture("closed");
        }
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(limitMs);
        OtlpConnection used = open();
        boolean kept = used.isMade();
        Future<OtlpResponse> answer = send(used, body, limitMs);
        return kept ? answer.recover(failure -> sendAgain(failure, body, deadline)) : answer;
    }

    /** The receiver may have closed a kept connection just when the request went out: another shows whether it takes one. */
    private Future<OtlpResponse> sendAgain(Throwable failure, Buffer body, long deadline) {
        long leftMs = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        boolean useless = closed || failure instanceof TimeoutException || leftMs < 1;
        return useless ? Future.failedFuture(failure) : send(open(), body, leftMs);
    }

    private Future<OtlpResponse> send(OtlpConnection used, Buffer body, long limitMs) {
        long timer = vertx.setTimer(limitMs, late -> used.close(new TimeoutException()));
        return used.send(request(body)).onComplete(done -> {
            vertx.cancelTimer(timer);
            usedAt = System.nanoTime();
        });
    }

    /** Returns the connection, or another where it was closed, or not used for so long that something on the way may forget it. */
    private OtlpConnection open() {
        OtlpConnection current = connection;
        if (current != null && System.nanoTime() - usedAt > keepAlive) {
            current.close(new ConnectException("idle"));
        }
        if (current == null || current.isClosed()) {
            current = new OtlpConnection(client, receiver);
            connection = current;
        }
        return current;
    }

    private FullHttpRequest request(Buffer body) {
        headers.set(HttpHeaderNames.CONTENT_LENGTH, body.length());
        return new DefaultFullHttpRequest(
                HttpVersion.HTTP_1_1,
                HttpMethod.POST,
                uri,
                ((BufferInternal) body).getByteBuf(),
                headers,
                EmptyHttpHeaders.INSTANCE);
    }

    /** Says in a few words why a request failed, since an exception's message may quote an address. */
    static String reason(@Nullable Throwable failure) {
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

    /** Closes the connection; a request in flight fails, and later ones. */
    Future<Void> close() {
        closed = true;
        if (connection != null) {
            connection.close(new ConnectException("closed"));
        }
        return client.close();
    }
}
