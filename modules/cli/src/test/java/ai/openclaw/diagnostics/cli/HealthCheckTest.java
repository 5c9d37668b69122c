package ai.openclaw.diagnostics.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.cli.PackagedApplication.Finished;
import ai.openclaw.diagnostics.console.HealthCheck;
import ai.openclaw.diagnostics.testing.Ports;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code openclaw health}: the exit code is the answer, whatever server is asked. */
class HealthCheckTest {

    @TempDir
    private Path state;

    @Test
    void aReadyGatewayIsZero() throws IOException {
        try (InProcessGateway gateway = InProcessGateway.start(InProcessGateway.CONFIG.formatted(""), state)) {
            String port = gateway.gateway().url().replaceAll(".*:", "");

            Finished words = health("--port", port);
            assertThat(words.exitCode()).isZero();
            assertThat(words.out()).matches("Ready: the Gateway on port " + port + ", up \\d+ s\\.\n");

            Finished json = health("--json", "--port=" + port);
            assertThat(json.exitCode()).isZero();
            assertThat(new JsonObject(json.out()))
                    .contains(Map.entry("reachable", true), Map.entry("status", "ready"), Map.entry("ready", true));

            Finished command = InProcess.in(state).run("health", "--port", port);
            assertThat(command.exitCode()).isZero();
            assertThat(command.out()).startsWith("Ready: the Gateway on port " + port);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"ready\":false,\"failing\":[\"draining\",\"plugin:x\"]} | : draining, plugin:x.",
                "{\"ready\":false} | ."
            })
    void oneThatIsNotReadyIsOneAndSaysWhy(String body, String said) throws Exception {
        try (ServerSocket server = serving("HTTP/1.1 503 Service Unavailable\r\nx: y\r\n\r\n" + body)) {
            Finished finished = health("--port", "" + server.getLocalPort());
            assertThat(finished.exitCode()).isEqualTo(1);
            assertThat(finished.out())
                    .isEqualTo("Not ready: the Gateway on port " + server.getLocalPort() + said + "\n");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1 404 Not Found\r\n\r\n{}", "HTTP/1.1 200 OK\r\n\r\n<html>", "SSH-2.0-x\r\n", ""})
    void anotherProgramOnThePortIsNoGateway(String response) throws Exception {
        try (ServerSocket server = serving(response)) {
            Finished finished = health("--json", "--port", "" + server.getLocalPort());
            assertThat(finished.exitCode()).isEqualTo(1);
            assertThat(finished.out())
                    .isEqualTo("{\"reachable\":false,\"status\":\"unreachable\","
                            + "\"reason\":\"what listens there is no Gateway\"}\n");
        }
    }

    @Test
    void oneThatDoesNotAnswerIsOneAfterTheTimeout() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Finished finished = health("--timeout", "50", "--port", "" + silent.getLocalPort());
            assertThat(finished.exitCode()).isEqualTo(1);
            assertThat(finished.out()).endsWith(": no response within 50 ms.\n");
        }
    }

    @Test
    void thePortIsThatOfGatewayRun() throws IOException {
        Files.writeString(state.resolve("openclaw.json"), "{gateway: {port: " + Ports.free() + "}}");
        assertThat(health().out())
                .contains(Files.readString(state.resolve("openclaw.json")).replaceAll("\\D", ""));
        assertThat(run(Map.of("OPENCLAW_STATE_DIR", state.toString(), "OPENCLAW_GATEWAY_PORT", "1"))
                        .out())
                .startsWith("Not reachable: the Gateway on port 1: ");
    }

    /** A Gateway does not read its file again: it is well until its next start. */
    @Test
    void aRunningGatewayIsReadyWhateverBecameOfItsFile() throws IOException {
        try (InProcessGateway gateway = InProcessGateway.start(InProcessGateway.CONFIG.formatted(""), state)) {
            String port = "" + gateway.port();
            Files.writeString(
                    state.resolve("openclaw.json"),
                    "{gateway: {port: " + port + ", prot: 1, bind: 7, auth: {token: '${NOT_SET}'}}}");
            Finished found = health();
            assertThat(found.out()).startsWith("Ready: the Gateway on port " + port + ", up ");
            assertThat(found.err())
                    .isEqualTo("Warning: with " + state.resolve("openclaw.json")
                            + " no Gateway starts again: 3 problems, see openclaw config check.\n");
            assertThat(found.exitCode()).isZero();
            for (String text : List.of("{gateway: {", "[]", "{gateway: {port: 'x'}, logging: {file: 'a\\0b'}}")) {
                Files.writeString(state.resolve("openclaw.json"), text);
                Finished asked = health("--json", "--port", port);
                assertThat(asked.out()).contains("\"status\":\"ready\"");
                assertThat(asked.exitCode()).isZero();
            }
        }
    }

    @Test
    void aBrokenFileIsToldWhereNoGatewayAnswers() throws IOException {
        Files.writeString(state.resolve("openclaw.json"), "{gateway: {prot: 1}}");
        Finished asked = health("--port", "" + Ports.free());
        assertThat(asked.exitCode()).isEqualTo(2);
        assertThat(asked.out()).isEmpty();
        assertThat(asked.err()).startsWith("openclaw.json:1:12: gateway.prot: unknown key");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--port 0", "--port 65536", "--port", "--timeout x", "--nope", "--config /no/such/file"})
    void wrongUsageIsTwo(String arguments) {
        Finished finished = health(arguments.split(" "));
        assertThat(finished.exitCode()).isEqualTo(2);
        assertThat(finished.out()).isEmpty();
        assertThat(finished.err().lines()).hasSize(1);
    }

    private Finished health(String... arguments) {
        return run(Map.of("OPENCLAW_STATE_DIR", state.toString()), arguments);
    }

    private static Finished run(Map<String, String> variables, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exitCode = HealthCheck.run(
                List.of(arguments),
                variables,
                new PrintWriter(out, true, StandardCharsets.UTF_8),
                new PrintWriter(err, true, StandardCharsets.UTF_8));
        return new Finished(exitCode, out.toByteArray(), err.toString(StandardCharsets.UTF_8));
    }

    /** Returns a server that answers its first caller with this text. */
    private static ServerSocket serving(String response) throws IOException {
        ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(() -> {
            try (Socket caller = server.accept()) {
                caller.getInputStream().read(new byte[1024]);
                caller.getOutputStream().write(response.getBytes(StandardCharsets.US_ASCII));
            } catch (IOException closed) {
                // by the test
            }
        });
        thread.setDaemon(true);
        thread.start();
        return server;
    }
}
