package ai.openclaw.diagnostics.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.cli.PackagedApplication.Finished;
import ai.openclaw.diagnostics.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Configurations that a Gateway cannot start with: {@code config check} says of each what {@code gateway run} says. */
class WrongConfigurationsTest {

    private static final List<String> FILES = List.of(
            "{ logging: { redactPatterns: ['('] } }",
            "{ logging: { redactPatterns: ['ok', '(a+)+$'] } }",
            "{ gateway: { bind: 'lan' } }",
            "{ gateway: { bind: '::' }, logging: { redactPatterns: ['.*'] } }",
            "{ plugins: { load: { paths: ['STATE/nowhere'] } } }",
            "{ plugins: { load: { paths: ['~/nowhere', ''] } } }",
            "{ plugins: { entries: { 'diagnostics-promethius': { enabled: true } } } }",
            "{ plugins: { entries: { 'diagnostics-prometheus': { enabled: 1, confg: {} } } } }",
            "{ gateway: { auth: { token: 'a\\nb' } } }",
            "{ gateway: { auth: { token: '${NOT_SET}' } } }",
            "{ gateway: { auth: { mode: 'password' } } }",
            "{ gateway: { auth: { mode: 'none' } } }",
            "{ gateway: { tls: { enabled: true } } }",
            "{ gateway: { tls: { certPath: 'STATE/nowhere.pem', keyPath: 'STATE' } }, logging: { redactPatterns: ['('] } }",
            "{ gateway: { tls: { certPath: 'STATE/openclaw.json', keyPath: 'STATE' } } }",
            "{ gateway: { tls: { certPath: 'STATE/openclaw.json', keyPath: 'STATE/openclaw.json' } } }",
            "{ agents: {} }",
            "{ gateway: { 'sk-abcdefgh12345678': 1, bind: 'ghp_abcdefghij0123456789' } }",
            "{ plugins: { entries: { 'diagnostics-otel': { enabled: true } } }, diagnostics: { otel: { endpiont:"
                    + " 'http://c:4318', metricsEndpoint: 'c:4318' } } }",
            "{ plugins: { entries: { 'diagnostics-otel': { enabled: true } } }, diagnostics: { otel: { enabled: 'yes',"
                    + " metrics: 1, traces: null, logs: {}, captureContent: true } } }",
            "{ plugins: { entries: { 'diagnostics-otel': { enabled: true } } }, diagnostics: { otel: { endpoint:"
                    + " 'ftp://c:4318', tracesEndpoint: 'http://u:hunter2@c:4318', logsEndpoint: ' ' } } }",
            "{ plugins: { entries: { 'diagnostics-otel': { enabled: true } } }, diagnostics: { otel: { protocol:"
                    + " 'grpc', names: 'both', metricNamePrefix: '1a', serviceName: 7, compatibility: 2026.5 } } }",
            "{ plugins: { entries: { 'diagnostics-otel': { enabled: true } } }, diagnostics: { otel: { sampleRate:"
                    + " 1.5, flushIntervalMs: '1m', headers: 'Authorization: Bearer hunter2' } } }",
            "{ plugins: { entries: { 'diagnostics-otel': { enabled: true } } }, diagnostics: { otel: { headers: {"
                    + " 'X-Tenant': 7 } } } }",
            "{ plugins: { entries: { 'diagnostics-otel': { enabled: true } } }, diagnostics: { otel: { headers: {"
                    + " 'Content-Length': '3' } } } }",
            "{ plugins: { entries: { 'diagnostics-otel': { enabled: true } } }, diagnostics: { otel: { headers: {"
                    + " authorization: 'Bearer hunter2\\n"
                    + "X: y' } } } }",
            "{ plugins: { entries: { 'diagnostics-otel': { enabled: true } } }, diagnostics: { otel: {"
                    + " 'sk-abcdefgh12345678': 1, endpoint: 'sk-abcdefgh12345678' } } }",
            "{ plugins: { entries: { 'diagnostics-otel': { enabled: true } } }, diagnostics: { otel: { endpoint:"
                    + " '${NOT_SET}' } } }",
            "{ plugins: { entries: { 'diagnostics-prometheus': { enabled: true, config: { compatability: '2026.9',"
                    + " compatibility: 2026.5 } } } } }",
            "{ diagnostics: { otel: { endpiont: 'of a plugin that is off' } }, gateway: { auth: { mode: 'none' } } }",
            "[]",
            "{ gateway: {");

