package ai.openclaw.diagnostics.http.route;

import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.auth.User;
import io.vertx.ext.auth.authorization.Authorization;
import io.vertx.ext.auth.authorization.OrAuthorization;
import io.vertx.ext.auth.authorization.PermissionBasedAuthorization;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/** Answers a request that has been authenticated: may this user read, is it a GET or HEAD, then the body. */
final class ScrapeHandler implements Handler<RoutingContext> {

    private static final System.Logger LOG = System.getLogger(ScrapeHandler.class.getName());
    private static final String TEXT = "text/plain; charset=utf-8";
    private static final String JSON = "application/json; charset=utf-8";
    private static final String UNAUTHORIZED = "{\"error\":{\"message\":\"Unauthorized\",\"type\":\"unauthorized\"}}";

    /** Writing and administering include reading. */
    private static final Authorization READ = OrAuthorization.create()
            .addAuthorization(PermissionBasedAuthorization.create("operator.read"))
            .addAuthorization(PermissionBasedAuthorization.create("operator.write"))
            .addAuthorization(PermissionBasedAuthorization.create("operator.admin"));

    private final ScrapeBody body;

    ScrapeHandler(ScrapeBody body) {
        this.body = body;
    }

    @Override
    public void handle(RoutingContext context) {
        HttpServerResponse response = context.response();
        response.putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        User user = context.user();
        if (user == null) { // an authentication handler that let nobody in particular pass
            end(context, 401, JSON, Buffer.buffer(UNAUTHORIZED));
        } else if (!READ.match(user)) {
            end(context, 403, TEXT, Buffer.buffer("missing scope: operator.read"));
        } else if (!isRead(context.request().method())) {
            response.putHeader(HttpHeaders.ALLOW, "GET, HEAD");
            end(context, 405, TEXT, Buffer.buffer("Method Not Allowed"));
        } else {
            scrape(context);
        }
    }

    private static boolean isRead(HttpMethod method) {
        return method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD);
    }

    private void scrape(RoutingContext context) {
        Context eventLoop = context.vertx().getOrCreateContext();
        body.ask().onComplete((buffer, failure) -> eventLoop.runOnContext(ignored -> answer(context, buffer, failure)));
    }

    private void answer(RoutingContext context, @Nullable Buffer buffer, @Nullable Throwable failure) {
        if (context.response().closed()) {
            return; // the scraper gave up
        }
        if (buffer != null) {
            end(context, 200, body.contentType(), buffer);
        } else {
            LOG.log(System.Logger.Level.ERROR, "The metrics could not be rendered", failure);
            context.fail(500, failure);
        }
    }

    private static void end(RoutingContext context, int status, String contentType, Buffer content) {
        HttpServerResponse response = context.response().setStatusCode(status);
        response.putHeader(HttpHeaders.CONTENT_TYPE, contentType);
        response.putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(content.length()));
        if (context.request().method().equals(HttpMethod.HEAD)) {
            response.end();
        } else {
            // ended only when it is sent: a server that shuts down cuts what was ended but not sent yet
            response.write(content).onSuccess(sent -> response.end());
        }
    }
}
