package ai.openclaw.diagnostics.http.route;

import ai.openclaw.diagnostics.http.exposition.Exposition;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.AuthenticationHandler;

/**
 * The endpoint that Prometheus scrapes: {@value #PATH}, behind an authentication handler always.
 *
 * <p>One scrape route may be mounted on the routers of any number of HTTP servers and event loops; they share one
 * rendering. Mounting is for the thread that sets up the router; requests are served on their own event loops, and no
 * exposition is rendered on one.
 *
 * <p>An HTTP server that it is mounted on should have an idle timeout, as any should: it is what ends the connection of a
 * client who neither reads nor hangs up. {@link #IDLE_SECONDS} is what the project's own servers have.
 */
public final class ScrapeRoute {

    /** The path of the endpoint, matched in any spelling that has this canonical path, and in any case. */
    public static final String PATH = "/api/diagnostics/prometheus";

    /** An idle timeout for HTTP servers, in seconds: longer than scrape intervals, so that Prometheus keeps its connection. */
    public static final int IDLE_SECONDS = 120;

    private final Vertx vertx;
    private final ScrapeHandler handler;

    private ScrapeRoute(Vertx vertx, Renderer renderer) {
        this.vertx = vertx;
        this.handler = new ScrapeHandler(renderer);
    }

    /** Returns the route that serves this exposition. */
    public static ScrapeRoute of(Vertx vertx, Exposition exposition) {
        return new ScrapeRoute(vertx, new Renderer(exposition));
    }

    /**
     * Mounts the endpoint on a router.
     *
     * @param authentication puts the caller's user with its authorizations into the context, or fails the request; it
     *     decides about every request to the path, whatever the method
     * @return the mounted route; {@link Route#remove()} takes it off
     */
    public Route mount(Router router, AuthenticationHandler authentication) {
        Router guarded = Router.router(vertx);
        guarded.route().handler(authentication).handler(handler);
        return router.route().handler(context -> {
            if (CanonicalPath.matches(PATH, context.request().path())) {
                guarded.handleContext(context);
            } else {
                context.next();
            }
        });
    }
}
