package ai.openclaw.diagnostics.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.cli.PackagedApplication.Finished;
import ai.openclaw.diagnostics.testing.Ports;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code openclaw gateway diagnostics export} with a Gateway, without one, and after a start that failed. */
class DiagnosticsExportTest {

    private static final String[] ONLINE = {
        "exporters.json",
        "events/counters.json",
        "stability/current.json",
        "metrics/snapshot.prom",
        "jvm/threads.txt",
        "jvm/memory.json",
        "jvm/gc.json",
        "jvm/process.json",
        "jvm/event-loops.json"
    };
    private static final String[] ALWAYS = {
        "manifest.json",
        "summary.md",
        "config/shape.json",
        "status/gateway-status.json",
        "health/gateway-health.json",
        "diagnostics.json"
    };

    @TempDir
    private Path state;

    @Test
    void aRunningGatewayAddsItsStatusMetricsAndThreads() throws IOException {
        try (InProcessGateway gateway = InProcessGateway.start(InProcessGateway.CONFIG.formatted(""), state)) {
            gateway.get(InProcessGateway.METRICS, InProcessGateway.OPERATOR);
            Map<String, String> files = export("--port", "" + gateway.port());
            assertThat(files).containsKeys(ALWAYS).containsKeys(ONLINE).containsKey("config/sanitized.json");
            assertThat(files.get("metrics/snapshot.prom")).contains("openclaw_prometheus_series_dropped_total 0");
            assertThat(new JsonObject(files.get("status/gateway-status.json"))
                            .getJsonObject("data")
                            .getJsonObject("gateway")
                            .getString("bind"))
                    .isEqualTo("loopback");
            assertThat(new JsonObject(files.get("health/gateway-health.json"))
                            .getJsonObject("data")
                            .getBoolean("ready"))
                    .isTrue();
            assertThat(files.values())
                    .allSatisfy(text -> assertThat(text).doesNotContain("correct-horse", state.toString()));

            Map<String, String> cautious = export("--port", "" + gateway.port(), "--thread-dump=no", "--metrics", "no");
            assertThat(cautious).doesNotContainKeys("jvm/threads.txt", "metrics/snapshot.prom");
            assertThat(cautious).containsKey("jvm/gc.json");
        }
    }

    @Test
    void theFileIsForItsOwnerAtItsDefaultPlaceOrWhereItIsWanted() throws IOException {
        Finished written = run();
        Path file = Path.of(written.out().lines().findFirst().orElseThrow());
        assertThat(file.getParent()).isEqualTo(state.resolve("logs/support"));
        assertThat(file.getFileName().toString())
                .matches("openclaw-diagnostics-\\d{4}-\\d\\d-\\d\\dT\\d\\d-\\d\\d-\\d\\d-\\d{3}Z-\\d+\\.zip");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                .isEqualTo("rwx------");

        Path named = state.resolve("mine.zip");
        assertThat(run("--output", named.toString()).exitCode()).isZero();
        assertThat(Unzipped.files(named)).containsKeys(ALWAYS);
        Path folder = Files.createDirectory(state.resolve("folder"));
        assertThat(run("--output", folder.toString()).exitCode()).isZero();
        assertThat(folder.toFile().list()).hasSize(1);

        JsonObject json = new JsonObject(run("--json").out());
        assertThat(Path.of(json.getString("path"))).hasSize(json.getLong("bytes"));
        assertThat(json.getJsonObject("manifest").getJsonArray("contents")).isNotEmpty();
    }

    @Test
    void printWritesNothing() {
        Finished listed = run("--print");
        assertThat(listed.exitCode()).isZero();
        assertThat(listed.out().replaceAll(" +", " "))
                .contains("config/shape.json\n", "jvm/threads.txt failed: no Gateway answers");
        assertThat(state.resolve("logs")).doesNotExist();
    }

