/**
 * The scrape endpoint for Vert.x Web.
 *
 * <p><b>Start here:</b> {@link ai.openclaw.diagnostics.http.route.ScrapeRoute} mounts the endpoint on a router, behind
 * the Gateway's own authentication handler. There is no way to mount it without one.
 *
 * <p><b>Threads:</b> expositions are rendered on one thread of the route, one at a time, and shared by all scrapers that
 * wait; event loops only write the finished bytes.
 *
 * <p><b>Answers:</b> 200 with the exposition; 401 where no user was authenticated; 403 where the user lacks
 * {@code operator.read}; 405 for methods other than GET and HEAD; 503 with
 * {@code Retry-After} where there are too many scrapes or no body in time; 500 where a rendering failed. Authentication comes before everything else.
 *
 * <p><b>Not here:</b> how a caller is authenticated (the Gateway), what the body contains (the exposition).
 */
package ai.openclaw.diagnostics.http.route;
