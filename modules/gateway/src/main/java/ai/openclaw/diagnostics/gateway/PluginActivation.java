package ai.openclaw.diagnostics.gateway;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a plugin is on, and the rule that decided it.
 *
 * @param on whether it is deployed
 * @param reason the first rule that matched, for listings
 */
record PluginActivation(boolean on, String reason) {

    /**
     * Decides about a plugin; the first rule that matches wins.
     *
     * @param id the plugin's id
     * @param bundled whether it comes with the Gateway; others were put there to run
     * @param enabled {@code plugins.enabled}
     * @param allow {@code plugins.allow}
     * @param deny {@code plugins.deny}
     * @param entry {@code plugins.entries.<id>.enabled}, null if unset
     */
    static PluginActivation of(
            String id,
            boolean bundled,
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
        return bundled
                ? off("not enabled; plugins that come with the Gateway are off by default")
                : on("found in plugins.load.paths");
    }

    private static PluginActivation on(String reason) {
        return new PluginActivation(true, reason);
    }

    private static PluginActivation off(String reason) {
        return new PluginActivation(false, reason);
    }
}
