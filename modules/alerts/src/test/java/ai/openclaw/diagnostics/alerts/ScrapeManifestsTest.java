package ai.openclaw.diagnostics.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The manifests that have an operator scrape Gateways: where, with which credential, and under which job. */
class ScrapeManifestsTest {

    @ParameterizedTest
    @CsvSource({
        "servicemonitor.yaml, ServiceMonitor, endpoints",
        "podmonitor.yaml, PodMonitor, podMetricsEndpoints",
        "vmservicescrape.yaml, VMServiceScrape, endpoints"
    })
    void aManifestScrapesTheEndpointWithACredentialFromASecret(String file, String kind, String endpoints)
            throws IOException {
        Map<String, Object> manifest = RuleText.yaml(
                Files.readString(RuleText.FOLDER.resolve("kubernetes").resolve(file)));
        assertThat(manifest).containsEntry("kind", kind);
        Map<String, Object> spec = RuleText.map(manifest, "spec");
        assertThat(spec)
                .containsEntry("jobLabel", "app.kubernetes.io/name")
                .containsEntry("selector", Map.of("matchLabels", Map.of("app.kubernetes.io/name", "openclaw")));
        Map<String, Object> endpoint = RuleText.maps(spec, endpoints).get(0);
        assertThat(endpoint)
                .containsEntry("path", "/api/diagnostics/prometheus")
                .containsEntry("interval", "30s")
                .containsEntry(
                        "authorization",
                        Map.of("type", "Bearer", "credentials", Map.of("name", "openclaw-gateway", "key", "token")));
    }
}
