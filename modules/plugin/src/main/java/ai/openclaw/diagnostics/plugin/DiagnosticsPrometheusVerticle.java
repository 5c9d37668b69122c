package ai.openclaw.diagnostics.plugin;

import ai.openclaw.diagnostics.events.DiagnosticsChannel;
import ai.openclaw.diagnostics.events.Provenance;
import ai.openclaw.diagnostics.events.Subscription;
import ai.openclaw.diagnostics.events.TelemetryExporter;
import ai.openclaw.diagnostics.http.route.ScrapeRoute;
import ai.openclaw.diagnostics.policy.InvalidRedactPatternException;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.AuthenticationHandler;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Exports a Gateway's diagnostics to Prometheus for as long as it is deployed.
 *
 * <p>Deploying subscribes to the channel, mounts {@link ScrapeRoute#PATH} on the router behind the Gateway's
 * authentication handler, and publishes that the exporter has started, which it counts itself: a deployed exporter is
 * never empty while its channel is enabled. Undeploying takes the route off, ends the subscription and forgets every
 * series; deploying again starts from zero, with a new instance.
 *
 * <p>Events are recorded on the threads that publish them, not on this verticle's.
 */
public final class DiagnosticsPrometheusVerticle extends VerticleBase {

    private final DiagnosticsChannel channel;
    private final Router router;
    private final AuthenticationHandler authentication;
    private final PrometheusExporter exporter;
    private @Nullable Subscription subscription;
    private @Nullable Route route;

    private DiagnosticsPrometheusVerticle(
            DiagnosticsChannel channel,
            Router router,
            AuthenticationHandler authentication,
            PrometheusExporter exporter) {
        this.channel = channel;
        this.router = router;
        this.authentication = authentication;
        this.exporter = exporter;
    }

    /**
     * Returns a verticle to deploy once.
     *
     * @param channel where the Gateway publishes its events
     * @param router where the endpoint is mounted
     * @param authentication the Gateway's own; it must put the caller's user with its authorizations into the context
     */
    public static DiagnosticsPrometheusVerticle create(
            DiagnosticsChannel channel, Router router, AuthenticationHandler authentication) {
        return create(channel, router, authentication, List.of());
    }

    /**
     * Returns a verticle to deploy once, with patterns of one's own for what no label may hold.
     *
     * @throws InvalidRedactPatternException if a pattern is invalid or could take too long
     */
    public static DiagnosticsPrometheusVerticle create(
            DiagnosticsChannel channel,
            Router router,
            AuthenticationHandler authentication,
            List<String> redactPatterns) {
        return new DiagnosticsPrometheusVerticle(
                channel, router, authentication, PrometheusExporter.create(redactPatterns));
    }

    @Override
    public Future<?> start() {
        subscription = channel.subscribe(exporter.recorder());
        route = ScrapeRoute.of(vertx, exporter.exposition()).mount(router, authentication);
        channel.publish(
                new TelemetryExporter(PrometheusExporter.ID, "configured", "metrics", "started"), Provenance.INTERNAL);
        return Future.succeededFuture();
    }

    @Override
    public Future<?> stop() {
        if (route != null) {
            route.remove();
        }
        if (subscription != null) {
            subscription.close();
        }
        return Future.succeededFuture();
    }
}