    @TempDir
    private Path state;

    @Test
    void checkSaysOfEachWhatRunSays() throws IOException {
        InProcess openclaw =
                InProcess.in(state).and("HOME", state.resolve("home").toString());
        Path file = state.resolve("openclaw.json");
        Map<String, String> messages = new LinkedHashMap<>();
        for (String text : FILES) {
            Files.writeString(file, text.replace("STATE", state.toString()));
            Finished checked = openclaw.run("config", "check");
            Finished run = openclaw.run("gateway", "run", "--port", "0");
            assertThat(checked.exitCode()).as(text).isEqualTo(2);
            assertThat(run.exitCode()).as(text).isEqualTo(2);
            assertThat(run.err()).as(text).isEqualTo(checked.err()).doesNotContain("\tat ");
            assertThat(file).hasContent(text.replace("STATE", state.toString()));
            messages.put(text, checked.err().replace(state.toString(), "STATE"));
        }
        Golden.file("configurations.txt").assertHolds(messages);
    }

    @Test
    void aWrongVariableOfTheOtlpExporterIsNamedWithoutASecret() throws IOException {
        Files.writeString(state.resolve("openclaw.json"), """
            {
              plugins: { entries: { "diagnostics-otel": { enabled: true } } },
              diagnostics: { otel: { enabled: true } },
            }
            """);
        InProcess openclaw = InProcess.in(state)
                .and("HOME", state.resolve("home").toString())
                .and("OTEL_EXPORTER_OTLP_PROTOCOL", "grpc")
                .and("OTEL_EXPORTER_OTLP_HEADERS", "hunter2")
                .and("OTEL_EXPORTER_OTLP_CERTIFICATE", "nowhere.pem");
        String expected = """
            environment OTEL_EXPORTER_OTLP_PROTOCOL: found "grpc", allowed "http/protobuf", which a collector takes on port 4318
            environment OTEL_EXPORTER_OTLP_HEADERS: found a string, allowed name=value, several separated by commas
            environment OTEL_EXPORTER_OTLP_CERTIFICATE: the file nowhere.pem cannot be read; it must exist and be readable here
            """;
        assertThat(openclaw.run("config", "check").err()).isEqualTo(expected);
        assertThat(openclaw.run("gateway", "run", "--port", "0").err()).isEqualTo(expected);
    }

    @Test
    void doctorSaysOfAPluginsSectionWhatCheckSays() throws IOException {
        Files.writeString(state.resolve("openclaw.json"), """
            {
              plugins: { entries: { "diagnostics-otel": { enabled: true } } },
              diagnostics: {
                otel: { endpiont: "http://c:4318", logs: "yes" },
              },
            }
            """);
        InProcess openclaw = InProcess.in(state);
        Finished checked = openclaw.run("config", "check");
        assertThat(checked.err()).isEqualTo("""
            openclaw.json:4:13: diagnostics.otel.endpiont: unknown key; did you mean diagnostics.otel.endpoint?
            openclaw.json:4:46: diagnostics.otel.logs: found a string, allowed true or false
            """);
        Finished doctor = openclaw.run("doctor");
        assertThat(doctor.exitCode()).isEqualTo(1);
        String unwrapped = doctor.out().replaceAll("\\s+", " ");
        assertThat(checked.err().lines())
                .allSatisfy(line -> assertThat(unwrapped).contains(line));
    }

    @Test
    void aNamedFileThatIsMissingIsNotReplacedByDefaults() {
        Path typo = state.resolve("typo.json");
        Finished run = InProcess.in(state).run("gateway", "run", "--port", "0", "--config", typo.toString());
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .isEqualTo("flag --config: " + typo
                        + " does not exist; correct the path, or create the file with {} in it\n");
        assertThat(state).isEmptyDirectory();
    }
}
