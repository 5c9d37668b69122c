package ai.openclaw.diagnostics.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.gateway.GatewayOptions;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Gateway that is started with {@code --ingest}: what it takes in, and what it does not say of itself. */
class IngestGatewayTest {

    private static final String CONFIG = "{gateway: {auth: {token: 'correct-horse'}}}";
    private static final String EVENT =
            "{\"event\":{\"type\":\"message.received\",\"channel\":\"telegram\",\"source\":\"user\"},\"metadata\":{\"internal\":true}}\n";

    /** What a Gateway says about its process. */
    private static final List<String> OWN = List.of(
            "openclaw_memory_bytes{",
            "openclaw_memory_rss_bytes_count",
            "openclaw_gateway_event_loop_observed_seconds_total",
            "openclaw_gc_duration_seconds_count");

    @TempDir
    private Path folder;

    private InProcessGateway start(String name, String... flags) throws IOException {
        GatewayOptions options =
                InProcessGateway.options(CONFIG, Files.createDirectory(folder.resolve(name)), Map.of(), flags);
        return InProcessGateway.start(options);
    }

    private static String exposition(InProcessGateway gateway) {
        return gateway.get(InProcessGateway.METRICS, InProcessGateway.OPERATOR).body();
    }

    @Test
    @DisplayName("Its own memory, event loop and collections stay silent: those that count are the sender's")
    void theReceiversOwnMonitorsAreSilent() throws Exception {
        try (InProcessGateway receiver = start("a", "--port", "0", "--ingest", "--compatibility", "2026.9");
                InProcessGateway plain =
                        start("b", "--port", "0", "--exporter", "--diagnostics", "--compatibility", "2026.9")) {
            long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
            while (!OWN.stream()
                    .allMatch(exposition(plain)::contains)) { // then the receiver, which is older, would have, too
                assertThat(System.nanoTime()).as("what a plain Gateway shows").isLessThan(deadline);
                System.gc();
                TimeUnit.MILLISECONDS.sleep(50);
            }
            assertThat(exposition(receiver))
                    .contains("openclaw_gateway_build_info{")
                    .doesNotContain(OWN);
        }
    }

    @Test
    void anEventThatIsSentIsShownInTheProfileOfTheFlag() throws Exception {
        try (InProcessGateway receiver = start("a", "--port", "0", "--ingest", "--compatibility", "2026.9")) {
            Future<Integer> status = receiver.vertx()
                    .createHttpClient()
                    .request(HttpMethod.POST, receiver.port(), "127.0.0.1", "/api/diagnostics/events")
                    .compose(request -> request.putHeader("Authorization", "Bearer correct-horse")
                            .putHeader("X-Stream-Id", "test")
                            .putHeader("X-Batch", "1")
                            .send(EVENT)
                            .map(response -> response.statusCode()));
            assertThat(status.toCompletionStage().toCompletableFuture().get(1, TimeUnit.MINUTES))
                    .isEqualTo(200);

            assertThat(exposition(receiver))
                    .contains("openclaw_message_received_total{channel=\"telegram\",source=\"user\"} 1\n");
            JsonObject shown = new JsonObject(receiver.get("/api/diagnostics/status", InProcessGateway.OPERATOR)
                    .body());
            assertThat(shown.getJsonObject("gateway").getString("compatibility"))
                    .isEqualTo("2026.9");
            assertThat(shown.getJsonObject("ingest").getLong("events")).isEqualTo(1);
        }
    }
}
