package ai.openclaw.diagnostics.pluginhost;

import ai.openclaw.diagnostics.config.GatewayException;
import ai.openclaw.diagnostics.config.PluginSettings;
import ai.openclaw.diagnostics.config.Settings;
import ai.openclaw.diagnostics.config.source.ConfigException;
import ai.openclaw.diagnostics.spi.GatewayPlugin;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;

/** The plugins that there are, and whether each is on. */
public final class PluginRegistry {

    private final List<DiscoveredPlugin> plugins;
    private final PluginSettings settings;

    private PluginRegistry(Settings settings, List<DiscoveredPlugin> installed) {
        List<DiscoveredPlugin> inFolders = PluginJars.in(settings.loadPaths());
        this.plugins = Stream.of(bundled(), installed, inFolders)
                .flatMap(List::stream)
                .sorted(Comparator.comparing(DiscoveredPlugin::id))
                .toList();
        refuseDoubles();
        this.settings =
                settings.plugins(plugins.stream().map(DiscoveredPlugin::id).toList());
    }

    /**
     * Finds the plugins that come with the Gateway, those that are installed, and those in the folders that the settings
     * name.
     *
     * @throws GatewayException if a folder or a jar cannot be used, or two plugins have the same id
     * @throws ConfigException if what the settings say of one of them is wrong, or of an id that is almost one of theirs
     */
    public static PluginRegistry of(Settings settings, PluginStore store) {
        return new PluginRegistry(settings, store.plugins());
    }

    /** As {@link #of}, but for the installed plugins. */
    public static PluginRegistry withoutInstalled(Settings settings) {
        return new PluginRegistry(settings, List.of());
    }

    private static List<DiscoveredPlugin> bundled() {
        try {
            return PluginJar.named(ServiceLoader.load(GatewayPlugin.class).stream()).stream()
                    .map(DiscoveredPlugin::bundled)
                    .toList();
        } catch (ExecutionException e) {
            throw GatewayException.failed("A plugin on the Gateway's own path cannot be loaded: it "
                    + PluginCode.describe(e, PluginHost.START_LIMIT) + ". Take its jar off that path.");
        }
    }

    private void refuseDoubles() {
        for (int i = 1; i < plugins.size(); i++) {
            DiscoveredPlugin one = plugins.get(i - 1);
            DiscoveredPlugin other = plugins.get(i);
            if (one.id().equals(other.id())) {
                throw GatewayException.unusable("There are two plugins with the id " + one.id() + ": one " + one.place()
                        + ", one " + other.place() + ". Take one of them out.");
            }
        }
    }

    /** Returns the plugins, by id. */
    public List<DiscoveredPlugin> plugins() {
        return plugins;
    }

    /** Returns the plugin of this id, if there is one. */
    Optional<DiscoveredPlugin> find(String id) {
        return plugins.stream().filter(plugin -> plugin.id().equals(id)).findFirst();
    }

    /**
     * Returns the plugin of this id.
     *
     * @throws GatewayException if there is none
     */
    public DiscoveredPlugin plugin(String id) {
        return find(id).orElseThrow(() -> GatewayException.failed(
                "Plugin not found: " + id + ". Run `openclaw plugins list` to see installed plugins."));
    }

    /** Returns what is configured about these plugins. */
    public PluginSettings settings() {
        return settings;
    }

    /** Returns whether the settings turn a plugin on. */
    public PluginActivation activation(DiscoveredPlugin plugin) {
        return PluginActivation.of(plugin.id(), plugin.origin(), settings);
    }
}
