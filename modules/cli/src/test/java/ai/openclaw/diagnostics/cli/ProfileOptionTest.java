package ai.openclaw.diagnostics.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.openclaw.diagnostics.config.GatewayException;
import ai.openclaw.diagnostics.gateway.GatewayOptions;
import ai.openclaw.diagnostics.plugin.PrometheusExporter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.ParameterException;

/** Which profile a Gateway shows: the flag, else the key of the exporter, else the default. */
class ProfileOptionTest {

    private static final String CONFIG = """
            {
              gateway: {auth: {token: 'correct-horse'}},
              diagnostics: {enabled: true, otel: {enabled: true}},
              plugins: {entries: {
                'diagnostics-prometheus': {enabled: true, config: {%s}},
                'diagnostics-otel': {enabled: true},
              }},
            }
            """;

    @TempDir
    private Path state;

    private GatewayOptions options(String config, String... flags) throws IOException {
        return InProcessGateway.options(CONFIG.formatted(config), state, Map.of(), flags);
    }

    private static Object profile(GatewayOptions options, String plugin) {
        return options.plugins().stream()
                .filter(discovered -> discovered.id().equals(plugin))
                .findFirst()
                .orElseThrow()
                .config()
                .get("compatibility");
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            -                       | -        | -
            -                       | 2026.9   | 2026.9
            compatibility: '2026.9' | -        | 2026.9
            compatibility: '2026.9' | 2026.5   | 2026.5
            compatibility: '2026.5' | 2026.9   | 2026.9
            """, delimiter = '|')
    @DisplayName("Both exporters show the profile of the flag, else of the key")
    void theFlagComesBeforeTheKey(String key, String flag, String profile) throws IOException {
        String[] flags = flag == null ? new String[0] : new String[] {"--compatibility", flag};
        GatewayOptions options = options(key == null ? "" : key, flags);
        assertThat(profile(options, PrometheusExporter.ID)).isEqualTo(profile);
        assertThat(profile(options, "diagnostics-otel")).isEqualTo(profile);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "'2027.1', a string",
                "'2026.9.6', a string",
                "'', an empty string",
                "null, null",
                "true, true",
                "{}, an object",
            })
    void aWrongValueIsAnErrorOfTheConfiguration(String value, String found) {
        assertThatThrownBy(() -> options("compatibility: " + value))
                .isInstanceOf(GatewayException.class)
                .hasMessageMatching("openclaw\\.json:5:\\d+: .*")
                .hasMessageEndingWith(": plugins.entries.diagnostics-prometheus.config.compatibility: found " + found
                        + ", allowed \"2026.5\" or \"2026.9\"");
    }

    @Test
    @DisplayName("An exporter that is off is given anything, one that a flag turns on is not")
    void anExporterThatIsOffIsGivenAnything() throws IOException {
        String off = CONFIG.formatted("compatibility: 'x'")
                .replace("'diagnostics-prometheus': {enabled: true", "'diagnostics-prometheus': {enabled: false");
        assertThat(InProcessGateway.options(off, state, Map.of()).plugins()).hasSize(1);
        assertThatThrownBy(() -> InProcessGateway.options(off, state, Map.of(), "--exporter"))
                .hasMessageContaining("config.compatibility: found a string, allowed");
        assertThatThrownBy(() -> InProcessGateway.options(off, state, Map.of(), "--ingest"))
                .hasMessageContaining("config.compatibility: found a string, allowed");
    }

    @Test
    void aNumberAndAnUnknownKeyAreNamed() {
        assertThatThrownBy(() -> options("compatibility: 2026.9"))
                .hasMessageContaining("compatibility: found 2026.9, allowed \"2026.5\" or \"2026.9\"");
        assertThatThrownBy(() -> options("compatability: '2026.9'"))
                .hasMessageContaining(
                        "config.compatability: unknown key; did you mean plugins.entries.diagnostics-prometheus.config.compatibility?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2027.1", "2026.9.6", "", "latest"})
    void aWrongFlagNamesTheProfilesThatThereAre(String value) {
        assertThatThrownBy(() -> options("", "--compatibility", value))
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining(
                        "'--compatibility': \"" + value + "\" is no profile; there are 2026.5 and 2026.9");
    }
}
