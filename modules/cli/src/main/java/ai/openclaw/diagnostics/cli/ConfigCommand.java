package ai.openclaw.diagnostics.cli;

import ai.openclaw.diagnostics.cli.options.ConfigOption;
import ai.openclaw.diagnostics.cli.options.StartCheck;
import ai.openclaw.diagnostics.config.PluginSettings;
import ai.openclaw.diagnostics.config.Settings;
import ai.openclaw.diagnostics.console.Terminal;
import ai.openclaw.diagnostics.console.TextTable;
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
            Terminal terminal = Terminal.of(config.variables());
            out.print(file + "\n\n" + table(settings.rows(plugins), terminal));
            if (!plugins.passedOver().isEmpty()) {
                String notUsed = notUsed(plugins.passedOver());
                out.print("\n" + TextTable.plain(1).row(notUsed).text(terminal));
            }
            out.flush();
        }

        /** Where three columns are too wide, the source comes behind the value. */
        private static String table(List<Settings.Row> rows, Terminal terminal) {
            TextTable wide = TextTable.of("KEY", "VALUE", "SOURCE");
            TextTable narrow = TextTable.of("KEY", "VALUE (SOURCE)");
            for (Settings.Row row : rows) {
                wide.row(row.key(), row.value(), row.source());
                narrow.row(row.key(), row.value() + " (" + row.source() + ")");
            }
            return (wide.fits(terminal) ? wide : narrow).text(terminal);
        }
    }
}
