package ai.openclaw.diagnostics.otlp;

import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.internal.net.NetSocketInternal;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.SocketAddress;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One connection over which HTTP/1.1 requests are sent, one at a time; made with the first of them. After a request that failed
 * it is closed.
 *
 * <p>It is a socket of Vert.x with Netty's codec. Vert.x's HTTP client has pools, upgrades and two more versions of HTTP, which
 * a process that only exports would load and link for its first request.
 *
 * <p>Used on one event loop.
 */
final class OtlpConnection {

    private static final int MAX_RESPONSE_BYTES = 64 * 1024;

    private final NetClient client;
    private final SocketAddress receiver;
    private final Handler<Throwable> closing = this::close;
    private @Nullable NetSocketInternal socket;
    private @Nullable Promise<OtlpResponse> promise; // of the request in flight
    private Future<Void> written = Future.succeededFuture();
    private @Nullable HttpResponse head;
    private Buffer body = Buffer.buffer();
    private boolean closed;

    OtlpConnection(NetClient client, SocketAddress receiver) {
        this.client = client;
        this.receiver = receiver;
    }

    /** Tells whether nothing can be sent any more. */
    boolean isClosed() {
        return closed;
    }

    /** Tells whether an earlier request made it. */
    boolean isMade() {
        return socket != null;
    }

    /** Sends a request. None is in flight, and the connection is not closed. */
    Future<OtlpResponse> send(FullHttpRequest request) {
        Promise<OtlpResponse> answer = Promise.promise();
        promise = answer;
        if (socket == null) {
            client.connect(receiver).onComplete(made -> begin((NetSocketInternal) made, request), closing);
        } else {
            write(socket, request);
        }
        return answer.future();
    }

    private void begin(NetSocketInternal made, FullHttpRequest request) {
        socket = made;
        if (closed) {
            closeNow(made);
            return;
        }
        ChannelHandlerContext last = made.channelHandlerContext();
        last.pipeline().addBefore(last.name(), null, new HttpClientCodec());
        made.messageHandler(this::read).exceptionHandler(closing);
        made.closeHandler(end -> close(NetSocketInternal.CLOSED_EXCEPTION));
        write(made, request);
    }

    private void write(NetSocketInternal to, FullHttpRequest request) {
        written = to.writeMessage(request).onFailure(closing);
    }

    private void read(Object message) {
        try {
            if (promise == null || !(message instanceof HttpObject part)) {
                close(NetSocketInternal.CLOSED_EXCEPTION); // nobody asked for that
            } else if (part.decoderResult().isFailure()) {
                close(part.decoderResult().cause());
            } else {
                readPart(part);
            }
        } finally {
            ReferenceCountUtil.release(message);
        }
    }

    private void readPart(HttpObject part) {
        if (part instanceof HttpResponse response) {
            head = isInterim(response.status()) ? null : response;
            body = Buffer.buffer();
        }
        if (head != null && part instanceof HttpContent content) {
            collect(head, content);
        }
    }

    /** Tells whether the answer is yet to come. */
    private static boolean isInterim(HttpResponseStatus status) {
        return status.codeClass() == HttpStatusClass.INFORMATIONAL && !isSwitch(status);
    }

    private static boolean isSwitch(HttpResponseStatus status) {
        return status.equals(HttpResponseStatus.SWITCHING_PROTOCOLS);
    }

    /** Tells whether another request can follow an answer. */
    private boolean isReusableAfter(HttpResponse response) {
        return written.isComplete() && HttpUtil.isKeepAlive(response) && !isSwitch(response.status());
    }

    private void collect(HttpResponse response, HttpContent content) {
        if (body.length() + content.content().readableBytes() > MAX_RESPONSE_BYTES) {
            end(response, Buffer.buffer(), false);
        } else {
            body.appendBytes(ByteBufUtil.getBytes(content.content()));
            if (content instanceof LastHttpContent) {
                answered(response, body);
            }
        }
    }

    /** A receiver may say that it took a request before it has read the whole of it: then it must get the rest. */
    private void answered(HttpResponse response, Buffer received) {
        boolean took = response.status().codeClass() == HttpStatusClass.SUCCESS;
        if (took && !written.isComplete()) {
            written.onSuccess(done -> end(response, received, isReusableAfter(response)));
        } else {
            end(response, received, isReusableAfter(response));
        }
    }

    private void end(HttpResponse response, Buffer received, boolean reusable) {
        Promise<OtlpResponse> answered = promise;
        promise = null;
        head = null;
        if (!reusable) {
            close(NetSocketInternal.CLOSED_EXCEPTION);
        }
        if (answered != null) {
            String retryAfter = response.headers().get(HttpHeaderNames.RETRY_AFTER);
            long retryAfterMs = RetryAfter.parse(retryAfter, Instant.now());
            answered.complete(new OtlpResponse(response.status().code(), retryAfterMs, received));
        }
    }

    /**
     * Closes the connection. One that is being made is closed when it is.
     *
     * @param cause what a request in flight fails with
     */
    void close(Throwable cause) {
        closed = true;
        Promise<OtlpResponse> failed = promise;
        promise = null; // before the socket closes, since what is being written fails then, for another cause
        if (socket != null) {
            closeNow(socket);
        }
        if (failed != null) {
            failed.fail(cause);
        }
    }

    /** {@link NetSocket#close} first waits until what was written has gone out, which a receiver that reads nothing can put off. */
    @SuppressWarnings("FutureReturnValueIgnored") // nothing waits for it
    private static void closeNow(NetSocketInternal socket) {
        socket.channelHandlerContext().close();
    }
}
