package ai.openclaw.diagnostics.config;

import ai.openclaw.diagnostics.config.schema.Schema;
import ai.openclaw.diagnostics.config.source.Setting;
import java.util.Collections;
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
 * @param entries what is said of single plugins that there are, by id, in the order of the file
 * @param passedOver the paths in the file that mean nothing to this Gateway or to one of these plugins
 */
public record PluginSettings(
        Setting<Boolean> enabled,
        Setting<List<String>> allow,
        Setting<List<String>> deny,
        Map<String, Entry> entries,
        List<String> passedOver) {

    /**
     * What is said of a single plugin.
     *
     * @param enabled whether it runs, if that is said
     * @param config what it is given: maps, lists, strings, numbers, booleans and null, none
     *     of which can be changed; may hold secrets
     */
    public record Entry(Optional<Setting<Boolean>> enabled, Setting<Map<String, @Nullable Object>> config) {}

    /** Returns what a plugin is given: an empty map where nothing is said. */
    public Map<String, @Nullable Object> config(String id) {
        Entry entry = entries.get(id);
        return entry == null ? Map.of() : entry.config().value();
    }

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
                Collections.unmodifiableMap(entries),
                file.passedOver());
    }
}
