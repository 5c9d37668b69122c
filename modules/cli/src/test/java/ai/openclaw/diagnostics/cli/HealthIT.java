package ai.openclaw.diagnostics.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.cli.PackagedApplication.Finished;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code openclaw health} as the launcher starts it, which takes a shorter way. */
class HealthIT {

    @TempDir
    private Path folder;

    @Test
    void theShortWayAndTheCommandLineSayTheSame() {
        try (RunningGateway gateway = RunningGateway.start(folder)) {
            String port = gateway.address().replaceAll(".*:", "");
            Finished quick = PackagedApplication.run("health", "--port", port);
            Finished whole = PackagedApplication.run("health", "--port", port, "--log-level", "info");

            assertThat(quick.exitCode()).as(quick.err()).isZero();
            assertThat(whole.exitCode()).as(whole.err()).isZero();
            assertThat(quick.out()).startsWith("Ready: the Gateway on port " + port);
            assertThat(whole.out()).startsWith("Ready: the Gateway on port " + port);
        }
    }

    @Test
    void helpIsThatOfTheCommandLine() {
        Finished help = PackagedApplication.run("health", "--help");
        assertThat(help.exitCode()).isZero();
        assertThat(help.out()).contains("--timeout=MS", "not reachable");
    }
}
