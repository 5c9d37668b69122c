package ai.openclaw.diagnostics.plugin;

import static java.util.Objects.requireNonNull;

import ai.openclaw.diagnostics.catalog.Catalog;
import ai.openclaw.diagnostics.catalog.domain.OpenClawCatalog;
import ai.openclaw.diagnostics.events.DiagnosticsChannel;
import ai.openclaw.diagnostics.events.Provenance;
import ai.openclaw.diagnostics.events.Subscription;
import ai.openclaw.diagnostics.events.TelemetryExporter;
import ai.openclaw.diagnostics.http.exposition.StoreExposition;
import ai.openclaw.diagnostics.http.route.ScrapeRoute;
import ai.openclaw.diagnostics.policy.InvalidRedactPatternException;
import ai.openclaw.diagnostics.policy.LabelPolicy;
import ai.openclaw.diagnostics.recording.SharedRecording;
import ai.openclaw.diagnostics.spi.Exporters;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.AuthenticationHandler;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Exports a Gateway's diagnostics to Prometheus for as long as it is deployed.
 *
 * <p>Deploying subscribes to the channel, publishes that the exporter has started, which it counts itself, and mounts
 * {@link ScrapeRoute#PATH} on the router behind the Gateway's authentication handler: a scrape is never empty while the
 * channel is enabled. Undeploying takes the endpoint off every router, ends the subscription and
 * forgets every series, unless another exporter of the channel still reads them. An instance is deployed once, a second deployment fails; a new instance starts from zero.
 *
 * <p>A Gateway with several HTTP verticles, one for each core say, deploys one exporter and has each of them
 * {@link #mount} it: they share the series and the rendering.
 *
 * <p>Events are recorded on the threads that publish them, not on this verticle's. A lifetime reaches from deployment to
 * undeployment; whatever the Gateway's threads publish meanwhile,
 *
 * <ol>
 *   <li>an event published after the deployment completed and before the undeployment was asked for counts exactly once,
 *       and is in every scrape of that lifetime that is asked for after it was published;
 *   <li>an event published while no exporter is deployed counts nowhere;
 *   <li>an event whose publication meets a deployment or an undeployment counts in that lifetime or in none, and of one
 *       thread's events those that count follow each other without a gap: no redeployment counts an event twice;
 *   <li>a scrape that meets an undeployment is answered whole, or with what the router answers without the endpoint; it
 *       is never empty, cut short or made of two lifetimes.
 * </ol>
 *
 * <p>What was counted after the last scrape of a lifetime is gone with it. Exporters that are deployed on one channel at
 * a time share one recording: an event is counted once, whatever the number of those that show it.
 */
public final class DiagnosticsPrometheusVerticle extends VerticleBase {

    private final DiagnosticsChannel channel;
    private final Catalog catalog;
    private final LabelPolicy policy;
    private final SingleDeployment deployment = new SingleDeployment();
    private final List<Mount> mounts = new ArrayList<>(); // guarded by itself, like what is mounted
    private final List<Route> mounted = new ArrayList<>();
    private @Nullable ScrapeRoute endpoint;
    private SharedRecording.@Nullable Lease recording;
    private @Nullable Subscription status;

    /** A router that wants the endpoint, and what guards it there. */
    private record Mount(Router router, String path, AuthenticationHandler authentication) {
        Mount {
            requireNonNull(router, "the router is null");
            requireNonNull(authentication, ScrapeRoute.NO_AUTHENTICATION);
        }
    }

    private DiagnosticsPrometheusVerticle(DiagnosticsChannel channel, ExporterOptions options) {
        this.channel = requireNonNull(channel, "the channel is null");
        this.catalog = OpenClawCatalog.of(options.profile());
        this.policy = LabelPolicy.withRedactPatterns(options.redactPatterns());
    }

    /**
     * Returns a verticle to deploy once, which serves nothing until it is {@link #mount mounted}.
     *
     * @param channel where the Gateway publishes its events
     */
    public static DiagnosticsPrometheusVerticle create(DiagnosticsChannel channel) {
        return create(channel, ExporterOptions.defaults());
    }

    /**
     * Returns a verticle to deploy once, which serves nothing until it is {@link #mount mounted}.
     *
     * @param channel where the Gateway publishes its events
     * @throws InvalidRedactPatternException if a pattern is invalid or could take too long
     */
    public static DiagnosticsPrometheusVerticle create(DiagnosticsChannel channel, ExporterOptions options) {
        return new DiagnosticsPrometheusVerticle(channel, options);
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
     * Returns a verticle to deploy once, with custom patterns for what no label may hold.
     *
     * @throws InvalidRedactPatternException if a pattern is invalid or could take too long
     */
    public static DiagnosticsPrometheusVerticle create(
            DiagnosticsChannel channel,
            Router router,
            AuthenticationHandler authentication,
            List<String> redactPatterns) {
        return create(
                channel, router, authentication, ExporterOptions.defaults().withRedactPatterns(redactPatterns));
    }

    /**
     * Returns a verticle to deploy once.
     *
     * @throws InvalidRedactPatternException if a pattern is invalid or could take too long
     */
    public static DiagnosticsPrometheusVerticle create(
            DiagnosticsChannel channel, Router router, AuthenticationHandler authentication, ExporterOptions options) {
        return create(channel, options).mount(router, authentication);
    }

    /**
     * Mounts the endpoint on one more router; at once if the verticle is deployed, else with its deployment. For any
     * thread.
     *
     * @param authentication as for {@link #create(DiagnosticsChannel, Router, AuthenticationHandler)}
     * @return this
     */
    public DiagnosticsPrometheusVerticle mount(Router router, AuthenticationHandler authentication) {
        return mount(router, ScrapeRoute.PATH, authentication);
    }

    /**
     * Mounts the endpoint as {@link #mount(Router, AuthenticationHandler)} does, at another path.
     *
     * @param path the path below the router's mount point, as for
     *     {@link ScrapeRoute#mount(Router, String, AuthenticationHandler)}
     * @return this
     */
    public DiagnosticsPrometheusVerticle mount(Router router, String path, AuthenticationHandler authentication) {
        Mount mount = new Mount(router, ScrapeRoute.checkedPath(path), authentication);
        synchronized (mounts) {
            mounts.add(mount);
            if (endpoint != null) {
                mounted.add(endpoint.mount(router, path, authentication));
            }
        }
        return this;
    }

    @Override
    public Future<?> start() {
        deployment.begin(DiagnosticsPrometheusVerticle.class);
        SharedRecording.Lease lease = SharedRecording.of(channel).open(catalog, policy);
        recording = lease;
        channel.publish(
                TelemetryExporter.builder()
                        .exporter(PrometheusExporter.ID)
                        .reason("configured")
                        .signal("metrics")
                        .status("started")
                        .build(),
                Provenance.INTERNAL);
        synchronized (mounts) { // only now: no scrape is empty
            ScrapeRoute route = ScrapeRoute.of(vertx, StoreExposition.of(lease.store()));
            mounts.forEach(mount -> mounted.add(route.mount(mount.router, mount.path, mount.authentication)));
            endpoint = route;
            status = Exporters.of(channel).add(() -> ScrapedStatus.of(route.status()));
        }
        return Future.succeededFuture();
    }

    @Override
    public Future<?> stop() {
        synchronized (mounts) {
            mounted.forEach(Route::remove);
            mounted.clear();
            endpoint = null;
            if (status != null) {
                status.close();
            }
        }
        if (recording != null) {
            recording.close();
        }
        return Future.succeededFuture();
    }
}
