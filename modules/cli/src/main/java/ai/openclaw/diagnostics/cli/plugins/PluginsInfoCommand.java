package ai.openclaw.diagnostics.cli.plugins;

import ai.openclaw.diagnostics.cli.options.ConfigOption;
import ai.openclaw.diagnostics.cli.options.StartCheck;
import ai.openclaw.diagnostics.config.Settings;
import ai.openclaw.diagnostics.plugin.PrometheusExporter;
import ai.openclaw.diagnostics.pluginhost.DiscoveredPlugin;
import ai.openclaw.diagnostics.pluginhost.PluginActivation;
import ai.openclaw.diagnostics.pluginhost.PluginRegistry;
import io.vertx.core.json.JsonObject;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says all about one plugin. */
@Command(name = "info", description = "Say all about one plugin.")
final class PluginsInfoCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Mixin
    private ConfigOption config;

    @Parameters(paramLabel = "ID")
    private String id;

    @Option(names = "--json", description = "As JSON.")
    private boolean json;

    @Override
    public void run() {
        Settings settings = config.settings();
        PluginRegistry registry = config.plugins();
        DiscoveredPlugin plugin = registry.plugin(id);
        PluginActivation activation = registry.activation(plugin);
        boolean idle = activation.on() && !settings.diagnosticsEnabled().value();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(json(plugin, activation).put("idle", idle).encodePrettily());
        } else {
            print(plugin, activation, idle, out);
        }
        out.flush();
    }

    private static JsonObject json(DiscoveredPlugin plugin, PluginActivation activation) {
        JsonObject json = PluginsListCommand.json(plugin, activation).put("module", plugin.module());
        if (plugin.file() != null) {
            json.put("file", plugin.file());
        }
        return plugin.sha256() == null ? json : json.put("sha256", plugin.sha256());
    }

    private static void print(DiscoveredPlugin plugin, PluginActivation activation, boolean idle, PrintWriter out) {
        out.println(plugin.id() + ": " + plugin.description());
        out.println(activation.word() + ": " + activation.reason());
        if (idle) {
            out.println(StartCheck.NO_DIAGNOSTICS);
        }
        if (!activation.on() && plugin.id().equals(PrometheusExporter.ID)) {
            out.println("a Gateway started with --demo, --replay, --ingest or --exporter has it on all the same:"
                    + " openclaw status");
        }
        out.println("origin: " + plugin.origin() + ", " + plugin.place());
        out.println("module: " + plugin.module());
        if (plugin.sha256() != null) {
            out.println("SHA-256: " + plugin.sha256());
        }
    }
}
