package ai.openclaw.diagnostics.cli;

import ai.openclaw.diagnostics.testing.Await;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The application as it is shipped, run by its start script. */
final class PackagedApplication {

    static final Path FOLDER = Path.of("target/app");

    static final Path SCRIPT = FOLDER.resolve("bin/openclaw");

    private PackagedApplication() {}

    /** What a command that came to its end left behind. */
    record Finished(int exitCode, byte[] outBytes, String err) {

        String out() {
            return new String(outBytes, StandardCharsets.UTF_8);
        }
    }

    /** Starts a command that goes on until it is told to stop. */
    static ChildProcess start(String... arguments) {
        return ChildProcess.start(Stream.concat(Stream.of(SCRIPT.toString()), Stream.of(arguments))
                .toList());
    }

    /** Starts a command with this folder as the Gateway's state directory. */
    static ChildProcess startIn(Path stateFolder, String... arguments) {
        return ChildProcess.start(
                Stream.concat(Stream.of(SCRIPT.toString()), Stream.of(arguments))
                        .toList(),
                stateFolder);
    }

    /** Runs a command to its end with this folder as the Gateway's state directory. */
    static Finished runIn(Path stateFolder, String... arguments) {
        return end(startIn(stateFolder, arguments));
    }

    /** Gives a command no more input, waits for its end, and returns what it left behind. */
    static Finished end(ChildProcess command) {
        try (command) {
            command.endInput();
            int exitCode = command.awaitExit(Await.PATIENCE);
            return new Finished(exitCode, command.outBytes(), command.err());
        }
    }

    /** Runs a command without input to its end. */
    static Finished run(String... arguments) {
        return runWithInput("", arguments);
    }

    /** Runs a command with this standard input to its end. */
    static Finished runWithInput(String input, String... arguments) {
        ChildProcess process = start(arguments);
        if (!input.isEmpty()) {
            process.write(input.getBytes(StandardCharsets.UTF_8));
        }
        return end(process);
    }

    /** Returns lines as a recording. */
    static String lines(List<String> events) {
        return String.join("\n", events) + "\n";
    }
}
