package ai.openclaw.diagnostics.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is configured about plugins; which of them run follows from it.
 *
 * @param enabled whether there are plugins at all
 * @param allow if not empty, the only plugins that may run
 * @param deny plugins that never run
 * @param loadPaths folders with plugins that are not bundled, as they are written
 * @param entries what is said of single plugins, by id, in the order of the file
 */
public record PluginSettings(
        Setting<Boolean> enabled,
        Setting<List<String>> allow,
        Setting<List<String>> deny,
        Setting<List<String>> loadPaths,
        Map<String, Entry> entries) {

    /**
     * What is said of a single plugin.
     *
     * @param enabled whether it runs, if that is said
     * @param config what it is given: maps, lists, strings, numbers, booleans and null; may hold secrets
     */
    public record Entry(Optional<Setting<Boolean>> enabled, Setting<Map<String, @Nullable Object>> config) {}

    /** Tells whether a text can be a plugin's id, so that lists and entries can name the plugin. */
    public static boolean isId(String text) {
        return Schema.isPluginId(text);
    }

    static PluginSettings of(GatewayConfig file) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (String id : file.pluginIds()) {
            entries.put(id, new Entry(file.get(Schema.ENTRY_ENABLED.of(id)), file.inForce(Schema.ENTRY_CONFIG.of(id))));
        }
        return new PluginSettings(
                file.inForce(Schema.PLUGINS_ENABLED),
                file.inForce(Schema.PLUGINS_ALLOW),
                file.inForce(Schema.PLUGINS_DENY),
                file.inForce(Schema.PLUGINS_PATHS),
                java.util.Collections.unmodifiableMap(entries));
    }
}
