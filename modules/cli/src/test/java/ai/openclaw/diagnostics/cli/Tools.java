package ai.openclaw.diagnostics.cli;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** Programs that tests use but do not bring with them. */
final class Tools {

    /** Programs that no distribution has under this name: their absence is told, but does not fail CI. */
    private static final List<String> OPTIONAL = List.of("prometheus3", "promtool3", "node", "otelcol");

    private Tools() {}

    /** Skips the test, loudly, where a program is not installed; on CI, which must have it, fails it. */
    static void require(String program) {
        if (isInstalled(program)) {
            return;
        }
        String reason = program + " is not installed (no such program on PATH): nothing of this was tested";
        System.err.println("\n*** NOT TESTED: " + reason + " ***\n");
        if ("true".equals(System.getenv("CI")) && !OPTIONAL.contains(program)) {
            Assertions.fail(reason + ", but CI must test it");
        }
        Assumptions.abort(reason);
    }

    /** Tells whether a program is installed. */
    static boolean isInstalled(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, program))
                .anyMatch(Files::isExecutable);
    }
}
