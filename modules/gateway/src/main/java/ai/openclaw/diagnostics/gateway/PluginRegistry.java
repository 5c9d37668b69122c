package ai.openclaw.diagnostics.gateway;

import ai.openclaw.diagnostics.config.PluginSettings;
import ai.openclaw.diagnostics.config.Setting;
import ai.openclaw.diagnostics.plugin.GatewayPlugin;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** The plugins that come with the Gateway, found by {@link ServiceLoader}, and whether each is on. */
final class PluginRegistry {

    private PluginRegistry() {}

    /** Returns the plugins, by id. */
    static List<GatewayPlugin> plugins() {
        return ServiceLoader.load(GatewayPlugin.class).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparing(GatewayPlugin::id))
                .toList();
    }

    /**
     * Returns the plugin of this id.
     *
     * @throws GatewayException if there is none
     */
    static GatewayPlugin plugin(String id) {
        return plugins().stream()
                .filter(plugin -> plugin.id().equals(id))
                .findFirst()
                .orElseThrow(() -> GatewayException.failed(
                        "Plugin not found: " + id + ". Run `openclaw plugins list` to see installed plugins."));
    }

    /** Returns whether these settings turn the plugin of this id on. */
    static PluginActivation activation(String id, PluginSettings settings) {
        Boolean entry = Optional.ofNullable(settings.entries().get(id))
                .flatMap(PluginSettings.Entry::enabled)
                .map(Setting::value)
                .orElse(null);
        return PluginActivation.of(
                id,
                settings.enabled().value(),
                settings.allow().value(),
                settings.deny().value(),
                entry);
    }
}
