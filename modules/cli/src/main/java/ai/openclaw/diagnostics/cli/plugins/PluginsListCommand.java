package ai.openclaw.diagnostics.cli.plugins;

import ai.openclaw.diagnostics.cli.options.ConfigOption;
import ai.openclaw.diagnostics.console.Terminal;
import ai.openclaw.diagnostics.console.TextTable;
import ai.openclaw.diagnostics.pluginhost.DiscoveredPlugin;
import ai.openclaw.diagnostics.pluginhost.PluginActivation;
import ai.openclaw.diagnostics.pluginhost.PluginRegistry;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists plugins with their state and its reason. */
@Command(name = "list", description = "List the plugins, where each comes from, and why it is on or off.")
final class PluginsListCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Mixin
    private ConfigOption config;

    @Option(names = "--enabled", description = "Only those that are on.")
    private boolean enabledOnly;

    @Option(names = "--json", description = "As JSON.")
    private boolean json;

    @Override
    public void run() {
        PluginRegistry registry = config.plugins();
        PrintWriter out = spec.commandLine().getOut();
        List<DiscoveredPlugin> plugins = registry.plugins().stream()
                .filter(plugin -> !enabledOnly || registry.activation(plugin).on())
                .toList();
        if (json) {
            JsonArray array = new JsonArray();
            plugins.forEach(it -> array.add(json(it, registry.activation(it))));
            out.println(new JsonObject().put("plugins", array).encodePrettily());
        } else {
            TextTable table = TextTable.plain(4);
            plugins.forEach(it -> add(it, registry.activation(it), table));
            out.print(table.text(Terminal.of(config.variables())));
        }
        out.flush();
    }

    /** Returns what the list says of a plugin. */
    static JsonObject json(DiscoveredPlugin plugin, PluginActivation activation) {
        return new JsonObject()
                .put("id", plugin.id())
                .put("enabled", activation.on())
                .put("reason", activation.reason())
                .put("origin", plugin.origin().toString())
                .put("description", plugin.description());
    }

    private static void add(DiscoveredPlugin plugin, PluginActivation activation, TextTable table) {
        table.row(plugin.id(), activation.word(), plugin.origin(), activation.reason());
    }
}
