package ai.openclaw.diagnostics.gateway;

import ai.openclaw.diagnostics.plugin.GatewayPlugin;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A plugin, and where it was found.
 *
 * @param plugin the plugin
 * @param origin where it comes from
 * @param file the jar in a folder, or the name that an installed jar had; null for a bundled plugin
 * @param sha256 what an installed jar must have, and has; else null
 */
record FoundPlugin(
        GatewayPlugin plugin,
        PluginOrigin origin,
        @Nullable String file,
        @Nullable String sha256) {

    static FoundPlugin bundled(GatewayPlugin plugin) {
        return new FoundPlugin(plugin, PluginOrigin.BUNDLED, null, null);
    }

    static FoundPlugin inFolder(GatewayPlugin plugin, Path jar) {
        return new FoundPlugin(plugin, PluginOrigin.FOLDER, jar.toString(), null);
    }

    static FoundPlugin installed(GatewayPlugin plugin, InstalledJar jar) {
        return new FoundPlugin(plugin, PluginOrigin.INSTALLED, jar.file(), jar.sha256());
    }

    String id() {
        return plugin.id();
    }

    /** Returns the plugin for a Gateway to deploy, which vouches for nothing that a plugin of others publishes. */
    GatewayPlugin deployed() {
        return origin == PluginOrigin.BUNDLED ? plugin : new ForeignPlugin(plugin);
    }

    String module() {
        return plugin.getClass().getModule().getName();
    }

    /** Returns in words where it is. */
    String place() {
        return switch (origin) {
            case BUNDLED -> "bundled with the Gateway";
            case INSTALLED -> "installed from " + file;
            case FOLDER -> "in " + file + " (plugins.load.paths)";
        };
    }
}
