package ai.openclaw.diagnostics.pluginhost;

import ai.openclaw.diagnostics.config.PluginSettings;
import ai.openclaw.diagnostics.config.source.Setting;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether a plugin is on, and the rule that decided it.
 *
 * @param on whether it is deployed
 * @param reason the first rule that matched, for listings
 */
public record PluginActivation(boolean on, String reason) {

    /** Decides about a plugin by what is configured. */
    public static PluginActivation of(String id, PluginOrigin origin, PluginSettings settings) {
        Boolean entry = Optional.ofNullable(settings.entries().get(id))
                .flatMap(PluginSettings.Entry::enabled)
                .map(Setting::value)
                .orElse(null);
        return of(
                id,
                origin,
                settings.enabled().value(),
                settings.allow().value(),
                settings.deny().value(),
                entry);
    }

    /**
     * Decides about a plugin; the first rule that matches wins.
     *
     * @param id the plugin's id
     * @param origin where it comes from, which decides if no rule does
     * @param enabled {@code plugins.enabled}
     * @param allow {@code plugins.allow}
     * @param deny {@code plugins.deny}
     * @param entry {@code plugins.entries.<id>.enabled}, null if unset
     */
    public static PluginActivation of(
            String id,
            PluginOrigin origin,
            boolean enabled,
            List<String> allow,
            List<String> deny,
            @Nullable Boolean entry) {
        String entryKey = "plugins.entries." + id + ".enabled";
        if (!enabled) {
            return off("plugins.enabled is false");
        }
        if (deny.contains(id)) {
            return off("listed in plugins.deny");
        }
        if (Boolean.FALSE.equals(entry)) {
            return off(entryKey + " is false");
        }
        if (!allow.isEmpty() && !allow.contains(id)) {
            return off("plugins.allow does not list it");
        }
        if (Boolean.TRUE.equals(entry)) {
            return on(entryKey + " is true");
        }
        if (allow.contains(id)) {
            return on("listed in plugins.allow");
        }
        return origin.byDefault();
    }

    /** Returns the state in a word. */
    public String word() {
        return word(on);
    }

    /** Returns {@code on} or {@code off}. */
    public static String word(boolean on) {
        return on ? "on" : "off";
    }

    private static PluginActivation on(String reason) {
        return new PluginActivation(true, reason);
    }

    private static PluginActivation off(String reason) {
        return new PluginActivation(false, reason);
    }
}
