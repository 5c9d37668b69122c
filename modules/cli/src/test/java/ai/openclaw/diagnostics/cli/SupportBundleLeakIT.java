package ai.openclaw.diagnostics.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.cli.PackagedApplication.Finished;
import ai.openclaw.diagnostics.testing.Ports;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Canaries in events, configuration, environment, command line and log, of a Gateway that runs and of one that is dead: none is
 * in a support bundle, nor on standard output, nor where a token on a command line could be seen again.
 */
class SupportBundleLeakIT {

    private static final String CANARY = "kanari";
    private static final String SECRET = "sk-" + CANARY + "0123456789abcdef";
    private static final String TOKEN = CANARY + "-token-of-the-gateway";
    private static final String CONFIG = """
            {
              gateway: {auth: {token: '${OPENCLAW_GATEWAY_TOKEN}'}, trustedProxies: ['10.9.8.7']},
              channels: {telegram: {botToken: 'kanari', kanari: {}}},
              agents: {list: [{id: 'kanari'}]},
              models: {providers: {kanari: {apiKey: 'kanari'}}},
              env: {KANARI: 'kanari'},
              plugins: {
                allow: ['diagnostics-prometheus', 'kanari-plugin'],
                entries: {'diagnostics-prometheus': {enabled: true}, 'kanari-entry': {enabled: true, config: {kanari: 'kanari'}}},
              },
              diagnostics: {enabled: true, otel: {endpoint: 'https://kanari.example/kanari', headers: {kanari: 'kanari'}}},
              logging: {file: 'FOLDER/kanari/kanari.log', redactPatterns: ['kanari']},
            }
            """;

    @TempDir
    private Path folder;

    @Test
    void nothingThatIsOfSomeoneElseIsInABundle() throws IOException {
        Files.writeString(folder.resolve("openclaw.json"), CONFIG.replace("FOLDER", folder.toString()));
        Map<String, String> running;
        Finished written;
        ChildProcess process = start("gateway", "run", "--port", "0", "--replay", "-");
        try (RunningGateway gateway = RunningGateway.awaitConfigured(process, TOKEN)) {
            gateway.publish(
                    Stream.of("run.completed", "model.usage", "tool.execution.completed", "queue.lane.enqueue", CANARY)
                            .map(SupportBundleLeakIT::event)
                            .toList());
            gateway.publish(List.of(CANARY, Events.marker("all-published")));
            gateway.scrapeUntil(Events.markerSeries("all-published"));
            Loopback.get(gateway.url() + "/" + CANARY + "?" + SECRET, Map.of("Authorization", "Bearer " + SECRET));
            appendToLog();
            String port = gateway.address().replaceAll(".*:", "");
            written = export("--port", port, "--token", TOKEN);
            running = files(written);
        }
        assertThat(running).containsKeys("metrics/snapshot.prom", "jvm/threads.txt", "logs/openclaw-sanitized.jsonl");
        assertThat(running.get("logs/openclaw-sanitized.jsonl")).contains("\"omitted\":\"unparsed\"", "messageBytes");
        assertNoCanary(running, written);

        Finished dead = export("--port", "" + Ports.free(), "--token", TOKEN);
        assertThat(files(dead)).containsKeys("config/shape.json", "logs/openclaw-sanitized.jsonl");
        assertNoCanary(files(dead), dead);
    }

    @Test
    void aStartThatFailsLeavesNothingOfTheConfiguration() throws IOException {
        Files.writeString(
                folder.resolve("openclaw.json"),
                "{gateway: {auth: {token: 'kanari', kanari: 'kanari'}, bind: 'kanari'}, kanari: 1, logging: {file: 7}}");
        Finished failed = PackagedApplication.end(start("gateway", "run", "--port", "0"));
        assertThat(failed.exitCode()).isEqualTo(2);
        Finished written = export();
        assertThat(files(written).get("config/shape.json")).contains("\"parseOk\" : false", "gateway.bind");
        files(written)
                .forEach((name, text) -> assertThat(text.toLowerCase(java.util.Locale.ROOT))
                        .as(name)
                        .doesNotContain("\"kanari\"", "'kanari'", "kanari-", SECRET));
    }

    private static void assertNoCanary(Map<String, String> files, Finished written) {
        files.forEach((name, text) ->
                assertThat(text).as(name).doesNotContainIgnoringCase(CANARY).doesNotContain("10.9.8.7"));
        assertThat(written.err()).doesNotContainIgnoringCase(CANARY);
    }

    private static String event(String type) {
        JsonObject event =
                new JsonObject().put("type", type).put("durationMs", 5).put("queueSize", 1);
        for (String label : List.of("model", "provider", "channel", "toolName", "agentId", "outcome", "trigger")) {
            event.put(label, SECRET);
        }
        for (String field : List.of("prompt", "sessionKey", "runId", "messageId", "transcript", CANARY)) {
            event.put(field, CANARY + " text");
        }
        event.put("lane", "session:agent:main:telegram:dm:" + CANARY);
        event.put("usage", new JsonObject().put("input", 5).put(CANARY, CANARY));
        return Events.trusted(event);
    }

    private void appendToLog() throws IOException {
        Files.writeString(
                folder.resolve("kanari/kanari.log"),
                CANARY + " in a line of no form\n{\"kanari\":\"kanari\"}\n"
                        + "{\"time\":\"2026-01-02T03:04:05.006Z\",\"level\":\"INFO\",\"logger\":\"com.kanari.Chat\",\"message\":\"kanari\"}\n"
                        + "{\"time\":\"2026-01-02T03:04:05.006Z\",\"level\":\"INFO\",\"logger\":\"ai.openclaw.diagnostics.x.Y\","
                        + "\"message\":\"It is in /home/kanari/x and \\\"kanari\\\" and " + SECRET
                        + "\",\"kanari\":\"kanari\"}\n",
                StandardCharsets.UTF_8,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    private Finished export(String... options) {
        Finished written = PackagedApplication.end(
                start(Stream.concat(Stream.of("gateway", "diagnostics", "export"), Stream.of(options))
                        .toArray(String[]::new)));
        assertThat(written.exitCode()).as(written.err()).isZero();
        return written;
    }

    private static Map<String, String> files(Finished written) {
        return Unzipped.files(Path.of(written.out().lines().findFirst().orElseThrow()));
    }

    private ChildProcess start(String... arguments) {
        return ChildProcess.start(
                Stream.concat(Stream.of(PackagedApplication.SCRIPT.toString()), Stream.of(arguments))
                        .toList(),
                folder,
                Map.of(
                        "OPENCLAW_GATEWAY_TOKEN", TOKEN,
                        "OPENAI_API_KEY", SECRET,
                        "KANARI", CANARY,
                        "OPENCLAW_JAVA_OPTS", "-Dkanari=" + CANARY));
    }
}
