package ai.openclaw.diagnostics.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.cli.InProcessGateway.Answer;
import ai.openclaw.diagnostics.operator.PageRoute;
import ai.openclaw.diagnostics.operator.StatusRoute;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The status and its page over a socket, as a Gateway of a configuration serves them. */
class StatusContractTest {

    @TempDir
    private Path state;

    private InProcessGateway gateway;

    @BeforeEach
    void start() throws IOException {
        gateway = InProcessGateway.start(InProcessGateway.CONFIG.formatted(""), state);
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void onlyAnOperatorSeesTheStatus() {
        assertThat(gateway.get(StatusRoute.PATH, InProcessGateway.NOBODY).status())
                .isEqualTo(401);
        assertThat(gateway.get(StatusRoute.PATH, InProcessGateway.WRONG).status())
                .isEqualTo(401);
        assertThat(gateway.get("/API/diagnostics//status/", InProcessGateway.NOBODY)
                        .status())
                .isEqualTo(401);
        assertThat(gateway.ask(HttpMethod.POST, StatusRoute.PATH, InProcessGateway.OPERATOR)
                        .status())
                .isEqualTo(405);
    }

    @Test
    @DisplayName("The status shows the Gateway, its plugins with their reasons, and who scraped last")
    void theStatusShowsTheGateway() {
        Map<String, String> scraper = new HashMap<>(InProcessGateway.OPERATOR);
        scraper.put("User-Agent", "Prometheus/3.5.0");
        scraper.put("Accept-Encoding", "gzip");
        gateway.get(InProcessGateway.METRICS, scraper);

        Answer answer = gateway.get(StatusRoute.PATH, InProcessGateway.OPERATOR);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers()).contains("cache-control: no-store");
        assertThat(answer.body()).doesNotContain("correct-horse");
        JsonObject status = new JsonObject(answer.body());
        assertThat(status.getJsonObject("gateway").getBoolean("ready")).isTrue();
        assertThat(status.getJsonObject("gateway").getInteger("port")).isEqualTo(gateway.port());
        assertThat(status.getJsonObject("gateway").getString("authMode")).isEqualTo("token");
        JsonObject plugin = status.getJsonArray("plugins").stream()
                .map(JsonObject.class::cast)
                .filter(row -> row.getString("id").equals("diagnostics-prometheus"))
                .findFirst()
                .orElseThrow();
        assertThat(plugin.getString("reason")).isEqualTo("plugins.entries.diagnostics-prometheus.enabled is true");
        JsonObject exporter = status.getJsonArray("exporters").getJsonObject(0);
        assertThat(exporter.getLong("requests")).isEqualTo(1);
        assertThat(exporter.getJsonObject("last").getString("client")).isEqualTo("prometheus");
        assertThat(exporter.getJsonObject("last").getString("encoding")).isEqualTo("gzip");
        assertThat(status.getJsonObject("series").getInteger("used")).isPositive();
        assertThat(status.getJsonObject("eventLoop").getJsonArray("reasons")).isNotNull();
        assertThat(status.getValue("ingest")).isNull();
    }

    @Test
    @DisplayName("Requests without the right credential are counted by what was wrong, those of a locked address apart")
    void refusedRequestsAreCounted() throws IOException {
        gateway.close();
        gateway = InProcessGateway.start(InProcessGateway.CONFIG.formatted("rateLimit: {maxAttempts: 2}"), state);
        Map<String, String> stranger = InProcessGateway.from("203.0.113.7", InProcessGateway.WRONG);
        gateway.get(StatusRoute.PATH, InProcessGateway.NOBODY);
        for (int status : new int[] {401, 401, 429, 429, 429}) {
            assertThat(gateway.get(StatusRoute.PATH, stranger).status()).isEqualTo(status);
        }

        JsonObject counts = new JsonObject(
                        gateway.get(StatusRoute.PATH, InProcessGateway.OPERATOR).body())
                .getJsonObject("authentication");
        assertThat(counts.encode()).isEqualTo("{\"failures\":2,\"missing\":1,\"lockedOut\":3}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                PageRoute.PATH,
                PageRoute.PATH + "/page.js",
                PageRoute.PATH + "/page.css",
                PageRoute.PATH + "/findings.js",
                PageRoute.PATH + "/units.js",
                PageRoute.PATH + "/runbooks/OpenClawSeriesDropped"
            })
    @DisplayName("The page needs no credential, and no browser may load anything else into it")
    void thePageIsServedWithAStrictPolicy(String path) {
        Answer answer = gateway.get(path, InProcessGateway.NOBODY);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers())
                .contains("content-security-policy: default-src 'none'; script-src 'self'; style-src 'self'; "
                        + "connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; "
                        + "frame-ancestors 'none'");
        assertThat(answer.headers()).contains("x-content-type-options: nosniff");
        assertThat(answer.body()).isNotEmpty().doesNotContain("correct-horse");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/diagnostics/runbooks/OpenClawNoSuchAlert",
                "/diagnostics/runbooks/README",
                "/diagnostics/runbooks/../page.html",
                "/diagnostics/StatusRoute.class"
            })
    void otherFilesAreNotServed(String path) {
        assertThat(gateway.get(path, InProcessGateway.NOBODY).status()).isEqualTo(404);
    }
}
