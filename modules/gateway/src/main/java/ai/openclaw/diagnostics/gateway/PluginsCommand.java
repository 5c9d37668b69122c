package ai.openclaw.diagnostics.gateway;

import ai.openclaw.diagnostics.config.Settings;
import ai.openclaw.diagnostics.plugin.GatewayPlugin;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Groups the commands about plugins. */
@Command(
        name = "plugins",
        description = "See plugins, turn them on and off.",
        subcommands = {
            PluginsCommand.Listing.class,
            PluginsCommand.Info.class,
            PluginsCommand.Enable.class,
            PluginsCommand.Disable.class
        })
final class PluginsCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        Openclaw.help(spec);
    }

    private static JsonObject json(GatewayPlugin plugin, PluginActivation activation) {
        return new JsonObject()
                .put("id", plugin.id())
                .put("enabled", activation.on())
                .put("reason", activation.reason())
                .put("description", plugin.description());
    }

    /** Lists plugins with their state and its reason. */
    @Command(name = "list", description = "List the plugins and why each is on or off.")
    static final class Listing implements Runnable {
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
            PluginRegistry registry = PluginRegistry.of(config.settings().plugins());
            PrintWriter out = spec.commandLine().getOut();
            List<GatewayPlugin> plugins = registry.plugins().stream()
                    .filter(plugin ->
                            !enabledOnly || registry.activation(plugin.id()).on())
                    .toList();
            if (json) {
                JsonArray array = new JsonArray();
                plugins.forEach(it -> array.add(json(it, registry.activation(it.id()))));
                out.println(new JsonObject().put("plugins", array).encodePrettily());
            } else {
                plugins.forEach(it -> print(it, registry.activation(it.id()), out));
            }
            out.flush();
        }

        private static void print(GatewayPlugin plugin, PluginActivation activation, PrintWriter out) {
            out.printf("%-28s %-3s  %s%n", plugin.id(), activation.on() ? "on" : "off", activation.reason());
        }
    }

    /** Says all about one plugin. */
    @Command(name = "info", description = "Say all about one plugin.")
    static final class Info implements Runnable {
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
            PluginRegistry registry = PluginRegistry.of(settings.plugins());
            GatewayPlugin plugin = registry.plugin(id);
            PluginActivation activation = registry.activation(plugin.id());
            PrintWriter out = spec.commandLine().getOut();
            boolean idle = activation.on() && !settings.diagnosticsEnabled().value();
            if (json) {
                out.println(json(plugin, activation).put("idle", idle).encodePrettily());
            } else {
                out.println(plugin.id() + ": " + plugin.description());
                out.println((activation.on() ? "on" : "off") + ": " + activation.reason());
                if (idle) {
                    out.println(StartScreen.NO_DIAGNOSTICS);
                }
            }
            out.flush();
        }
    }

    /** Turns a plugin on, unless another rule defeats that. */
    @Command(name = "enable", description = "Turn a plugin on.")
    static final class Enable extends Switch {
        Enable() {
            super(true);
        }
    }

    /** Turns a plugin off. */
    @Command(name = "disable", description = "Turn a plugin off.")
    static final class Disable extends Switch {
        Disable() {
            super(false);
        }
    }

    /** Writes into the configuration whether a plugin is on, and says whether it follows. */
    abstract static class Switch implements Runnable {

        private final boolean on;

        @Spec
        private CommandSpec spec;

        @Mixin
        private ConfigOption config;

        @Parameters(paramLabel = "ID")
        private String id;

        private Switch(boolean on) {
            this.on = on;
        }

        @Override
        public void run() {
            PluginRegistry.of(config.settings().plugins()).plugin(id); // there is one
            config.edit().set("plugins.entries." + id + ".enabled", on).write();
            PluginActivation activation =
                    PluginRegistry.of(config.settings().plugins()).activation(id);
            if (activation.on() != on) {
                throw GatewayException.failed("Plugin " + id + " is set to " + word(on) + " in " + config.file()
                        + ", but stays " + word(activation.on()) + ": " + activation.reason() + ".");
            }
            PrintWriter out = spec.commandLine().getOut();
            out.println(
                    "Plugin " + id + " is " + word(on) + " in " + config.file() + ". Restart the Gateway to apply it.");
            out.flush();
        }

        private static String word(boolean on) {
            return on ? "on" : "off";
        }
    }
}
