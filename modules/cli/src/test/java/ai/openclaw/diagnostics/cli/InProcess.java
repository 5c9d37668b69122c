package ai.openclaw.diagnostics.cli;

import ai.openclaw.diagnostics.cli.PackagedApplication.Finished;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine;

/** The real command line, in this process and in a separate environment. */
final class InProcess {

    private final Map<String, String> environment;

    private InProcess(Map<String, String> environment) {
        this.environment = environment;
    }

    /** Returns one with these variables and no other. */
    static InProcess with(Map<String, String> environment) {
        return new InProcess(Map.copyOf(environment));
    }

    /** Returns one with this folder as the Gateway's state directory. */
    static InProcess in(Path stateFolder) {
        return with(Map.of("OPENCLAW_STATE_DIR", stateFolder.toString()));
    }

    /** Returns one with another variable, too. */
    InProcess and(String variable, String value) {
        Map<String, String> variables = new HashMap<>(environment);
        variables.put(variable, value);
        return with(variables);
    }

    /** Returns what {@code gateway run} is asked to do with these flags, without running it. */
    RunOptions runOptions(String... flags) {
        String[] arguments =
                Stream.concat(Stream.of("gateway", "run"), Stream.of(flags)).toArray(String[]::new);
        CommandLine.ParseResult run = Openclaw.commandLine(environment)
                .parseArgs(arguments)
                .subcommand()
                .subcommand();
        return (RunOptions) run.commandSpec().mixins().get("run").userObject();
    }

    /** Runs a command that comes to an end. */
    Finished run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine commandLine = Openclaw.commandLine(environment)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true));
        int exitCode = commandLine.execute(arguments);
        return new Finished(exitCode, out.toString().getBytes(StandardCharsets.UTF_8), err.toString());
    }
}
