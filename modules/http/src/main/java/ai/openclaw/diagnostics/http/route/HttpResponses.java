package ai.openclaw.diagnostics.http.route;

import ai.openclaw.diagnostics.http.exposition.Body;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;

/** Answers that are the same wherever a Gateway gives them. On the event loop of the request. */
public final class HttpResponses {

    private static final String TEXT = "text/plain; charset=utf-8";
    private static final String JSON = "application/json; charset=utf-8";
    private static final String UNAUTHORIZED = "{\"error\":{\"message\":\"Unauthorized\",\"type\":\"unauthorized\"}}";

    /** How long a client may take for a large body. */
    private static final long MAX_BODY_MS = 60_000;

    private HttpResponses() {}

    /** Tells whether a request only reads: GET or HEAD. */
    public static boolean isRead(RoutingContext context) {
        return context.request().method().equals(HttpMethod.GET) || isHead(context);
    }

    static boolean isHead(RoutingContext context) {
        return context.request().method().equals(HttpMethod.HEAD);
    }

    /** Answers 401 to a caller who was not let in. */
    public static void unauthorized(RoutingContext context) {
        json(context, 401, UNAUTHORIZED);
    }

    /** Answers 403 to a caller who was let in and may not do this; no cache keeps it. */
    static void forbidden(RoutingContext context) {
        notCached(context);
        text(context, 403, "Forbidden");
    }

    /** Answers 405 where one can only read; no cache keeps it. */
    public static void methodNotAllowed(RoutingContext context) {
        notCached(context);
        context.response().putHeader(HttpHeaders.ALLOW, "GET, HEAD");
        text(context, 405, "Method Not Allowed");
    }

    /** Forbids caches to keep the answer to a request. */
    static void notCached(RoutingContext context) {
        context.response().putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    /** Answers with a line of text. */
    public static void text(RoutingContext context, int status, String content) {
        end(context, status, TEXT, content);
    }

    /** Answers with JSON, which no cache keeps: it is about this caller or this moment. */
    public static void json(RoutingContext context, int status, String content) {
        notCached(context);
        end(context, status, JSON, content);
    }

    /**
     * Answers with JSON that was encoded before, off the event loop, as {@link #json(RoutingContext, int, String)} does. A large
     * one is written in slices, the next when the client has taken the last.
     *
     * @param content in UTF-8; must not be changed any more
     */
    public static void json(RoutingContext context, int status, byte[] content) {
        notCached(context);
        end(context, status, JSON, content);
    }

    private static void end(RoutingContext context, int status, String contentType, String content) {
        end(context, status, contentType, content.getBytes(StandardCharsets.UTF_8));
    }

    private static void end(RoutingContext context, int status, String contentType, byte[] content) {
        HttpServerResponse response = context.response().setStatusCode(status);
        response.putHeader(HttpHeaders.CONTENT_TYPE, contentType);
        response.putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(content.length));
        if (isHead(context)) {
            response.end();
        } else if (content.length <= BodyWriter.SLICE_BYTES) {
            response.end(Buffer.buffer(content));
        } else {
            BodyWriter.begin(context, Body.of(content), MAX_BODY_MS, () -> {});
        }
    }
}
