package ai.openclaw.diagnostics.http.route;

import ai.openclaw.diagnostics.http.exposition.Body;
import ai.openclaw.diagnostics.http.exposition.Encoding;
import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.auth.User;
import io.vertx.ext.auth.authorization.Authorization;
import io.vertx.ext.auth.authorization.OrAuthorization;
import io.vertx.ext.auth.authorization.PermissionBasedAuthorization;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Answers a request that has been authenticated: may this user read, is it a GET or HEAD, then the body. */
final class ScrapeHandler implements Handler<RoutingContext> {

    private static final System.Logger LOG = System.getLogger(ScrapeHandler.class.getName());

    /** Writing and administering include reading. */
    private static final Authorization READ = OrAuthorization.create()
            .addAuthorization(PermissionBasedAuthorization.create("operator.read"))
            .addAuthorization(PermissionBasedAuthorization.create("operator.write"))
            .addAuthorization(PermissionBasedAuthorization.create("operator.admin"));

    private final Renderer renderer;
    private final ScrapePlaces places = new ScrapePlaces();

    ScrapeHandler(Renderer renderer) {
        this.renderer = renderer;
    }

    @Override
    public void handle(RoutingContext context) {
        StandardAnswers.notCached(context);
        User user = context.user();
        if (user == null) { // an authentication handler that let nobody in particular pass
            StandardAnswers.unauthorized(context);
        } else if (!READ.match(user)) {
            StandardAnswers.text(context, 403, "missing scope: operator.read");
        } else if (!StandardAnswers.isRead(context)) {
            StandardAnswers.methodNotAllowed(context);
        } else {
            admit(context);
        }
    }

    private void admit(RoutingContext context) {
        Runnable leave = places.take();
        if (leave == null) {
            busy(context);
        } else {
            context.addEndHandler(ended -> leave.run());
            scrape(context, ScrapeTimeout.ofMillis(context.request()), leave);
        }
    }

    private void scrape(RoutingContext context, long timeoutMs, Runnable leave) {
        Context eventLoop = context.vertx().getOrCreateContext();
        Variant variant = Variant.of(context);
        renderer.ask(variant)
                .timeout(timeoutMs, TimeUnit.MILLISECONDS)
                .onSuccess(body -> eventLoop.runOnContext(ignored -> answer(context, variant, body, timeoutMs, leave)))
                .onFailure(failure -> eventLoop.runOnContext(ignored -> fail(context, failure)));
    }

    private static void answer(RoutingContext context, Variant variant, Body body, long timeoutMs, Runnable leave) {
        HttpServerResponse response = context.response();
        if (response.closed()) {
            return; // the scraper gave up
        }
        response.putHeader(HttpHeaders.VARY, "accept, accept-encoding");
        response.putHeader(HttpHeaders.CONTENT_TYPE, variant.format().contentType());
        response.putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length()));
        if (variant.encoding() == Encoding.GZIP) {
            response.putHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        if (StandardAnswers.isHead(context) || body.length() == 0) {
            response.end();
        } else {
            Delivery.of(context, body, timeoutMs, leave);
        }
    }

    private static void fail(RoutingContext context, Throwable failure) {
        if (context.response().closed()) {
            return;
        }
        if (failure instanceof TimeoutException) {
            busy(context);
        } else {
            LOG.log(System.Logger.Level.ERROR, "The metrics could not be rendered", failure);
            context.fail(500, failure);
        }
    }

    private static void busy(RoutingContext context) {
        context.response().putHeader(HttpHeaders.RETRY_AFTER, "1");
        StandardAnswers.text(context, 503, "Too many scrapes at once. Please try again later.");
    }
}