    @Test
    void withoutAGatewayEachMissingPartSaysWhy() {
        Map<String, String> files = export("--port", "" + Ports.free());
        assertThat(files).containsKeys(ALWAYS).doesNotContainKeys(ONLINE);
        JsonObject health = new JsonObject(files.get("health/gateway-health.json"));
        assertThat(health.getString("status")).isEqualTo("failed");
        assertThat(health.getString("error")).isEqualTo("no Gateway answers: connection refused");
        assertThat(new JsonObject(files.get("manifest.json"))
                        .getJsonArray("missing")
                        .encode())
                .contains(Stream.of(ONLINE).map(path -> "\"" + path + "\"").toArray(String[]::new));
        assertThat(files.get("summary.md")).contains("* `jvm/threads.txt` – failed: no Gateway answers");
    }

    @Test
    void aStartThatFailedIsInTheNextBundle() throws IOException {
        Files.writeString(state.resolve("openclaw.json"), "{gateway: {auth: {token: 'kanari'}}}");
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = "" + other.getLocalPort();
            assertThat(InProcess.in(state).run("gateway", "run", "--port", port).exitCode())
                    .isEqualTo(1);
            JsonObject kept =
                    new JsonObject(export("--port", port, "--timeout", "50").get("stability/latest.json"));
            assertThat(kept.getString("reason")).isEqualTo("start");
            assertThat(kept.getJsonObject("error").getString("message"))
                    .isEqualTo("Port " + port + " is taken on 127.0.0.1. Stop the program that listens there, or choose"
                            + " another port with --port.");
        }
        assertThat(export("--no-stability-bundle")).doesNotContainKey("stability/latest.json");
    }

    @Test
    void aRunningGatewayAddsItsPartsWhateverBecameOfItsFile() throws IOException {
        try (InProcessGateway gateway = InProcessGateway.start(InProcessGateway.CONFIG.formatted(""), state)) {
            Files.writeString(state.resolve("openclaw.json"), "{gateway: {auth: {token: 'correct-horse'}, prot: 1}}");
            assertThat(export("--port", "" + gateway.port()))
                    .containsKeys(ALWAYS)
                    .containsKeys(ONLINE)
                    .doesNotContainKey("config/sanitized.json");
        }
    }

    @Test
    void aConfigurationThatCannotBeUsedIsTheStartUpErrorToo() throws IOException {
        Files.writeString(state.resolve("openclaw.json"), "{gateway: {prot: 1, port: 70000, bind: 'kanari place'}}");
        JsonObject shape = new JsonObject(export().get("config/shape.json"));
        assertThat(shape.getBoolean("parseOk")).isFalse();
        assertThat(shape.getJsonArray("error").encode())
                .contains("gateway.prot: unknown key", "gateway.port: found 70000")
                .doesNotContain("kanari");
    }

    @Test
    void aPlaceThatCannotBeWrittenIsTold() throws IOException {
        Path file = Files.writeString(state.resolve("file"), "");
        Finished failed = run("--output", file + "/a.zip");
        assertThat(failed.exitCode()).isEqualTo(1);
        assertThat(failed.err()).startsWith("The support bundle ").contains("Name another place with --output.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--log-lines 0", "--log-bytes 99999999", "--thread-dump maybe", "--timeout 0", "--nope"})
    void wrongUsageIsTwo(String arguments) {
        Finished failed = run(arguments.split(" "));
        assertThat(failed.exitCode()).isEqualTo(2);
        assertThat(failed.err()).doesNotContain("\tat ");
        assertThat(state.resolve("logs")).doesNotExist();
    }

    private Map<String, String> export(String... options) {
        Finished written = run(options);
        assertThat(written.exitCode()).as(written.err()).isZero();
        return Unzipped.files(Path.of(written.out().lines().findFirst().orElseThrow()));
    }

    private Finished run(String... options) {
        return InProcess.in(state)
                .run(Stream.concat(Stream.of("gateway", "diagnostics", "export"), Stream.of(options))
                        .toArray(String[]::new));
    }
}
