package ai.openclaw.diagnostics.gateway;

import ai.openclaw.diagnostics.auth.AttemptLimit;
import ai.openclaw.diagnostics.auth.ClientAddress;
import ai.openclaw.diagnostics.auth.OperatorAuthentication;
import ai.openclaw.diagnostics.auth.RateLimiter;
import ai.openclaw.diagnostics.events.DiagnosticsChannel;
import ai.openclaw.diagnostics.http.route.HttpLimits;
import ai.openclaw.diagnostics.http.route.HttpServers;
import ai.openclaw.diagnostics.ingest.IngestRoute;
import ai.openclaw.diagnostics.monitoring.EventLoopMonitor;
import ai.openclaw.diagnostics.monitoring.Probes;
import ai.openclaw.diagnostics.monitoring.ProcessMonitors;
import ai.openclaw.diagnostics.monitoring.Readiness;
import ai.openclaw.diagnostics.monitoring.StateFolder;
import ai.openclaw.diagnostics.operator.EventHistory;
import ai.openclaw.diagnostics.operator.PageRoute;
import ai.openclaw.diagnostics.operator.StatusReport;
import ai.openclaw.diagnostics.operator.StatusRoute;
import ai.openclaw.diagnostics.operator.SupportReport;
import ai.openclaw.diagnostics.operator.SupportRoute;
import ai.openclaw.diagnostics.pluginhost.PluginHost;
import ai.openclaw.diagnostics.spi.GatewayContext;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.transport.Transport;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A Gateway: an HTTP server with operator authentication and probes, a diagnostics channel, and the plugins that its
 * options enable. Several may run in one process, each with its own channel.
 */
public final class Gateway {

    private static final long GRACE_MS = 5_000;
    private static final long MIN_GRACE_MS = 500; // requests have had the time of draining

    private final Vertx vertx;
    private final GatewayOptions options;
    private final DiagnosticsChannel channel;
    private final ClientAddress addresses;
    private final OperatorAuthentication authentication;
    private final Router router;
    private final HttpServer server;
    private final EventLoopMonitor eventLoop;
    private final PluginHost plugins;
    private final @Nullable IngestRoute ingest;
    private final StatusRoute status;
    private final SupportRoute support;
    private final EventHistory history;
    private volatile @Nullable ProcessMonitors process;
    private final Readiness readiness = Readiness.of(this::notReady);
    private final @Nullable StateFolder state;
    private final @Nullable TlsReload tls;

    private Gateway(Vertx vertx, GatewayOptions options) {
        this.vertx = vertx;
        this.options = options;
        this.channel = options.diagnosticsEnabled() ? DiagnosticsChannel.create() : DiagnosticsChannel.disabled();
        this.addresses = ClientAddress.behind(options.trustedProxies());
        AttemptLimit limit = options.rateLimit();
        this.authentication =
                OperatorAuthentication.of(options.secret(), limit == null ? null : RateLimiter.of(limit), addresses);
        Context context = vertx.getOrCreateContext();
        this.eventLoop = options.ingest() // then the process that counts is the one that sends
                ? EventLoopMonitor.start(context)
                : EventLoopMonitor.start(context, channel);
        this.router = Router.router(vertx);
        this.plugins = PluginHost.of(vertx, PluginHost.START_LIMIT, PluginHost.STOP_LIMIT);
        this.ingest = options.ingest() ? IngestRoute.of(vertx, channel, channel.rejections()) : null;
        Path folder = options.stateDirectory();
        this.state = folder == null ? null : StateFolder.watch(vertx, folder);
        TlsFiles files = options.tls();
        this.tls = files == null ? null : TlsReload.of(vertx, files);
        this.server = tls == null ? HttpServers.create(vertx, router) : tls.server(router);
        this.history = EventHistory.start(vertx, channel);
        StatusReport report = new GatewayStatus(options, channel, readiness::state, server::actualPort)
                .report(eventLoop, ingest, authentication);
        this.status = StatusRoute.of(vertx, report);
        this.support = SupportRoute.of(vertx, SupportReport.of(report, channel, history));
    }

