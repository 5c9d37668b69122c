package ai.openclaw.diagnostics.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.testing.Await;
import ai.openclaw.diagnostics.testing.Ports;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Output that a full disk does not take is never lost with exit code 0. */
class LostOutputIT {

    private static final Path FULL = Path.of("/dev/full");
    private static final String LOST = "Standard output cannot be written: no space left on device.";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "--version",
                "gateway run --help",
                "plugins list",
                "plugins list --json",
                "plugins info diagnostics-prometheus",
                "plugins enable diagnostics-prometheus",
                "config check",
                "completion zsh",
                "diagnostics replay ../../conformance/plain.ndjson.gz"
            })
    void everyCommandFailsAndSaysSo(String command) {
        try (ChildProcess lost = toFullDisk(command)) {
            assertThat(lost.awaitExit(Await.PATIENCE)).isEqualTo(1);
            assertThat(lost.err()).isEqualTo(LOST + "\n");
        }
    }

    @Test
    void machinesReadItInTheLogsFormat() {
        try (ChildProcess lost = toFullDisk("plugins list --log-format json")) {
            assertThat(lost.awaitExit(Await.PATIENCE)).isEqualTo(1);
            assertThat(lost.err()).startsWith("{\"time\":").contains("\"message\":\"" + LOST + "\"");
        }
    }

    /** What a Gateway does is more than its start screen. */
    @Test
    void aGatewayRunsOnWithoutItsStartScreen() throws IOException {
        int port = Ports.free();
        try (ChildProcess gateway = toFullDisk("gateway run --port " + port)) {
            Await.answer(
                    "the Gateway",
                    Await.PATIENCE,
                    gateway::err,
                    () -> Optional.of(Loopback.get("http://127.0.0.1:" + port + "/health", Map.of()))
                            .filter(answer -> answer.statusCode() == 200));
            Await.answer(
                    "the warning",
                    Await.PATIENCE,
                    gateway::err,
                    () -> Optional.of(gateway.err())
                            .filter(err -> err.contains("The start screen cannot be written to standard output")));
        }
    }

    private ChildProcess toFullDisk(String command) {
        assertThat(FULL).as("a device that takes nothing").isWritable();
        return ChildProcess.start(
                List.of("sh", "-c", "exec \"$0\" " + command + " >" + FULL, PackagedApplication.SCRIPT + ""), folder);
    }
}
