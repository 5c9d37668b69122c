package ai.openclaw.diagnostics.cli;

import ai.openclaw.diagnostics.config.PluginSettings;
import ai.openclaw.diagnostics.config.Settings;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Groups the commands about the configuration. */
@Command(name = "config", description = "Look at the configuration.", subcommands = ConfigCommand.Check.class)
final class ConfigCommand {

    /** Returns the line that names what is passed over. */
    static String notUsed(List<String> passedOver) {
        return "Not used by this Gateway: " + String.join(", ", passedOver);
    }

    /** Says what is in force and where each value came from. */
    @Command(
            name = "check",
            description = "Check the configuration; print what is in force and where each value came from.")
    static final class Check implements Runnable {

        @Spec
        private CommandSpec spec;

        @Mixin
        private ConfigOption config;

        @Override
        public void run() {
            Settings settings = config.settings();
            PluginSettings plugins =
                    StartCheck.check(config, settings, false, true).settings();
            String file = config.file() + (Files.exists(config.file()) ? "" : " (not there; defaults are in force)");
            PrintWriter out = spec.commandLine().getOut();
            out.println(file + "\n\n" + settings.table(plugins).stripTrailing());
            if (!plugins.passedOver().isEmpty()) {
                out.println("\n" + notUsed(plugins.passedOver()));
            }
            out.flush();
        }
    }
}
