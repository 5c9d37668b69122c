package ai.openclaw.diagnostics.pluginhost;

import ai.openclaw.diagnostics.config.ConfigSection;
import ai.openclaw.diagnostics.config.GatewayException;
import ai.openclaw.diagnostics.spi.GatewayContext;
import io.vertx.core.Deployable;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A plugin, and where it was found.
 *
 * @param named the plugin with its id
 * @param origin where it comes from
 * @param file the jar in a folder, or the name that an installed jar had; null for a bundled plugin
 * @param sha256 what an installed jar must have, and has; else null
 * @param config what the configuration gives to it
 */
public record DiscoveredPlugin(
        NamedPlugin named,
        PluginOrigin origin,
        @Nullable String file,
        @Nullable String sha256,
        Map<String, @Nullable Object> config) {

    /** Creates one that is given nothing. */
    public DiscoveredPlugin(NamedPlugin named, PluginOrigin origin, @Nullable String file, @Nullable String sha256) {
        this(named, origin, file, sha256, Map.of());
    }

    /** Returns one that is shipped with the application. */
    public static DiscoveredPlugin bundled(NamedPlugin plugin) {
        return new DiscoveredPlugin(plugin, PluginOrigin.BUNDLED, null, null);
    }

    /** Returns this one, with what the configuration gives to it. */
    public DiscoveredPlugin withConfig(Map<String, @Nullable Object> given) {
        return new DiscoveredPlugin(named, origin, file, sha256, given);
    }

    /** Returns the id by which the configuration names it. */
    public String id() {
        return named.id();
    }

    /** Returns what it says of itself, as {@link NamedPlugin#description} has it. */
    public String description() {
        return named.description();
    }

    /** Returns the name of its Java module, {@code null} for a jar on the class path. */
    public String module() {
        return String.valueOf(named.plugin().getClass().getModule().getName());
    }

    /**
     * Has the plugin check what the configuration gives to it.
     *
     * @param section where in the file that is
     * @param environment the variables of the process
     * @throws GatewayException with a line for each problem, or if the plugin fails to check
     */
    public void check(ConfigSection section, Map<String, String> environment) {
        PluginConfigCheck.check(this, section, environment);
    }

    /** Creates what is to be deployed. What a third-party plugin publishes is untrusted, so none of it is recorded. */
    Deployable create(GatewayContext context) {
        GatewayContext own = context.withConfig(config);
        return named.plugin().create(origin == PluginOrigin.BUNDLED ? own : untrusted(own));
    }

    private static GatewayContext untrusted(GatewayContext context) {
        return new GatewayContext(
                context.channel().untrusted(),
                context.router(),
                context.authentication(),
                context.redactPatterns(),
                context.config());
    }

    /** Returns the id and the origin, and nothing of the configuration. */
    @Override
    public String toString() {
        return id() + ", " + place();
    }

    /** Returns in words where it is. */
    public String place() {
        return switch (origin) {
            case BUNDLED -> "bundled with the Gateway";
            case INSTALLED -> "installed from " + file;
            case FOLDER -> "in " + file + " (plugins.load.paths)";
        };
    }
}
