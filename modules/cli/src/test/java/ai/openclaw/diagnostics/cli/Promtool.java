package ai.openclaw.diagnostics.cli;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** Prometheus's own check of an exposition. */
final class Promtool {

    private static final Duration LIMIT = Await.PATIENCE;

    private Promtool() {}

    /** Returns what it has to say against an exposition; empty if it accepts it. */
    static String complaints(String exposition) {
        try (ChildProcess promtool = ChildProcess.start(List.of("promtool", "check", "metrics"))) {
            promtool.write(exposition.getBytes(StandardCharsets.UTF_8));
            promtool.endInput();
            int exitCode = promtool.awaitExit(LIMIT);
            String said = promtool.out() + promtool.err();
            return exitCode == 0 ? said : "exit code " + exitCode + "\n" + said;
        }
    }
}
