package ai.openclaw.diagnostics.pluginhost;

import ai.openclaw.diagnostics.config.GatewayException;
import ai.openclaw.diagnostics.config.source.Setting;
import ai.openclaw.diagnostics.files.FileFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Plugins in the folders of jars that {@code plugins.load.paths} names. */
final class PluginJars {

    private PluginJars() {}

    /**
     * Returns the plugins of all jars in these folders.
     *
     * @throws GatewayException if a folder cannot be read, or a jar is not a plugin's
     */
    static List<DiscoveredPlugin> in(Setting<List<Path>> folders) {
        return folders.value().stream()
                .flatMap(folder -> jars(folder, folders.source()).stream())
                .flatMap(PluginJars::plugins)
                .toList();
    }

    private static Stream<DiscoveredPlugin> plugins(Path jar) {
        return PluginJar.load(jar, "plugins.load.paths: the plugin " + jar, "Take it out of that folder.")
                .plugins()
                .stream()
                .map(plugin -> new DiscoveredPlugin(plugin, PluginOrigin.FOLDER, jar.toString(), null));
    }

    private static List<Path> jars(Path folder, String source) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw GatewayException.unusable("plugins.load.paths (" + source + "): the folder " + folder
                    + " cannot be read: " + (Files.exists(folder) ? FileFailure.reason(e) : "it does not exist")
                    + ". Create it, or remove it from the list.");
        }
    }
}
