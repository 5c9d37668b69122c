package ai.openclaw.diagnostics.cli.plugins;

import ai.openclaw.diagnostics.cli.options.ConfigOption;
import ai.openclaw.diagnostics.config.GatewayException;
import ai.openclaw.diagnostics.pluginhost.PluginActivation;
import ai.openclaw.diagnostics.pluginhost.PluginRegistry;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes into the configuration whether a plugin is on, and says whether it follows. */
abstract class PluginsSwitchCommand implements Runnable {

    /** Turns a plugin on, unless another rule defeats that. */
    @Command(name = "enable", description = "Turn a plugin on.")
    static final class Enable extends PluginsSwitchCommand {
        Enable() {
            super(true);
        }
    }

    /** Turns a plugin off. */
    @Command(name = "disable", description = "Turn a plugin off.")
    static final class Disable extends PluginsSwitchCommand {
        Disable() {
            super(false);
        }
    }

    private final boolean on;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ConfigOption config;

    @Parameters(paramLabel = "ID")
    private String id;

    private PluginsSwitchCommand(boolean on) {
        this.on = on;
    }

    @Override
    public void run() {
        config.plugins().plugin(id);
        config.change(editor -> editor.set("plugins.entries.\"" + id + "\".enabled", on));
        PluginRegistry plugins = config.plugins();
        PluginActivation activation = plugins.activation(plugins.plugin(id));
        if (activation.on() != on) {
            throw GatewayException.failed("Plugin " + id + " is set to " + PluginActivation.word(on) + " in "
                    + config.file() + ", but stays " + activation.word() + ": " + activation.reason() + ".");
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println((on ? "Enabled" : "Disabled") + " plugin \"" + id + "\". Restart the gateway to apply.");
        out.flush();
    }
}
