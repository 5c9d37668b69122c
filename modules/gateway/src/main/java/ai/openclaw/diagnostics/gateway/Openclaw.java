package ai.openclaw.diagnostics.gateway;

import ai.openclaw.diagnostics.config.ConfigException;
import ai.openclaw.diagnostics.policy.InvalidRedactPatternException;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command line: {@code openclaw} with its groups of commands. */
@Command(
        name = "openclaw",
        description = "A Gateway for AI agents, with its diagnostics as Prometheus metrics.",
        subcommands = {
            Openclaw.GatewayGroup.class,
            PluginsCommand.class,
            ConfigCommand.class,
            Openclaw.DiagnosticsGroup.class,
            RehearseCommand.class
        },
        mixinStandardHelpOptions = true,
        version = "openclaw 0.1.0",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:the command failed, or --strict found malformed lines",
            "2:wrong usage, or a file that cannot be read"
        })
public final class Openclaw implements Runnable {

    static final int FAILED = 1;
    static final int USAGE = 2;

    @Spec
    private CommandSpec spec;

    /** For picocli. */
    Openclaw() {}

    /** Runs a command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Openclaw())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(Openclaw::explain);
    }

    /** What a person should know is said in a sentence; anything else is a defect and shows its stack trace. */
    private static int explain(Exception failure, CommandLine command, CommandLine.ParseResult parsed)
            throws Exception {
        int exitCode = exitCode(failure);
        command.getErr().println(failure.getMessage());
        return exitCode;
    }

    private static int exitCode(Exception failure) throws Exception {
        if (failure instanceof GatewayException known) {
            return known.exitCode();
        }
        if (failure instanceof ConfigException || failure instanceof InvalidRedactPatternException) {
            return USAGE;
        }
        throw failure;
    }

    @Override
    public void run() {
        help(spec);
    }

    static void help(CommandSpec spec) {
        PrintWriter out = spec.commandLine().getOut();
        spec.commandLine().usage(out);
        out.flush();
    }

    /** Groups the commands about a Gateway. */
    @Command(name = "gateway", description = "Run a Gateway.", subcommands = GatewayRunCommand.class)
    static final class GatewayGroup implements Runnable {
        @Spec
        private CommandSpec spec;

        @Override
        public void run() {
            help(spec);
        }
    }

    /** Groups the commands about diagnostic events. */
    @Command(
            name = "diagnostics",
            description = "Work with recorded diagnostic events.",
            subcommands = DiagnosticsReplayCommand.class)
    static final class DiagnosticsGroup implements Runnable {
        @Spec
        private CommandSpec spec;

        @Override
        public void run() {
            help(spec);
        }
    }
}
