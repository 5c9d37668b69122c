package ai.openclaw.diagnostics.cli.plugins;

import ai.openclaw.diagnostics.cli.options.ConfigOption;
import ai.openclaw.diagnostics.config.PluginSettings;
import ai.openclaw.diagnostics.config.Settings;
import ai.openclaw.diagnostics.pluginhost.InstalledJar;
import ai.openclaw.diagnostics.pluginhost.PluginActivation;
import ai.openclaw.diagnostics.pluginhost.PluginInstaller;
import ai.openclaw.diagnostics.pluginhost.PluginInstaller.Installation;
import ai.openclaw.diagnostics.pluginhost.PluginOrigin;
import ai.openclaw.diagnostics.pluginhost.PluginRegistry;
import java.io.PrintWriter;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Puts a jar with plugins into the state folder, and says how to turn them on. */
@Command(name = "install", description = "Install the plugin in a jar, which is copied into the state folder.")
final class PluginsInstallCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Mixin
    private ConfigOption config;

    @Parameters(paramLabel = "FILE.jar")
    private Path file;

    @Option(names = "--force", description = "Replace installed plugins with the same id.")
    private boolean force;

    @Override
    public void run() {
        Settings settings = config.settings();
        Installation installation =
                new PluginInstaller(config.store()).install(file, PluginRegistry.withoutInstalled(settings), force);
        PluginSettings plugins = settings.plugins(installation.jar().ids());
        PrintWriter out = spec.commandLine().getOut();
        out.println(outcome(installation));
        for (String id : installation.jar().ids()) {
            out.println(next(id, PluginActivation.of(id, PluginOrigin.INSTALLED, plugins)));
        }
        out.flush();
    }

    private static String outcome(Installation installation) {
        InstalledJar jar = installation.jar();
        if (installation.repeated()) {
            return "Plugin " + jar.names() + " is installed already, from this very jar.";
        }
        StringBuilder text = new StringBuilder("Plugin " + jar.names() + " is installed from " + jar.file()
                + " (module " + jar.module() + ", SHA-256 " + InstalledJar.abridged(jar.sha256()) + ").");
        installation
                .replaced()
                .forEach(old -> text.append(" It replaces " + old.names() + " from " + old.file() + " (SHA-256 "
                        + InstalledJar.abridged(old.sha256()) + ")."));
        return text.toString();
    }

    private static String next(String id, PluginActivation activation) {
        return activation.on()
                ? id + " is on: " + activation.reason() + ". Restart the Gateway to apply it."
                : id + " is off: " + activation.reason() + ". Next: openclaw plugins enable " + id;
    }
}
