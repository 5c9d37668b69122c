package ai.openclaw.diagnostics.gateway;

import ai.openclaw.diagnostics.http.route.StandardAnswers;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** The answers that are the same all over the Gateway. */
final class Answers {

    private static final System.Logger LOG = System.getLogger(Answers.class.getName());

    private Answers() {}

    /** Has a server serve a router, with the headers that every answer carries and the bodies that no route gives. */
    static HttpServer serve(HttpServer server, Router router) {
        router.errorHandler(400, context -> StandardAnswers.text(context, 400, "Bad Request"));
        router.errorHandler(401, StandardAnswers::unauthorized);
        router.errorHandler(404, context -> StandardAnswers.text(context, 404, "Not Found"));
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
        StandardAnswers.text(context, 500, "Internal Server Error");
    }
}
