package ai.openclaw.diagnostics.plugin;

import ai.openclaw.diagnostics.events.DiagnosticsChannel;
import ai.openclaw.diagnostics.events.EventDecoder;
import ai.openclaw.diagnostics.http.route.HttpServers;
import ai.openclaw.diagnostics.http.route.ScrapeRoute;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import org.jspecify.annotations.Nullable;

/**
 * The exporter for a Gateway that has no router to share: it brings a separate HTTP server and reads events as JSON
 * from the event bus. Made to be deployed by name,
 *
 * <pre>{@code
 * vertx.deployVerticle(
 *         "ai.openclaw.diagnostics.plugin.StandaloneExporterVerticle",
 *         new DeploymentOptions().setConfig(new JsonObject().put("tokenFile", "gateway.token")));
 * }</pre>
 *
 * with this configuration, in which an unknown key or a wrong value fails the deployment:
 *
 * <ul>
 *   <li>{@code token} or {@code tokenFile}: what scrapers present as a bearer; one of them is required
 *   <li>{@code host}: where to listen, 127.0.0.1 if absent
 *   <li>{@code port}: 18789 if absent, 0 for any that is free
 *   <li>{@code address}: where events are published on the event bus, {@code openclaw.diagnostics} if absent
 *   <li>{@code redactPatterns}: what no label may hold, beside the built-in patterns
 *   <li>{@code compatibility}: which release's families and labels, {@code 2026.5} if absent, or {@code 2026.9}
 * </ul>
 *
 * <p>A message is an event as {@link EventDecoder} reads it: a {@code JsonObject}, or its text as a {@code String} or
 * {@code Buffer}. It is recorded on the thread that publishes it, before {@code publish} returns: no queue, nothing lost.
 * There is no consumer at the address, so the future of {@code MessageProducer.write} fails with {@code NO_HANDLERS} where
 * the Gateway has none; the event counts all the same. Only messages that are published within this process are taken: on a
 * clustered event bus no peer can inject an event, whatever it says of its trust.
 *
 * <p>An instance is deployed once, and one exporter listens on a port: a second deployment fails.
 */
public final class StandaloneExporterVerticle extends VerticleBase {

    private static final System.Logger LOG = System.getLogger(StandaloneExporterVerticle.class.getName());

    private final SingleDeployment deployment = new SingleDeployment();
    private final DiagnosticsChannel channel = DiagnosticsChannel.create();
    private @Nullable PortReservation port;
    private @Nullable EventBusReceiver receiver;

    /** For deployment by name. */
    public StandaloneExporterVerticle() {}

    @Override
    public Future<?> start() {
        deployment.begin(StandaloneExporterVerticle.class);
        StandaloneOptions options = StandaloneOptions.of(config());
        Router router = Router.router(vertx);
        DiagnosticsPrometheusVerticle exporter = DiagnosticsPrometheusVerticle.create(
                channel, router, TokenAuthentication.handler(options.token()), options.exporter());
        PortReservation reservation = PortReservation.of(vertx, options.host(), options.port());
        port = reservation;
        return export(exporter, router, options).onFailure(failure -> reservation.close());
    }

    private Future<?> export(DiagnosticsPrometheusVerticle exporter, Router router, StandaloneOptions options) {
        return vertx.deployVerticle(exporter)
                .compose(deployed -> listen(router, options))
                .onSuccess(server -> receiver = EventBusReceiver.open(vertx.eventBus(), options.address(), channel));
    }

    private Future<HttpServer> listen(Router router, StandaloneOptions options) {
        return HttpServers.create(vertx, router)
                .listen(options.port(), options.host())
                .recover(failure -> Future.failedFuture(new IllegalStateException(
                        "StandaloneExporterVerticle: cannot listen on " + options.host() + ", port " + options.port()
                                + ": " + failure.getMessage(),
                        failure)))
                .onSuccess(server -> LOG.log(
                        System.Logger.Level.INFO,
                        "Metrics at http://{0}:{1}{2}",
                        options.host(),
                        Integer.toString(server.actualPort()),
                        ScrapeRoute.PATH));
    }

    /** Returns where the events from the event bus are published. */
    DiagnosticsChannel channel() {
        return channel;
    }

    @Override
    public Future<?> stop() {
        if (receiver != null) {
            receiver.close();
        }
        if (port != null) {
            port.close();
        }
        return Future.succeededFuture();
    }
}
