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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code openclaw status} with a Gateway, with the wrong credential, and without a Gateway. */
class StatusCommandTest {

    @TempDir
    private Path state;

    @Test
    void aRunningGatewayIsShownWithItsParts() throws IOException {
        try (InProcessGateway gateway = InProcessGateway.start(InProcessGateway.CONFIG.formatted(""), state)) {
            gateway.get(InProcessGateway.METRICS, InProcessGateway.OPERATOR);
            Finished shown = status("--port", "" + gateway.port());
            assertThat(shown.exitCode()).as(shown.err()).isZero();
            assertThat(shown.out().replaceAll("\n {2,}", " "))
                    .contains("http://127.0.0.1:" + gateway.port() + ", ready")
                    .contains("authentication by token, profile 2026.5")
                    .contains("of 2048, nothing dropped")
                    .contains("-- plugins\n", "-- exporters\n", "-- events\n")
                    .doesNotContain("correct-horse", "null", "\u001b");

            Finished json = status("--json", "--port", "" + gateway.port());
            JsonObject answer = new JsonObject(json.out());
            assertThat(answer.getBoolean("reachable")).isTrue();
            assertThat(answer.getJsonObject("status").getInteger("schema")).isEqualTo(1);
        }
    }

    @Test
    void aTokenFileAndAUrlNameAnotherGateway() throws IOException {
        Path elsewhere = Files.createDirectory(state.resolve("elsewhere"));
        Path token = Files.writeString(state.resolve("token"), "correct-horse\n");
        try (InProcessGateway gateway = InProcessGateway.start(InProcessGateway.CONFIG.formatted(""), elsewhere)) {
            String url = "http://127.0.0.1:" + gateway.port();
            assertThat(status("--url", url, "--token-file", token.toString()).exitCode())
                    .isZero();
            assertThat(status("--url", url, "--token", "correct-horse").exitCode())
                    .isZero();
        }
    }

    @Test
    void aWrongCredentialIsToldWithItsSourceAndNotShown() throws IOException {
        try (InProcessGateway gateway = InProcessGateway.start(InProcessGateway.CONFIG.formatted(""), state)) {
            Finished shown = status("--port", "" + gateway.port(), "--token", "wrong-canary");
            assertThat(shown.exitCode()).isEqualTo(1);
            assertThat(shown.out().replaceAll("\\s+", " "))
                    .contains("the Gateway refuses the credential, which comes from --token")
                    .contains("diagnostics-prometheus on plugins.entries.diagnostics-prometheus.enabled is true")
                    .doesNotContain("canary");
            assertThat(new JsonObject(status("--json", "--port", "" + gateway.port(), "--token", "x")
                                    .out())
                            .getString("reason"))
                    .startsWith("the Gateway refuses the credential");
        }
    }

    @Test
    void withoutACredentialOneIsAskedFor() throws IOException {
        try (InProcessGateway gateway = InProcessGateway.start(InProcessGateway.CONFIG.formatted(""), state)) {
            Files.delete(state.resolve("openclaw.json"));
            Finished shown = status("--port", "" + gateway.port());
            assertThat(shown.exitCode()).isEqualTo(1);
            assertThat(shown.out().replaceAll("\\s+", " "))
                    .contains(": the Gateway wants a credential, and none is configured; give that of the running"
                            + " Gateway");
        }
    }

    @Test
    void aRunningGatewayIsShownWhateverBecameOfItsFile() throws IOException {
        try (InProcessGateway gateway = InProcessGateway.start(InProcessGateway.CONFIG.formatted(""), state)) {
            Path file = state.resolve("openclaw.json");
            Files.writeString(file, "{gateway: {auth: {token: 'correct-horse'}, prot: 1}}");
            Finished shown = status("--port", "" + gateway.port());
            assertThat(shown.exitCode()).isZero();
            assertThat(shown.out()).contains(", ready", "-- exporters");
            assertThat(shown.err())
                    .isEqualTo("Warning: with " + file
                            + " no Gateway starts again: 1 problem, see openclaw config check.\n");
            assertThat(status("--port", "" + gateway.port(), "--token", "x")
                            .out()
                            .replaceAll("\\s+", " "))
                    .contains("the Gateway refuses the credential")
                    .doesNotContain("-- plugins");
            Finished none = status("--port", "" + Ports.free());
            assertThat(none.exitCode()).isEqualTo(2);
            assertThat(none.err()).contains("gateway.prot: unknown key");
        }
    }

    @Test
    void withoutAGatewayItSaysSoAndShowsWhatFilesTell() throws IOException {
        Path log = Files.writeString(state.resolve("a.log"), "12345");
        Files.writeString(
                state.resolve("openclaw.json"),
                "{gateway: {port: " + Ports.free() + "}, logging: {file: '" + log + "'}}");
        Finished shown = status();
        assertThat(shown.exitCode()).isEqualTo(1);
        assertThat(shown.out().replaceAll("\\s+", " "))
                .contains(": no Gateway answers: connection refused")
                .contains("Configuration " + state.resolve("openclaw.json"))
                .contains("Log " + log + ", 5 B")
                .contains("-- plugins, as configured PLUGIN STATE REASON");
        JsonObject json = new JsonObject(status("--json").out());
        assertThat(json.getBoolean("reachable")).isFalse();
        assertThat(json.getJsonObject("status").getJsonObject("log").getInteger("bytes"))
                .isEqualTo(5);
    }

    @Test
    void aProgramThatIsNoGatewayIsNotMistaken() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Finished shown = status("--timeout", "50", "--port", "" + silent.getLocalPort());
            assertThat(shown.exitCode()).isEqualTo(1);
            assertThat(shown.out().replaceAll("\\s+", " ")).contains("no response within 50 ms");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--url ftp://x",
                "--url http://user:canary@host:1",
                "--timeout 0",
                "--token-file /no/such",
                "--config /no/such"
            })
    void wrongUsageIsTwo(String arguments) {
        Finished shown = status(arguments.split(" "));
        assertThat(shown.exitCode()).isEqualTo(2);
        assertThat(shown.out()).isEmpty();
        assertThat(shown.err()).doesNotContain("canary", "\tat ");
    }

    private Finished status(String... options) {
        String[] arguments = new String[options.length + 1];
        arguments[0] = "status";
        System.arraycopy(options, 0, arguments, 1, options.length);
        return InProcess.in(state).run(arguments);
    }
}
