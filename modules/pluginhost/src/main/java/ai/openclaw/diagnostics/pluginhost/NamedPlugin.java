package ai.openclaw.diagnostics.pluginhost;

import ai.openclaw.diagnostics.config.PluginSettings;
import ai.openclaw.diagnostics.policy.ForeignText;
import ai.openclaw.diagnostics.spi.GatewayPlugin;

/**
 * A plugin with what it said of itself when it was loaded. The plugin is asked once: an id that changes, or a method that
 * throws later, has no effect.
 *
 * @param id the id by which the configuration names it
 * @param description one sentence, for listings
 * @param plugin the plugin
 */
public record NamedPlugin(String id, String description, GatewayPlugin plugin) {

    /** An id that the configuration cannot name. */
    static final class UnusableIdException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final String reason;

        private UnusableIdException(String reason) {
            super(reason);
            this.reason = reason;
        }

        String reason() {
            return reason;
        }
    }

    public NamedPlugin {
        if (!PluginSettings.isId(id)) {
            throw new UnusableIdException("its plugin id \"" + ForeignText.line(id)
                    + "\" is not one that a configuration can name: letters, digits and _ . @ / - only");
        }
    }

    /**
     * Asks a plugin for its id and description, of which a line remains that terminals can show.
     *
     * @throws UnusableIdException if the configuration cannot name such an id
     */
    public static NamedPlugin of(GatewayPlugin plugin) {
        String id = plugin.id();
        if (id == null) {
            throw new UnusableIdException(
                    "its id() returned null, but must return an id that a configuration can name");
        }
        String description = ForeignText.line(plugin.description());
        return new NamedPlugin(id, description.isEmpty() ? "No description." : description, plugin);
    }
}
