package ai.openclaw.diagnostics.gateway;

import java.nio.file.Files;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Groups the commands about the configuration. */
@Command(name = "config", description = "Look at the configuration.", subcommands = ConfigCommand.Check.class)
final class ConfigCommand {

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
            String table = config.settings().table();
            String file = config.file() + (Files.exists(config.file()) ? "" : " (not there; defaults are in force)");
            spec.commandLine().getOut().println(file + "\n\n" + table.stripTrailing());
            spec.commandLine().getOut().flush();
        }
    }
}
