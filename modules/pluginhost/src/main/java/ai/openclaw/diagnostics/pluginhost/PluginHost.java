package ai.openclaw.diagnostics.pluginhost;

import ai.openclaw.diagnostics.config.GatewayException;
import ai.openclaw.diagnostics.spi.ConfigProblemsException;
import ai.openclaw.diagnostics.spi.GatewayContext;
import io.vertx.core.Context;
import io.vertx.core.Deployable;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Starts the plugins of a Gateway and stops them. Whatever a plugin throws, returns or never completes, the failure names
 * it and comes within a limit.
 */
public final class PluginHost {

    public static final Duration START_LIMIT = Duration.ofSeconds(30);
    public static final Duration STOP_LIMIT = Duration.ofSeconds(5);

    private final Vertx vertx;
    private final Duration startLimit;
    private final Duration stopLimit;
    private final Map<String, String> deployments = new ConcurrentHashMap<>();

    private PluginHost(Vertx vertx, Duration startLimit, Duration stopLimit) {
        this.vertx = vertx;
        this.startLimit = startLimit;
        this.stopLimit = stopLimit;
    }

    /**
     * Returns one without plugins.
     *
     * @param startLimit how long {@code create} and then the start of a plugin may take
     * @param stopLimit how long the stop of a plugin may take
     */
    public static PluginHost of(Vertx vertx, Duration startLimit, Duration stopLimit) {
        return new PluginHost(vertx, startLimit, stopLimit);
    }

    /**
     * Starts plugins, all at the same time.
     *
     * @return completes when all have started; fails with a {@link GatewayException} as soon as one has not
     */
    public Future<?> start(List<DiscoveredPlugin> plugins, GatewayContext context) {
        return Future.all(plugins.stream().map(plugin -> start(plugin, context)).toList());
    }

    private Future<?> start(DiscoveredPlugin plugin, GatewayContext context) {
        CompletableFuture<Void> started = PluginCode.call(
                        "plugin-" + plugin.id(), startLimit, () -> create(plugin, context))
                .handle((deployable, thrown) -> created(plugin, deployable, thrown))
                .thenCompose(deployable -> deploy(plugin, deployable));
        return Future.fromCompletionStage(started);
    }

    /** Wraps null, which {@code create} must not return, so that it is told apart from a failure. */
    private static CreatedPlugin create(DiscoveredPlugin plugin, GatewayContext context) {
        return new CreatedPlugin(plugin.create(context));
    }

    private record CreatedPlugin(@Nullable Deployable deployable) {}

    private Deployable created(DiscoveredPlugin plugin, CreatedPlugin created, @Nullable Throwable thrown) {
        if (PluginCode.cause(thrown) instanceof ConfigProblemsException refused) {
            throw misconfigured(plugin, refused);
        }
        if (thrown != null) {
            throw failure(plugin, "create() " + PluginCode.describe(thrown, startLimit));
        }
        if (created.deployable() == null) {
            throw failure(plugin, "create() returned null, but must return what is to be deployed");
        }
        return new GuardedDeployable(created.deployable());
    }

    /** What a plugin created, whose errors and nulls become failures. */
    private record GuardedDeployable(Deployable plugin) implements Deployable {

        @Override
        public Future<?> deploy(Context context) {
            return PluginCode.future(() -> plugin.deploy(context));
        }

        @Override
        public Future<?> undeploy(Context context) {
            return PluginCode.future(() -> plugin.undeploy(context));
        }
    }

    private CompletableFuture<Void> deploy(DiscoveredPlugin plugin, Deployable deployable) {
        return vertx.deployVerticle(deployable)
                .toCompletionStage()
                .toCompletableFuture()
                .orTimeout(startLimit.toMillis(), TimeUnit.MILLISECONDS)
                .handleAsync(
                        (deployment, thrown) -> {
                            if (thrown != null) {
                                throw failure(plugin, "its start " + PluginCode.describe(thrown, startLimit));
                            }
                            deployments.put(plugin.id(), deployment);
                            return null;
                        },
                        PluginCode::runApart);
    }

    private static GatewayException failure(DiscoveredPlugin plugin, String reason) {
        return GatewayException.failed("The plugin " + plugin.id() + ", " + plugin.place() + ", did not start: "
                + reason + ". Mend the plugin, or turn it off: openclaw plugins disable " + plugin.id());
    }

    /** Of what {@link DiscoveredPlugin#check} did not find, or was not asked for. */
    private static GatewayException misconfigured(DiscoveredPlugin plugin, ConfigProblemsException refused) {
        String lines = new ConfigProblemsException(PluginConfigCheck.problems(plugin, refused)).getMessage();
        String problems = String.valueOf(lines).replace("\n", "; ");
        return GatewayException.unusable("The plugin " + plugin.id() + ", " + plugin.place()
                + ", cannot be used as it is configured: " + problems + ". Correct that, or turn the plugin off:"
                + " openclaw plugins disable " + plugin.id());
    }

    /** Returns the ids of plugins that have started and are not deployed any more. Any thread; does not block. */
    public List<String> undeployed() {
        Set<String> deployed = vertx.deploymentIDs();
        return deployments.entrySet().stream()
                .filter(entry -> !deployed.contains(entry.getValue()))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /**
     * Stops the plugins that have started, all at the same time.
     *
     * @return completes when all have stopped or the limit has passed, with a sentence for each that failed to; never
     *     fails itself
     */
    public CompletableFuture<List<String>> stop() {
        List<CompletableFuture<String>> stops = deployments.entrySet().stream()
                .map(entry -> stop(entry.getKey(), entry.getValue()))
                .toList();
        return CompletableFuture.allOf(stops.toArray(CompletableFuture[]::new))
                .thenApply(done -> stops.stream()
                        .map(CompletableFuture::join)
                        .filter(failure -> !failure.isEmpty())
                        .toList());
    }

    /** Returns why it did not stop, empty if it did. */
    private CompletableFuture<String> stop(String id, String deployment) {
        return vertx.undeploy(deployment)
                .toCompletionStage()
                .toCompletableFuture()
                .orTimeout(stopLimit.toMillis(), TimeUnit.MILLISECONDS)
                .handleAsync(
                        (done, thrown) -> thrown == null
                                ? ""
                                : "The plugin " + id + " did not stop: its stop "
                                        + PluginCode.describe(thrown, stopLimit) + ".",
                        PluginCode::runApart);
    }
}
