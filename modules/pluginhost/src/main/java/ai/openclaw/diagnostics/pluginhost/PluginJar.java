package ai.openclaw.diagnostics.pluginhost;

import ai.openclaw.diagnostics.config.GatewayException;
import ai.openclaw.diagnostics.policy.ForeignText;
import ai.openclaw.diagnostics.spi.GatewayPlugin;
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
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * A jar that is one explicit Java module and provides {@link GatewayPlugin}, in a separate layer with a separate class loader,
 * so that plugins do not see each other.
 *
 * @param module the module's name
 * @param plugins its plugins, at least one
 */
record PluginJar(String module, List<NamedPlugin> plugins) {

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
        return plugins.stream().map(NamedPlugin::id).toList();
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
            throw new RefusedException("it is not a jar, or a damaged one: " + ForeignText.line(e.getMessage()));
        } catch (InvalidModuleDescriptorException e) {
            throw new RefusedException(
                    String.valueOf(e.getMessage()).contains("major.minor")
                            ? "it " + PluginCode.newerJava(e.getMessage())
                            : "its module-info.class cannot be read: " + ForeignText.line(e.getMessage()));
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
            throw new RefusedException(
                    "its module " + module + " cannot be resolved: " + ForeignText.line(e.getMessage()));
        }
    }

    private static List<NamedPlugin> plugins(ModuleLayer layer) throws RefusedException {
        try {
            List<NamedPlugin> plugins = named(ServiceLoader.load(layer, GatewayPlugin.class).stream()
                    .filter(provider -> provider.type().getModule().getLayer() == layer));
            refuseDoubles(plugins);
            return plugins;
        } catch (ExecutionException e) {
            throw new RefusedException(
                    PluginCode.cause(e) instanceof NamedPlugin.UnusableIdException unusable
                            ? unusable.reason()
                            : "its plugin " + PluginCode.describe(e, PluginHost.START_LIMIT));
        }
    }

    /**
     * Makes plugins and asks for their ids.
     *
     * @throws ExecutionException if that fails, whatever the plugins do
     */
    static List<NamedPlugin> named(Stream<ServiceLoader.Provider<GatewayPlugin>> providers) throws ExecutionException {
        try {
            return PluginCode.call(
                            "plugin-load",
                            PluginHost.START_LIMIT,
                            () -> providers
                                    .map(provider -> NamedPlugin.of(provider.get()))
                                    .toList())
                    .get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ExecutionException(e);
        }
    }

    private static void refuseDoubles(List<NamedPlugin> plugins) throws RefusedException {
        Set<String> seen = new HashSet<>();
        for (NamedPlugin plugin : plugins) {
            if (!seen.add(plugin.id())) {
                throw new RefusedException("it has two plugins with the id " + plugin.id());
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
