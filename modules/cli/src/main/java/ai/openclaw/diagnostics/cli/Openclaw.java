package ai.openclaw.diagnostics.cli;

import ai.openclaw.diagnostics.cli.diagnostics.DiagnosticsExportCommand;
import ai.openclaw.diagnostics.cli.diagnostics.DoctorCommand;
import ai.openclaw.diagnostics.cli.diagnostics.HealthCommand;
import ai.openclaw.diagnostics.cli.diagnostics.LogsCommand;
import ai.openclaw.diagnostics.cli.diagnostics.StatusCommand;
import ai.openclaw.diagnostics.cli.options.ConfigOption;
import ai.openclaw.diagnostics.cli.options.LogLevelText;
import ai.openclaw.diagnostics.cli.options.ModuleVersion;
import ai.openclaw.diagnostics.cli.plugins.PluginsCommand;
import ai.openclaw.diagnostics.config.GatewayException;
import ai.openclaw.diagnostics.config.source.ConfigException;
import ai.openclaw.diagnostics.logging.LogFormat;
import ai.openclaw.diagnostics.logging.LogLevel;
import ai.openclaw.diagnostics.logging.Logs;
import ai.openclaw.diagnostics.policy.InvalidRedactPatternException;
import java.io.PrintWriter;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line: {@code openclaw} with its groups of commands. */
@Command(
        name = "openclaw",
        description = "A Gateway for AI agents, with its diagnostics as Prometheus metrics.",
        subcommands = {
            Openclaw.GatewayGroup.class,
            StatusCommand.class,
            HealthCommand.class,
            DoctorCommand.class,
            LogsCommand.class,
            PluginsCommand.class,
            ConfigCommand.class,
            Openclaw.DiagnosticsGroup.class,
            CompletionCommand.class,
            TrainingRunCommand.class
        },
        scope = ScopeType.INHERIT,
        mixinStandardHelpOptions = true,
        versionProvider = ModuleVersion.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:the command failed, its output was lost, or --strict found malformed lines",
            "2:wrong usage, no command, or a configuration or file that cannot be used",
            "3:the heap was exhausted",
            "129, 130, 143:ended by SIGHUP, Ctrl-C or SIGTERM; nothing is reloaded"
        })
public final class Openclaw {

    private static final System.Logger LOG = System.getLogger(Openclaw.class.getName());

    @Option(
            names = "--log-format",
            scope = ScopeType.INHERIT,
            paramLabel = "FORMAT",
            completionCandidates = LogFormatNames.class,
            defaultValue = "${env:OPENCLAW_LOG_FORMAT}",
            description = "How the log on standard error looks: text or json; OPENCLAW_LOG_FORMAT, else text.")
    private @Nullable LogFormat logFormat;

    @Option(
            names = "--log-level",
            scope = ScopeType.INHERIT,
            paramLabel = "LEVEL",
            completionCandidates = LogLevelText.class,
            converter = LogLevelText.class,
            description = "How much is logged: off, error, warn, info, debug or trace; OPENCLAW_LOG_LEVEL, else info.")
    private @Nullable LogLevel logLevel;

    static { // else Vert.x itself answers requests of unknown HTTP versions, without the headers of all other answers
        System.setProperty("vertx.disableWebsockets", "true");
    }

    /** For picocli. */
    Openclaw() {}

    /** Runs a command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.exit(run(StandardOutput.install(), arguments));
    }

    private static int run(StandardOutput output, String... arguments) {
        try {
            PrintWriter out = output.writer();
            CommandLine commandLine = commandLine(System.getenv()).setOut(out);
            int exitCode = commandLine.execute(arguments);
            out.flush();
            System.out.flush();
            return lost(output, commandLine) && exitCode == 0 ? GatewayException.FAILED : exitCode;
        } catch (Throwable error) { // an Error, which picocli passes on; without an exit the process would stay
            return unexpected(error);
        } finally {
            Logs.closeFile();
        }
    }

    private static boolean lost(StandardOutput output, CommandLine commandLine) {
        output.failure()
                .ifPresent(reason -> Logs.tell(
                        commandLine.getErr(), Level.SEVERE, "Standard output cannot be written: " + reason + "."));
        return output.failure().isPresent();
    }

    /** Returns the command line in an environment with these variables. */
    static CommandLine commandLine(Map<String, String> environment) {
        Openclaw openclaw = new Openclaw();
        CommandLine commandLine = new CommandLine(openclaw, new Parts(environment, openclaw));
        IParameterExceptionHandler withUsage = commandLine.getParameterExceptionHandler();
        return commandLine
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler((wrong, arguments) -> misused(wrong, arguments, withUsage))
                .setExecutionStrategy(parsed -> openclaw.execute(parsed, environment))
                .setExecutionExceptionHandler(Openclaw::explain);
    }

