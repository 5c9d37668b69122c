package ai.openclaw.diagnostics.http.route;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/**
 * Sends a body in slices, the next one when the client has taken the last: a slow client holds one slice of its own, no
 * thread, and an event loop never longer than one slice takes. A client that takes too long is cut off. On the event loop
 * of the response.
 */
final class Delivery {

    private static final int SLICE = 128 * 1024;

    private final RoutingContext context;
    private final HttpServerResponse response;
    private final byte[] body;
    private int sent;

    private Delivery(RoutingContext context, byte[] body) {
        this.context = context;
        this.response = context.response();
        this.body = body;
    }

    /** Sends the body and ends the response, or resets it if that takes longer than so many milliseconds. */
    static void of(RoutingContext context, byte[] body, long limitMs) {
        new Delivery(context, body).start(limitMs);
    }

    private void start(long limitMs) {
        Vertx vertx = context.vertx();
        long timer = vertx.setTimer(limitMs, expired -> response.reset());
        context.addEndHandler(ended -> vertx.cancelTimer(timer));
        response.drainHandler(drained -> send());
        send();
    }

    private void send() {
        while (sent < body.length && !response.writeQueueFull() && !response.closed()) {
            int count = Math.min(SLICE, body.length - sent);
            Buffer slice = Buffer.buffer(count).appendBytes(body, sent, count);
            sent += count;
            if (sent < body.length) {
                response.write(slice);
            } else {
                // ended only when it is sent: a server that shuts down cuts what was ended but not sent yet
                response.write(slice).onSuccess(taken -> response.end());
            }
        }
    }
}
