package ai.openclaw.diagnostics.gateway;

import ai.openclaw.diagnostics.config.ConfigException;
import ai.openclaw.diagnostics.policy.InvalidRedactPatternException;
import java.io.PrintWriter;
import java.util.Map;
import java.util.logging.Level;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
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
            CompletionCommand.class,
            RehearseCommand.class
        },
        scope = ScopeType.INHERIT,
        mixinStandardHelpOptions = true,
        version = "openclaw 0.1.0",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:the command failed, or --strict found malformed lines",
            "2:wrong usage, or a configuration or file that cannot be used",
            "130, 143:ended by Ctrl-C or SIGTERM"
        })
public final class Openclaw implements Runnable {

    static final int FAILED = 1;
    static final int USAGE = 2;

    private static final System.Logger LOG = System.getLogger(Openclaw.class.getName());

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--log-format",
            scope = ScopeType.INHERIT,
            paramLabel = "FORMAT",
            completionCandidates = LogFormat.Names.class,
            defaultValue = "${env:OPENCLAW_LOG_FORMAT:-text}",
            description = "How the log on standard error looks: text or json; OPENCLAW_LOG_FORMAT, else text.")
    private LogFormat logFormat = LogFormat.TEXT;

    /** For picocli. */
    Openclaw() {}

    /** Runs a command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.exit(commandLine(System.getenv()).execute(arguments));
    }

    /** Returns the command line in an environment with these variables. */
    static CommandLine commandLine(Map<String, String> environment) {
        Openclaw openclaw = new Openclaw();
        return new CommandLine(openclaw, new Parts(environment))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionStrategy(openclaw::execute)
                .setExecutionExceptionHandler(Openclaw::explain);
    }

    /** Makes commands and what they share; only what reads the configuration depends on the environment. */
    private record Parts(Map<String, String> environment) implements CommandLine.IFactory {
        @Override
        public <K> K create(Class<K> type) throws Exception {
            if (type == ConfigOption.class) {
                return type.cast(new ConfigOption(environment));
            }
            return type == RunOptions.class
                    ? type.cast(new RunOptions(environment))
                    : CommandLine.defaultFactory().create(type);
        }
    }

    private int execute(CommandLine.ParseResult parsed) {
        Logs.use(logFormat);
        return new CommandLine.RunLast().execute(parsed);
    }

    /** What a person should know is said in a sentence; anything else is a defect and shows its stack trace. */
    private static int explain(Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
        if (failure instanceof GatewayException known) {
            return explain(known, command, known.exitCode());
        }
        if (failure instanceof ConfigException || failure instanceof InvalidRedactPatternException) {
            return explain(failure, command, USAGE);
        }
        LOG.log(
                System.Logger.Level.ERROR,
                "The command failed by a defect. Please report it with what follows.",
                failure);
        return FAILED;
    }

    private static int explain(Exception failure, CommandLine command, int exitCode) {
        Logs.tell(command.getErr(), Level.SEVERE, String.valueOf(failure.getMessage()));
        return exitCode;
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