    /** Makes commands and what they share; only what reads the configuration depends on the environment. */
    private record Parts(Map<String, String> environment, Openclaw openclaw) implements CommandLine.IFactory {
        @Override
        public <K> K create(Class<K> type) throws Exception {
            if (type == ConfigOption.class) {
                return type.cast(new ConfigOption(environment, openclaw::logLevel));
            }
            return type == RunOptions.class
                    ? type.cast(new RunOptions(environment, openclaw::logLevel))
                    : CommandLine.defaultFactory().create(type);
        }
    }

    /** Returns the level that {@code --log-level} names, null if it was not given. */
    private @Nullable String logLevel() {
        return logLevel == null ? null : logLevel.toString();
    }

    /** The configuration, which comes after option and variable, is read by those commands only that need it. */
    private int execute(CommandLine.ParseResult parsed, Map<String, String> environment) {
        Logs.use(logFormat == null ? LogFormat.TEXT : logFormat);
        String level = logLevel == null ? environment.getOrDefault("OPENCLAW_LOG_LEVEL", "") : logLevel.toString();
        LogLevel.of(level).ifPresent(Logs::limit);
        return new CommandLine.RunLast().execute(parsed);
    }

    /** A group shows its commands. A command only says what is wrong: all its options would push that off the screen. */
    private static int misused(ParameterException wrong, String[] arguments, IParameterExceptionHandler withUsage)
            throws Exception {
        CommandLine command = wrong.getCommandLine();
        if (!command.getSubcommands().isEmpty()) {
            return withUsage.handleParseException(wrong, arguments);
        }
        command.getErr()
                .println(wrong.getMessage() + "; " + command.getCommandSpec().qualifiedName()
                        + " --help lists the options.");
        UnmatchedArgumentException.printSuggestions(wrong, command.getErr());
        return GatewayException.USAGE;
    }

    /** What a person should know is said in a sentence; anything else is a defect and shows its stack trace. */
    private static int explain(Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
        if (failure instanceof GatewayException known) {
            return explain(known, command, known.exitCode());
        }
        if (failure instanceof ConfigException || failure instanceof InvalidRedactPatternException) {
            return explain(failure, command, GatewayException.USAGE);
        }
        return unexpected(failure);
    }

    private static int unexpected(Throwable failure) {
        LOG.log(System.Logger.Level.ERROR, "Unexpected error; please report this stack trace.", failure);
        return GatewayException.FAILED;
    }

    private static int explain(Exception failure, CommandLine command, int exitCode) {
        Logs.tell(command.getErr(), Level.SEVERE, String.valueOf(failure.getMessage()));
        return exitCode;
    }

    /** The formats as people write them. */
    static final class LogFormatNames implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return List.of("text", "json").iterator();
        }
    }

    /** Groups the commands about a Gateway. */
    @Command(
            name = "gateway",
            description = "Run a Gateway, and collect what support needs.",
            subcommands = {GatewayRunCommand.class, GatewayDiagnosticsGroup.class})
    static final class GatewayGroup {}

    /** Groups the commands about the diagnostics of a Gateway. */
    @Command(
            name = "diagnostics",
            description = "Collect what support needs.",
            subcommands = DiagnosticsExportCommand.class)
    static final class GatewayDiagnosticsGroup {}

    /** Groups the commands about diagnostic events. */
    @Command(
            name = "diagnostics",
            description = "Work with recorded diagnostic events.",
            subcommands = DiagnosticsReplayCommand.class)
    static final class DiagnosticsGroup {}
}
