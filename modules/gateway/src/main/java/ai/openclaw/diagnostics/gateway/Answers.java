package ai.openclaw.diagnostics.gateway;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** The answers that are the same all over the Gateway. */
final class Answers {

    private static final System.Logger LOG = System.getLogger(Answers.class.getName());
    private static final String TEXT = "text/plain; charset=utf-8";
    private static final String JSON = "application/json; charset=utf-8";
    private static final String UNAUTHORIZED = "{\"error\":{\"message\":\"Unauthorized\",\"type\":\"unauthorized\"}}";

    private Answers() {}

    /** Has a server serve a router, with the headers that every answer carries and the bodies that no route gives. */
    static HttpServer serve(HttpServer server, Router router) {
        router.errorHandler(400, context -> end(context, 400, TEXT, "Bad Request"));
        router.errorHandler(401, context -> notCached(context, 401, JSON, UNAUTHORIZED));
        router.errorHandler(404, context -> end(context, 404, TEXT, "Not Found"));
        router.errorHandler(500, Answers::failed);
        // not a handler of the router: some requests are answered before it looks for one
        return server.requestHandler(request -> router.handle(guarded(request)))
                .invalidRequestHandler(
                        request -> HttpServerRequest.DEFAULT_INVALID_REQUEST_HANDLER.handle(guarded(request)));
    }

    private static HttpServerRequest guarded(HttpServerRequest request) {
        request.response().putHeader("X-Content-Type-Options", "nosniff").putHeader("Referrer-Policy", "no-referrer");
        return request;
    }

    private static void failed(RoutingContext context) {
        LOG.log(System.Logger.Level.ERROR, "A request could not be answered.", context.failure());
        end(context, 500, TEXT, "Internal Server Error");
    }

    static void json(RoutingContext context, int status, String body) {
        notCached(context, status, JSON, body);
    }

    static void methodNotAllowed(RoutingContext context) {
        context.response().putHeader(HttpHeaders.ALLOW, "GET, HEAD");
        notCached(context, 405, TEXT, "Method Not Allowed");
    }

    static boolean isRead(RoutingContext context) {
        HttpMethod method = context.request().method();
        return method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD);
    }

    private static void notCached(RoutingContext context, int status, String contentType, String body) {
        context.response().putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        end(context, status, contentType, body);
    }

    private static void end(RoutingContext context, int status, String contentType, String body) {
        HttpServerResponse response = context.response().setStatusCode(status);
        response.putHeader(HttpHeaders.CONTENT_TYPE, contentType);
        if (context.request().method().equals(HttpMethod.HEAD)) {
            response.putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length()));
            response.end();
        } else {
            response.end(body);
        }
    }
}
