package ai.openclaw.diagnostics.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.testing.Await;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SIGTERM: not ready at once, still serving, ended in time. */
class DrainIT {

    @TempDir
    private Path folder;

    @Test
    void aGatewayThatIsProbedServesOnWhileItDrains() throws IOException {
        write("drainMs: 5000");
        try (Starvation starvation = Starvation.watch();
                RunningGateway gateway = RunningGateway.configured(folder)) {
            assertThat(probe(gateway, "/readyz").statusCode()).isEqualTo(200);
            assertThat(probe(gateway, "/startupz").body()).isEqualTo("{\"ok\":true,\"status\":\"started\"}");
            long told = System.nanoTime();
            gateway.process().terminate();

            HttpResponse<String> draining = Await.answer(
                    "a readiness of 503",
                    Await.PATIENCE,
                    gateway.process()::err,
                    () -> Optional.of(probe(gateway, "/readyz")).filter(answer -> answer.statusCode() == 503));
            assertThat(draining.body()).contains("\"failing\":[\"draining\"]");
            assertThat(probe(gateway, "/startupz").statusCode()).isEqualTo(503);
            assertThat(probe(gateway, "/healthz").statusCode()).isEqualTo(200);

            gateway.process().awaitExit(Await.PATIENCE);
            Duration took = Duration.ofNanos(System.nanoTime() - told);
            assertThat(took).isGreaterThan(Duration.ofMillis(4_900));
            starvation.unlessStarved(
                    "that a Gateway ends within 6 s", () -> assertThat(took).isLessThan(Duration.ofSeconds(6)));
        }
    }

    @Test
    void withoutDrainingItEndsAtOnceAlthoughItIsProbed() throws IOException {
        write("drainMs: 0");
        try (Starvation starvation = Starvation.watch();
                RunningGateway gateway = RunningGateway.configured(folder)) {
            assertThat(probe(gateway, "/readyz").statusCode()).isEqualTo(200);
            gateway.process().terminate();
            starvation.unlessStarved(
                    "that a Gateway ends within 4 s", () -> gateway.process().awaitExit(Duration.ofSeconds(4)));
        }
    }

    private void write(String gateway) throws IOException {
        Files.writeString(
                folder.resolve("openclaw.json"), "{gateway: {" + gateway + "}, diagnostics: {enabled: true}}");
    }

    private static HttpResponse<String> probe(RunningGateway gateway, String path) throws IOException {
        return Loopback.get(gateway.url() + path, Map.of());
    }
}
