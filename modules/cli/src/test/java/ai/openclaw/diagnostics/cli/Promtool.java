package ai.openclaw.diagnostics.cli;

import ai.openclaw.diagnostics.testing.Await;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** Prometheus's own check of an exposition, by each version that is installed. */
final class Promtool {

    /** Prometheus 2, or whatever is installed, and Prometheus 3. */
    private static final List<String> PROGRAMS = List.of("promtool", "promtool3");

    private static final Duration LIMIT = Await.PATIENCE;

    private Promtool() {}

    /** Returns what any version has to say against an exposition; empty if all accept it. */
    static String complaints(String exposition) {
        return PROGRAMS.stream()
                .filter(Tools::isInstalled)
                .map(program -> complaints(program, exposition))
                .collect(Collectors.joining());
    }

    private static String complaints(String program, String exposition) {
        try (ChildProcess promtool = ChildProcess.start(List.of(program, "check", "metrics"))) {
            promtool.write(exposition.getBytes(StandardCharsets.UTF_8));
            promtool.endInput();
            int exitCode = promtool.awaitExit(LIMIT);
            String said = promtool.out() + promtool.err();
            return exitCode == 0 ? said : program + ": exit code " + exitCode + "\n" + said;
        }
    }
}
