package ai.openclaw.diagnostics.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What of the contract's section on configuration only a running Gateway shows; the rest: {@link ConfigurationContractTest}. */
class ConfigurationContractIT {

    private static final String ON = "plugins: {allow: ['diagnostics-prometheus']}";

    @TempDir
    private Path state;

    @Test
    void withDiagnosticsUnsetTheStartSaysTheEndpointIsEmpty() throws IOException {
        configure("{" + ON + ", gateway: {auth: {token: 'x'}}}");
        try (RunningGateway gateway = RunningGateway.configured(state)) {
            assertThat(gateway.process().out())
                    .contains("diagnostics.enabled is not true: no events flow, the metrics endpoint answers with an"
                            + " empty body");
            HttpResponse<String> scrape = scrape(gateway, "x");
            assertThat(scrape.statusCode()).isEqualTo(200);
            assertThat(scrape.body()).isEmpty();
        }
    }

    @Test
    void withDiagnosticsOnEventsFlowWithoutANote() throws IOException {
        configure("{" + ON + ", diagnostics: {enabled: true}, gateway: {auth: {token: 'x'}}}");
        try (RunningGateway gateway = RunningGateway.configured(state)) {
            assertThat(gateway.process().out()).doesNotContain("Note");
            assertThat(scrape(gateway, "x").body()).contains("openclaw_telemetry_exporter_total");
        }
    }

    @Test
    void aFirstConfigurationLetsEventsFlowOnceThePluginIsOn() throws IOException {
        String token;
        try (RunningGateway first = RunningGateway.configured(state)) {
            token = first.token();
        }
        assertThat(PackagedApplication.runIn(state, "plugins", "enable", "diagnostics-prometheus")
                        .exitCode())
                .isZero();
        try (RunningGateway second = RunningGateway.configured(state)) {
            assertThat(scrape(second, token).body()).contains("openclaw_telemetry_exporter_total");
        }
    }

    private void configure(String text) throws IOException {
        Files.writeString(state.resolve("openclaw.json"), text);
    }

    private static HttpResponse<String> scrape(RunningGateway gateway, String token) throws IOException {
        return Loopback.get(gateway.url() + RunningGateway.METRICS, Map.of("Authorization", "Bearer " + token));
    }
}
