package ai.openclaw.diagnostics.http.route;

import ai.openclaw.diagnostics.http.accept.HeadFirstTransport;
import io.vertx.core.Vertx;
import io.vertx.core.http.Http2Settings;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.JdkSSLEngineOptions;
import io.vertx.core.transport.Transport;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.TimeUnit;

/**
 * Creates the HTTP servers of Gateways, which bound what a client can take: connections, memory, time. Every server of
 * the project comes from here; a Gateway that embeds the exporter should create its own here too.
 *
 * <p>In clear text the servers speak HTTP/1.1 only. A connection that speaks HTTP/2 shows itself with its first bytes;
 * until then Vert.x does not report it, so that silent connections could neither be counted nor timed. No scraper uses
 * HTTP/2 in clear text.
 */
public final class HttpServers {

    private static final System.Logger LOG = System.getLogger(HttpServers.class.getName());

    private HttpServers() {}

    /** Returns a server with the default limits; see {@link #create(Vertx, HttpLimits, Router)}. */
    public static HttpServer create(Vertx vertx, Router router) {
        return create(vertx, HttpLimits.DEFAULT, router);
    }

    /** Returns a server with these limits; see {@link #create(Vertx, HttpLimits, HttpServerOptions, Router)}. */
    public static HttpServer create(Vertx vertx, HttpLimits limits, Router router) {
        return create(vertx, limits, options(limits), router);
    }

    /**
     * Returns a server that serves a router and is ready to listen. All its responses have {@code X-Content-Type-Options}
     * and {@code Referrer-Policy}, and its errors have short bodies without detail.
     *
     * @param options those of {@link #options} with what else the server needs, such as TLS
     * @param router gets error handlers for 400, 401, 403, 404 and 500; set different ones afterwards
     */
    public static HttpServer create(Vertx vertx, HttpLimits limits, HttpServerOptions options, Router router) {
        router.errorHandler(400, context -> HttpResponses.text(context, 400, "Bad Request"));
        router.errorHandler(401, HttpResponses::unauthorized); // else each would be logged as an error
        router.errorHandler(403, HttpResponses::forbidden);
        router.errorHandler(404, context -> HttpResponses.text(context, 404, "Not Found"));
        router.errorHandler(500, HttpServers::failed);
        OpenConnections connections = new OpenConnections(vertx, limits);
        // not a handler of the router: some requests are answered before it looks for one
        return vertx.createHttpServer(options)
                .connectionHandler(connections::opened)
                .requestHandler(request -> {
                    if (connections.admits(guarded(request))) {
                        serve(request, router);
                    }
                })
                .invalidRequestHandler(
                        request -> HttpServerRequest.DEFAULT_INVALID_REQUEST_HANDLER.handle(guarded(request)));
    }

    /**
     * Returns a transport for the Vert.x instance of a Gateway: {@code Vertx.builder().withTransport(...)}. Servers that are
     * created here then see a connection only with its first request head, so that neither silent connections nor unfinished
     * heads take time from requests. Other servers of the instance are as ever.
     */
    public static Transport transport(HttpLimits limits) {
        return HeadFirstTransport.of(4 * limits.connections(), 2 * limits.headerBytes(), limits.headerTimeout());
    }

    /** Returns the options of a server with these limits. It speaks HTTP/1.1 alone, also over TLS. */
    public static HttpServerOptions options(HttpLimits limits) {
        return new HttpServerOptions()
                .setHttp2ClearTextEnabled(false)
                .setMaxInitialLineLength(limits.headerBytes())
                .setMaxHeaderSize(limits.headerBytes())
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                .setIdleTimeout(Math.toIntExact(limits.idleTimeout().toMillis()))
                .setWriteIdleTimeout(Math.toIntExact(limits.stallTimeout().toMillis()))
                .setTcpUserTimeout(Math.toIntExact(limits.stallTimeout().toMillis())) // see HeadFirstTransport
                .setSslEngineOptions(
                        new JdkSSLEngineOptions().setUseWorkerThread(true)) // signatures hold up no request
                .setInitialSettings(new Http2Settings()
                        .setMaxConcurrentStreams(HttpLimits.STREAMS_PER_CONNECTION)
                        .setMaxHeaderListSize(limits.headerBytes()));
    }

    private static HttpServerRequest guarded(HttpServerRequest request) {
        request.response().putHeader("X-Content-Type-Options", "nosniff").putHeader("Referrer-Policy", "no-referrer");
        return request;
    }

    private static void serve(HttpServerRequest request, Router router) {
        if (isOfUnknownVersion(request)) {
            request.response().setStatusCode(505).end();
            request.connection().close();
        } else {
            router.handle(request);
        }
    }

    /** Vert.x answers these without asking unless it runs with {@code -Dvertx.disableWebsockets=true}. */
    private static boolean isOfUnknownVersion(HttpServerRequest request) {
        return request.version() == null;
    }

    private static void failed(RoutingContext context) {
        LOG.log(System.Logger.Level.ERROR, "A request could not be answered.", context.failure());
        HttpResponses.text(context, 500, "Internal Server Error");
    }
}
