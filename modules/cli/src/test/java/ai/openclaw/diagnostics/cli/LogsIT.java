package ai.openclaw.diagnostics.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.cli.PackagedApplication.Finished;
import ai.openclaw.diagnostics.testing.Await;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the packaged application says on standard error while it is treated badly. */
class LogsIT {

    private static final Set<String> LEVELS = Set.of("ERROR", "WARNING", "INFO", "DEBUG", "TRACE");
    private static final String SECRET = "sk-verysecret0123456789";
    private static final String HEX =
            HexFormat.of().formatHex(SECRET.substring(0, 4).getBytes(StandardCharsets.US_ASCII));
    private static final List<String> MALFORMED = List.of(
            "{", SECRET, "[]", "null", "{\"event\":{}}", "{\"event\":{\"type\":7,\"model\":\"" + SECRET + "\"}}");
    private static final List<String> WRONG_FIELDS = List.of(
            Events.trusted(
                    new JsonObject().put("type", "model.usage").put("model", 7).put("usage", SECRET)),
            Events.trusted(new JsonObject().put("type", "run.completed").put("durationMs", SECRET)),
            Events.trusted(
                    new JsonObject().put("type", "tool.execution.completed").put("toolName", "a\nb" + SECRET)));

    @TempDir
    private Path folder;

    @Test
    void inJsonEveryLineIsAnObjectWhateverArrives() {
        try (RunningGateway gateway = RunningGateway.fed(folder, "--log-format", "json")) {
            mistreat(gateway);
            gateway.process().terminate();
            gateway.process().awaitExit(Await.PATIENCE);
            List<JsonObject> entries = entries(gateway.process().err());
            assertThat(entries)
                    .extracting(entry -> entry.getString("message"))
                    .anyMatch(message -> message.startsWith("line 1: not an event"))
                    .anyMatch(message -> message.startsWith("Not recorded: field usage of a model.usage event"));
            assertThat(gateway.process().err()).doesNotContain(SECRET, HEX, gateway.token());
        }
    }

