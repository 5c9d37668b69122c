package ai.openclaw.diagnostics.cli.plugins;

import ai.openclaw.diagnostics.cli.options.ConfigOption;
import ai.openclaw.diagnostics.config.GatewayException;
import ai.openclaw.diagnostics.config.PluginSettings;
import ai.openclaw.diagnostics.config.Settings;
import ai.openclaw.diagnostics.pluginhost.DiscoveredPlugin;
import ai.openclaw.diagnostics.pluginhost.InstalledJar;
import ai.openclaw.diagnostics.pluginhost.PluginInstaller;
import ai.openclaw.diagnostics.pluginhost.PluginRegistry;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes the jar of a plugin out of the state folder; what the configuration says of the plugin stays. */
@Command(name = "uninstall", description = "Uninstall a plugin; what the configuration says of it stays.")
final class PluginsUninstallCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Mixin
    private ConfigOption config;

    @Parameters(paramLabel = "ID")
    private String id;

    @Override
    public void run() {
        Settings settings = config.settings();
        InstalledJar gone = new PluginInstaller(config.store()).uninstall(id).orElseThrow(() -> notInstalled(settings));
        PrintWriter out = spec.commandLine().getOut();
        out.println("Plugin " + gone.names() + " is uninstalled. Restart the Gateway to apply it.");
        for (String plugin : gone.ids()) {
            List<String> left = mentions(settings.plugins(gone.ids()), plugin);
            if (!left.isEmpty()) {
                out.println("Still in " + config.file() + ", for when it is installed again: " + String.join(", ", left)
                        + ".");
            }
        }
        out.flush();
    }

    private GatewayException notInstalled(Settings settings) {
        DiscoveredPlugin plugin = PluginRegistry.withoutInstalled(settings).plugin(id);
        return GatewayException.failed("Plugin " + id + " cannot be uninstalled: it was not installed, but is "
                + plugin.place() + ". To turn it off, run `openclaw plugins disable " + id + "`.");
    }

    private static List<String> mentions(PluginSettings settings, String id) {
        List<String> mentions = new ArrayList<>();
        if (settings.entries().containsKey(id)) {
            mentions.add("plugins.entries." + id);
        }
        if (settings.allow().value().contains(id)) {
            mentions.add(id + " in plugins.allow");
        }
        if (settings.deny().value().contains(id)) {
            mentions.add(id + " in plugins.deny");
        }
        return mentions;
    }
}
