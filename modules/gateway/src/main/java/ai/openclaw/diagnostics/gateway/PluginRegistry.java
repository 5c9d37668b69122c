package ai.openclaw.diagnostics.gateway;

import ai.openclaw.diagnostics.config.PluginSettings;
import ai.openclaw.diagnostics.config.Setting;
import ai.openclaw.diagnostics.plugin.GatewayPlugin;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The plugins that there are, and whether each is on. */
final class PluginRegistry {

    private final Set<String> bundledIds;
    private final List<GatewayPlugin> plugins;
    private final PluginSettings settings;

    private PluginRegistry(PluginSettings settings, List<GatewayPlugin> bundled, List<GatewayPlugin> loaded) {
        this.settings = settings;
        this.bundledIds = bundled.stream().map(GatewayPlugin::id).collect(Collectors.toSet());
        this.plugins = Stream.concat(bundled.stream(), loaded.stream())
                .sorted(Comparator.comparing(GatewayPlugin::id))
                .toList();
    }

    /**
     * Finds the plugins that come with the Gateway, and those in the folders that the settings name.
     *
     * @throws GatewayException if a folder or a jar in it cannot be used, or two plugins have the same id
     */
    static PluginRegistry of(PluginSettings settings) {
        List<GatewayPlugin> bundled = ServiceLoader.load(GatewayPlugin.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
        PluginRegistry registry = new PluginRegistry(
                settings, bundled, PluginJars.in(settings.loadPaths().value()));
        registry.refuseDoubles();
        return registry;
    }

    private void refuseDoubles() {
        for (int i = 1; i < plugins.size(); i++) {
            if (plugins.get(i).id().equals(plugins.get(i - 1).id())) {
                throw GatewayException.unusable("plugins.load.paths: there are two plugins with the id "
                        + plugins.get(i).id() + ". Take one of them out.");
            }
        }
    }

    /** Returns the plugins, by id. */
    List<GatewayPlugin> plugins() {
        return plugins;
    }

    /**
     * Returns the plugin of this id.
     *
     * @throws GatewayException if there is none
     */
    GatewayPlugin plugin(String id) {
        return plugins.stream()
                .filter(plugin -> plugin.id().equals(id))
                .findFirst()
                .orElseThrow(() -> GatewayException.failed(
                        "Plugin not found: " + id + ". Run `openclaw plugins list` to see installed plugins."));
    }

    /** Returns whether the settings turn the plugin of this id on. */
    PluginActivation activation(String id) {
        Boolean entry = Optional.ofNullable(settings.entries().get(id))
                .flatMap(PluginSettings.Entry::enabled)
                .map(Setting::value)
                .orElse(null);
        return PluginActivation.of(
                id,
                bundledIds.contains(id),
                settings.enabled().value(),
                settings.allow().value(),
                settings.deny().value(),
                entry);
    }
}
