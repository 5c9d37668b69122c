package ai.openclaw.diagnostics.gateway;

import ai.openclaw.diagnostics.config.PluginSettings;
import ai.openclaw.diagnostics.plugin.GatewayPlugin;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.Configuration;
import java.lang.module.FindException;
import java.lang.module.InvalidModuleDescriptorException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ResolutionException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * A jar that is one explicit Java module and provides {@link GatewayPlugin}, in a layer and with a class loader of its own,
 * so that plugins do not see each other.
 *
 * @param module the module's name
 * @param plugins its plugins, at least one
 */
record PluginJar(String module, List<GatewayPlugin> plugins) {

    private static final String SERVICE = GatewayPlugin.class.getName();

    /**
     * Loads a jar.
     *
     * @param jar a file whose name ends in {@code .jar}
     * @param subject what a refusal calls it
     * @param advice what a refusal ends with, such as how to go on without the jar
     * @throws GatewayException if it is not such a module, or its plugins cannot be made
     */
    static PluginJar load(Path jar, String subject, String advice) {
        try {
            String module = module(jar);
            return new PluginJar(module, plugins(layer(jar, module)));
        } catch (RefusedException e) {
            throw GatewayException.unusable((subject + " is refused: " + e.getMessage() + ". " + advice).strip());
        }
    }

    List<String> ids() {
        return plugins.stream().map(GatewayPlugin::id).toList();
    }

    private static String module(Path jar) throws RefusedException {
        ModuleDescriptor descriptor = descriptor(jar);
        if (descriptor == null) {
            throw new RefusedException(
                    "it has no module-info.class; a plugin is an explicit module that provides " + SERVICE);
        }
        if (descriptor.provides().stream().noneMatch(it -> it.service().equals(SERVICE))) {
            throw new RefusedException("its module " + descriptor.name() + " does not provide " + SERVICE);
        }
        return descriptor.name();
    }

    private static @Nullable ModuleDescriptor descriptor(Path jar) throws RefusedException {
        try (JarFile file = new JarFile(jar.toFile(), false, ZipFile.OPEN_READ, JarFile.runtimeVersion())) {
            ZipEntry entry = file.getEntry("module-info.class");
            return entry == null ? null : read(file, entry);
        } catch (IOException e) {
            throw new RefusedException("it is not a jar, or a damaged one: " + e.getMessage());
        } catch (InvalidModuleDescriptorException e) {
            throw new RefusedException("its module-info.class cannot be read: " + e.getMessage());
        }
    }

    private static ModuleDescriptor read(JarFile file, ZipEntry entry) throws IOException {
        try (InputStream in = file.getInputStream(entry)) {
            return ModuleDescriptor.read(in);
        }
    }

    private static ModuleLayer layer(Path jar, String module) throws RefusedException {
        ModuleLayer parent = ModuleLayer.boot();
        try {
            Configuration configuration =
                    parent.configuration().resolve(ModuleFinder.of(jar), ModuleFinder.of(), Set.of(module));
            return parent.defineModulesWithOneLoader(configuration, ClassLoader.getSystemClassLoader());
        } catch (FindException | ResolutionException | LayerInstantiationException e) {
            throw new RefusedException("its module " + module + " cannot be resolved: " + e.getMessage());
        }
    }

    private static List<GatewayPlugin> plugins(ModuleLayer layer) throws RefusedException {
        try {
            List<GatewayPlugin> plugins = ServiceLoader.load(layer, GatewayPlugin.class).stream()
                    .filter(provider -> provider.type().getModule().getLayer() == layer)
                    .map(ServiceLoader.Provider::get)
                    .toList();
            checkIds(plugins);
            return plugins;
        } catch (ServiceConfigurationError | LinkageError | RuntimeException e) { // from the plugin's own code, too
            String cause = e.getCause() == null ? "" : " (" + e.getCause() + ")";
            throw new RefusedException("it cannot be loaded: " + e.getMessage() + cause);
        }
    }

    private static void checkIds(List<GatewayPlugin> plugins) throws RefusedException {
        Set<String> seen = new HashSet<>();
        for (GatewayPlugin plugin : plugins) {
            String id = plugin.id();
            if (!PluginSettings.isId(String.valueOf(id))) {
                throw new RefusedException("its plugin id \"" + id + "\" is not one that a configuration can name: "
                        + "letters, digits and _ . @ / - only");
            }
            if (!seen.add(id)) {
                throw new RefusedException("it has two plugins with the id " + id);
            }
        }
    }

    /** Why a jar is no plugin's, without its name. */
    private static final class RefusedException extends Exception {
        private static final long serialVersionUID = 1L;

        RefusedException(String reason) {
            super(reason);
        }
    }
}