    /**
     * Returns the transport that the Vert.x instance of a Gateway should have; with another one, floods of connections delay
     * its responses by longer.
     */
    public static Transport transport() {
        return HttpServers.transport(HttpLimits.DEFAULT);
    }

    /** Starts a Gateway; the result is listening and its plugins are deployed. */
    public static Future<Gateway> start(Vertx vertx, GatewayOptions options) {
        Gateway gateway = new Gateway(vertx, options);
        Probes.mount(gateway.router, gateway.readiness, gateway.eventLoop::health, gateway::maySeeDetails);
        if (gateway.ingest != null) {
            gateway.ingest.mount(gateway.router, gateway.authentication.handler());
        }
        gateway.status.mount(gateway.router, gateway.authentication.handler());
        gateway.support.mount(gateway.router, gateway.authentication.handler());
        PageRoute.mount(vertx, gateway.router);
        return gateway.deployPlugins().compose(deployed -> gateway.listen()).map(gateway);
    }

    private Future<?> deployPlugins() {
        GatewayContext context =
                new GatewayContext(channel, router, authentication.handler(), options.redactPatterns(), Map.of());
        return plugins.start(options.plugins(), context);
    }

    private Future<?> listen() {
        return server.listen(options.port(), options.host()).onSuccess(listening -> {
            if (ingest == null) {
                process = ProcessMonitors.start(channel); // after the plugins, which count what it finds
            }
            readiness.started();
        });
    }

    private List<String> notReady() {
        List<String> parts = new ArrayList<>();
        if (eventLoop.health().isBlocked()) {
            parts.add("event-loop");
        }
        plugins.undeployed().forEach(id -> parts.add("plugin:" + id));
        if (state != null && !state.isUsable()) {
            parts.add("state-dir");
        }
        return parts;
    }

    private boolean maySeeDetails(RoutingContext context) {
        return addresses.isLocal(context.request()) || authentication.isOperator(context.request());
    }

    /** Returns where this Gateway's parts publish what happens. */
    public DiagnosticsChannel channel() {
        return channel;
    }

    /** Returns a URL without a path by which this machine reaches the Gateway. */
    public String url() {
        String host = options.host().equals("0.0.0.0") ? GatewayOptions.LOOPBACK : options.host();
        return (tls == null ? "http://" : "https://") + (host.contains(":") ? "[" + host + "]" : host) + ":"
                + server.actualPort();
    }

    /**
     * Returns how many events there were of late, as JSON, for a report on a failure.
     *
     * @param reason what failed, in a word
     */
    public String history(String reason) {
        return history.json(reason);
    }

    /**
     * Is not ready any more, and serves on for a while if probes have asked lately, so that a load balancer can take the traffic
     * away. Then answers requests in flight, accepts no more, stops the plugins, and closes Vert.x.
     *
     * @return completes with a sentence for each plugin that did not stop
     */
    public Future<List<String>> stop() {
        readiness.draining();
        long drainMs = readiness.isWatched() ? options.drainMs() : 0;
        Promise<List<String>> stopped = Promise.promise(); // of no event loop: those are gone when this completes
        if (drainMs == 0) {
            close(GRACE_MS, stopped);
        } else {
            vertx.setTimer(drainMs, drained -> close(Math.max(MIN_GRACE_MS, GRACE_MS - drainMs), stopped));
        }
        return stopped.future();
    }

    private void close(long graceMs, Promise<List<String>> stopped) {
        eventLoop.close();
        history.close();
        if (state != null) {
            state.close();
        }
        if (tls != null) {
            tls.close();
        }
        ProcessMonitors monitors = process;
        if (monitors != null) {
            monitors.close();
        }
        server.shutdown(graceMs, TimeUnit.MILLISECONDS)
                .transform(answered -> Future.fromCompletionStage(plugins.stop()))
                .onSuccess(failures -> vertx.close().map(failures).onComplete(stopped));
    }
}
