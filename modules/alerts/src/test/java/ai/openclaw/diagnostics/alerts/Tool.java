package ai.openclaw.diagnostics.alerts;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** A program that tests use but do not bring with them: amtool, or promtool of either major version. */
final class Tool {

    /** The names under which promtool of Prometheus 2 (or whatever is installed) and of Prometheus 3 are looked for. */
    static final List<String> PROMTOOLS = List.of("promtool", "promtool3");

    /** Programs that no distribution has under this name: their absence is told, but does not fail CI. */
    private static final List<String> OPTIONAL = List.of("promtool3");

    private static final long LIMIT_SECONDS = 900;

    /** Of their time, programs in Go spend a quarter on clearing memory where it is cleared as often as by default. */
    private static final Map<String, String> SELDOM_CLEARED = Map.of("GOGC", "800", "GOMEMLIMIT", "1GiB");

    private final String program;

    private Tool(String program) {
        this.program = program;
    }

    /** Skips the test, loudly, where the program is not installed; on CI, which must have it, fails it. */
    static Tool require(String program) {
        boolean installed = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
        if (!installed) {
            String reason = program + " is not installed (no such program on PATH): nothing of this was tested";
            System.err.println("\n*** NOT TESTED: " + reason + " ***\n");
            if ("true".equals(System.getenv("CI")) && !OPTIONAL.contains(program)) {
                Assertions.fail(reason + ", but CI must test it");
            }
            Assumptions.abort(reason);
        }
        return new Tool(program);
    }

    /** What a run came to. */
    record Result(int exitCode, String said) {}

    /** Runs the program to its end. */
    Result run(String... arguments) {
        List<String> command = new ArrayList<>(List.of(program));
        command.addAll(List.of(arguments));
        try {
            Path said = Files.createTempFile(program, ".txt");
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
            builder.environment().putAll(SELDOM_CLEARED);
            Process process = builder.start();
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
                throw new AssertionError(command + " did not end within " + LIMIT_SECONDS + " s");
            }
            String text = Files.readString(said, StandardCharsets.UTF_8);
            Files.delete(said);
            return new Result(process.exitValue(), text);
        } catch (IOException e) {
            throw new AssertionError("cannot run " + command, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while running " + command, e);
        }
    }

    /** Returns what the program has to say against its arguments; empty if it is content. */
    String complaints(String... arguments) {
        Result result = run(arguments);
        return result.exitCode() == 0 ? "" : "exit code " + result.exitCode() + "\n" + result.said();
    }
}
