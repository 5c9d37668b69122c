package ai.openclaw.diagnostics.gateway;

import ai.openclaw.diagnostics.plugin.GatewayPlugin;
import java.io.IOException;
import java.lang.module.Configuration;
import java.lang.module.FindException;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.lang.module.ResolutionException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Plugins in folders of jars. Each jar is one Java module that provides {@link GatewayPlugin}, and gets a layer and a
 * class loader of its own, so that plugins do not see each other.
 */
final class PluginJars {

    private PluginJars() {}

    /**
     * Returns the plugins of all jars in these folders.
     *
     * @throws GatewayException if a folder cannot be read, or a jar is not such a module
     */
    static List<GatewayPlugin> in(List<String> folders) {
        return folders.stream()
                .map(Path::of)
                .flatMap(folder -> jars(folder).stream())
                .flatMap(jar -> plugins(jar).stream())
                .toList();
    }

    private static List<Path> jars(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw GatewayException.unusable("plugins.load.paths: the folder " + folder + " cannot be read. "
                    + "Make it, or take it out of the list.");
        }
    }

    private static List<GatewayPlugin> plugins(Path jar) {
        try {
            ModuleLayer layer = layer(jar);
            return ServiceLoader.load(layer, GatewayPlugin.class).stream()
                    .filter(provider -> provider.type().getModule().getLayer() == layer)
                    .map(ServiceLoader.Provider::get)
                    .<GatewayPlugin>map(ForeignPlugin::new)
                    .toList();
        } catch (FindException | ResolutionException | LayerInstantiationException | ServiceConfigurationError e) {
            throw refused(jar, "it cannot be loaded: " + e.getMessage());
        }
    }

    private static ModuleLayer layer(Path jar) {
        ModuleFinder finder = ModuleFinder.of(jar);
        String module = finder.findAll().stream()
                .map(ModuleReference::descriptor)
                .filter(it -> !it.isAutomatic())
                .filter(it -> it.provides().stream()
                        .anyMatch(service -> service.service().equals(GatewayPlugin.class.getName())))
                .map(it -> it.name())
                .findFirst()
                .orElseThrow(() -> refused(jar, "it is not a module that provides " + GatewayPlugin.class.getName()));
        ModuleLayer parent = ModuleLayer.boot();
        Configuration configuration = parent.configuration().resolve(finder, ModuleFinder.of(), Set.of(module));
        return parent.defineModulesWithOneLoader(configuration, ClassLoader.getSystemClassLoader());
    }

    private static GatewayException refused(Path jar, String reason) {
        return GatewayException.unusable("plugins.load.paths: the plugin " + jar + " is refused: " + reason + ".");
    }
}