    @Test
    void inTextEveryLineIsAnEntry() {
        try (RunningGateway gateway = RunningGateway.fed(folder)) {
            mistreat(gateway);
            assertThat(gateway.process().err())
                    .doesNotContain(SECRET, HEX, gateway.token())
                    .contains(" WARNING RecordedTraffic line 1: not an event")
                    .contains(" WARNING Rejections Not recorded: field usage of a model.usage event");
            assertThat(gateway.process().err().lines())
                    .allMatch(
                            line -> line.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z [A-Z]+ \\S+ .+"));
        }
    }

    private static void mistreat(RunningGateway gateway) {
        gateway.publish(MALFORMED);
        gateway.publish(WRONG_FIELDS);
        gateway.publish(List.of(Events.marker("last")));
        gateway.scrapeUntil("last");
        for (String authorization : List.of("Bearer wrong", "Bearer " + SECRET, "Basic " + SECRET, "nonsense")) {
            get(gateway, authorization);
        }
        send(gateway, "NONSENSE \0\1\2\r\n\r\n");
        send(gateway, "GET /" + SECRET + "%zz HTTP/1.1\r\nHost: x\r\n\r\n");
        send(gateway, "GET / HTTP/1.1\r\nno header " + SECRET + "\r\n\r\n");
        send(gateway, "GET /" + SECRET.repeat(1_000) + " HTTP/1.1\r\n\r\n");
        send(
                gateway,
                "POST " + RunningGateway.METRICS + " HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n");
        send(gateway, "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + SECRET.repeat(10));
    }

    /** With class and stack; the message of the failure is the plugin's, and may be anything. */
    @Test
    void whatAPluginsHandlerThrowsIsLoggedOnceWithoutItsMessage() throws IOException {
        Path plugins = Files.createDirectory(folder.resolve("my-plugins"));
        ExamplePlugin.of("greeter").jar(plugins.resolve("greeter.jar"));
        Files.writeString(
                folder.resolve("openclaw.json"),
                "{plugins: {load: {paths: ['" + plugins + "']}, entries: {greeter: {enabled: true}}}}");
        ChildProcess process =
                PackagedApplication.startIn(folder, "gateway", "run", "--port", "0", "--log-format", "json");
        try (RunningGateway gateway = RunningGateway.awaitStart(process, folder)) {
            for (int i = 0; i < 20; i++) {
                assertThat(Loopback.get(gateway.url() + "/fail", Map.of()).statusCode())
                        .isEqualTo(500);
            }
            assertThat(entries(process.err())).singleElement().satisfies(entry -> {
                assertThat(entry.getString("message")).isEqualTo("A request could not be answered.");
                assertThat(entry.getJsonArray("thrown").encode())
                        .contains("java.lang.IllegalStateException", "com.example.greeter");
            });
            assertThat(process.err()).doesNotContain(SECRET, "prompt");
        }
    }

    /** The screen of a start is gone in the morning. */
    @Test
    void startAndStopAreInTheFileAndNotOnStandardError() throws IOException {
        Path log = folder.resolve("gateway.log");
        Files.writeString(folder.resolve("openclaw.json"), "{logging: {file: '" + log + "'}}");
        ChildProcess process = PackagedApplication.startIn(folder, "gateway", "run", "--port", "0");
        try (RunningGateway gateway = RunningGateway.awaitStart(process, folder)) {
            String port = gateway.url().replaceAll(".*:", "");
            process.terminate();
            process.awaitExit(Await.PATIENCE);
            assertThat(Files.readAllLines(log))
                    .extracting(line -> new JsonObject(line).getString("message"))
                    .satisfiesExactly(
                            started -> assertThat(started)
                                    .matches("Started: version \\S+, port " + port + ", process \\d+\\."),
                            stopping -> assertThat(stopping).isEqualTo("Stopping."),
                            stopped -> assertThat(stopped).isEqualTo("Stopped."));
            assertThat(process.err()).isEmpty();
        }
    }

    @Test
    void aStartThatFailsSaysSoInJsonToo() throws IOException {
        Path file = Files.writeString(folder.resolve("openclaw.json"), "{gateway: {prot: 1,\n port: 70000}}");
        Finished finished = PackagedApplication.run("gateway", "run", "--log-format=json", "--config", file.toString());
        assertThat(finished.exitCode()).isEqualTo(2);
        assertThat(entries(finished.err())).singleElement().satisfies(entry -> {
            assertThat(entry.getString("level")).isEqualTo("ERROR");
            assertThat(entry.getString("message")).contains("gateway.prot: unknown key", "\n", "found 70000");
        });
    }

    @Test
    void theEnvironmentChoosesTheFormatAndTheOptionComesFirst() {
        Map<String, String> json = Map.of("OPENCLAW_LOG_FORMAT", "json");
        assertThat(entries(replay(json).err())).isNotEmpty();
        assertThat(replay(json, "--log-format", "TEXT").err()).contains("Z WARNING Rejections Not recorded");
    }

    @Test
    void aFormatThatThereIsNotIsRefusedByName() {
        Finished finished = replay(Map.of("OPENCLAW_LOG_FORMAT", "xml"));
        assertThat(finished.exitCode()).isEqualTo(2);
        assertThat(finished.err()).contains("--log-format", "'xml'", "text or json");
    }

    private Finished replay(Map<String, String> variables, String... options) {
        Path recording = write(folder.resolve("wrong.ndjson"), PackagedApplication.lines(WRONG_FIELDS));
        return PackagedApplication.end(ChildProcess.start(
                Stream.concat(
                                Stream.of("target/app/bin/openclaw", "diagnostics", "replay", recording.toString()),
                                Stream.of(options))
                        .toList(),
                folder,
                variables));
    }

    private static Path write(Path file, String text) {
        try {
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<JsonObject> entries(String err) {
        List<JsonObject> entries = err.lines().map(JsonObject::new).toList();
        assertThat(entries).allSatisfy(entry -> {
            assertThat(entry.fieldNames()).startsWith("time", "level", "logger", "message");
            assertThat(Instant.parse(entry.getString("time"))).isNotNull();
            assertThat(entry.getString("level")).isIn(LEVELS);
        });
        return entries;
    }

    private static void get(RunningGateway gateway, String authorization) {
        try {
            int status = Loopback.get(gateway.url() + RunningGateway.METRICS, Map.of("Authorization", authorization))
                    .statusCode();
            assertThat(status).isEqualTo(401);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends bytes and reads what comes back, if anything, until the Gateway is silent or hangs up. */
    private static void send(RunningGateway gateway, String bytes) {
        URI url = URI.create(gateway.url());
        try (Socket socket = new Socket(InetAddress.getByName(url.getHost()), url.getPort())) {
            socket.setSoTimeout(500);
            socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
            socket.getInputStream().readAllBytes();
        } catch (IOException e) {
            // hung up or silent: all that counts is what it logs
        }
    }
}
