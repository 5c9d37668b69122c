package ai.openclaw.diagnostics.http.route;

import static java.util.Objects.requireNonNull;

import ai.openclaw.diagnostics.http.exposition.Exposition;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.AuthenticationHandler;
import org.jspecify.annotations.Nullable;

/**
 * The endpoint that Prometheus scrapes: {@value #PATH}, behind an authentication handler always.
 *
 * <p>One scrape route may be mounted on the routers of any number of HTTP servers and event loops; they share one
 * rendering. Mounting is for the thread that sets up the router; requests are served on their own event loops, and no
 * exposition is rendered on one.
 *
 * <p>Create the HTTP servers that it is mounted on with {@link HttpServers}: they close the connection of a client that
 * neither reads nor closes the connection.
 */
public final class ScrapeRoute {

    /** The path of the endpoint unless another one is chosen. */
    public static final String PATH = "/api/diagnostics/prometheus";

    /** What a caller is told who has no authentication handler. */
    public static final String NO_AUTHENTICATION =
            "the authentication handler is null; the endpoint is mounted with one only";

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

    /** Mounts the endpoint on a router at {@link #PATH}; see {@link #mount(Router, String, AuthenticationHandler)}. */
    public Route mount(Router router, AuthenticationHandler authentication) {
        return mount(router, PATH, authentication);
    }

    /**
     * Mounts the endpoint on a router. On a sub-router it is below the sub-router's mount point. A request matches in any
     * spelling that has the same canonical path, and in any case of the letters A to Z.
     *
     * @param path the path below the router's mount point: begins with a slash, has no slash at its end, no empty and no dot
     *     segments, no query, and nothing percent-encoded
     * @param authentication puts the caller's user with its authorizations into the context, or fails the request; it
     *     decides about every request to the path, whatever the method
     * @return the mounted route; {@link Route#remove()} takes it off
     * @throws IllegalArgumentException if the path is not canonical
     */
    public Route mount(Router router, String path, AuthenticationHandler authentication) {
        requireNonNull(authentication, NO_AUTHENTICATION);
        checkedPath(path);
        Router guarded = Router.router(vertx);
        guarded.route().handler(authentication).handler(handler);
        return router.route().handler(context -> {
            if (CanonicalPath.matches(
                    below(context.mountPoint(), path), context.request().path())) {
                guarded.handleContext(context);
            } else {
                context.next();
            }
        });
    }

    /** Returns how scrapes went so far, at all places where this route is mounted. Any thread. */
    public ScrapeStatus status() {
        return handler.status();
    }

    /**
     * Returns a path that the endpoint can be mounted at.
     *
     * @throws IllegalArgumentException if it is not canonical
     */
    public static String checkedPath(String path) {
        if (!path.equals(CanonicalPath.of(path)) || path.equals("/") || path.contains("?") || path.contains("#")) {
            throw new IllegalArgumentException(
                    "path \"" + path + "\": must begin with a slash and be canonical, such as \"" + PATH + "\"");
        }
        return path;
    }

    private static String below(@Nullable String mountPoint, String path) {
        return mountPoint == null || mountPoint.equals("/") ? path : CanonicalPath.of(mountPoint) + path;
    }
}
