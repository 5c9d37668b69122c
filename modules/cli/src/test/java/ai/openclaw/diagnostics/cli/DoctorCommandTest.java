package ai.openclaw.diagnostics.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.cli.PackagedApplication.Finished;
import ai.openclaw.diagnostics.testing.Ports;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code openclaw doctor} over a real configuration and a real Gateway. */
class DoctorCommandTest {

    private static final String TOKEN = "a-long-token-of-the-doctors-test";
    private static final String CONFIG = "{gateway: {auth: {token: '" + TOKEN + "'}},"
            + " plugins: {entries: {'diagnostics-prometheus': {enabled: true}}}, diagnostics: {enabled: true}}";

    @TempDir
    private Path state;

    @Test
    void aRunningGatewayIsReadyAndScraped() throws IOException {
        try (InProcessGateway gateway = InProcessGateway.start(CONFIG, state)) {
            Files.setPosixFilePermissions(state, PosixFilePermissions.fromString("rwx------"));
            Files.setPosixFilePermissions(state.resolve("openclaw.json"), PosixFilePermissions.fromString("rw-------"));
            Finished shown = doctor("--port", "" + gateway.port());
            assertThat(shown.out())
                    .contains("ok    port: a Gateway answers on " + gateway.port())
                    .contains("ok    readiness: ready")
                    .contains("ok    scrape: ")
                    .contains("No check failed.")
                    .doesNotContain(TOKEN);
            assertThat(shown.exitCode()).isZero();
        }
    }

    @Test
    void aGatewayWithAnotherTokenFailsTheScrape() throws IOException {
        try (InProcessGateway gateway = InProcessGateway.start(CONFIG, state)) {
            Files.writeString(state.resolve("openclaw.json"), CONFIG.replace(TOKEN, "another-token-of-some-length"));
            Finished shown = doctor("--json", "--port", "" + gateway.port());
            assertThat(shown.exitCode()).isEqualTo(1);
            JsonArray checks = new JsonObject(shown.out()).getJsonArray("checks");
            JsonObject scrape = checks.stream()
                    .map(JsonObject.class::cast)
                    .filter(check -> check.getString("check").equals("scrape"))
                    .findFirst()
                    .orElseThrow();
            assertThat(scrape.getString("level")).isEqualTo("fail");
            assertThat(scrape.getString("remedy")).contains("--token-file");
            assertThat(scrape.getString("text")).endsWith(", which comes from openclaw.json:1");
            assertThat(shown.out()).doesNotContain("another-token", TOKEN);
        }
    }

    @Test
    void aCredentialOfAnOptionIsNamedByIt() throws IOException {
        Files.writeString(state.resolve("openclaw.json"), CONFIG);
        Path file = Files.writeString(state.resolve("token"), "a-token-of-sufficient-length");
        assertThat(doctor("--token-file", file.toString(), "--port", "" + Ports.free())
                        .out())
                .contains("ok    credential: from the token file ");
    }

    @Test
    void aConfigurationThatCannotBeUsedIsAFindingAndNotAnEnd() throws IOException {
        Files.writeString(state.resolve("openclaw.json"), "{gateway: {prot: 1, port: 70000}}");
        Finished shown = doctor();
        assertThat(shown.exitCode()).isEqualTo(1);
        assertThat(shown.err()).isEmpty();
        assertThat(shown.out())
                .contains("FAIL  configuration: cannot be used", "gateway.prot: unknown key", "found 70000");
        assertThat(shown.out().lines()).allMatch(line -> line.length() <= 80);
    }

    @Test
    void aRunningGatewayIsExaminedWhateverBecameOfItsFile() throws IOException {
        try (InProcessGateway gateway = InProcessGateway.start(CONFIG, state)) {
            Files.writeString(state.resolve("openclaw.json"), CONFIG.replace("{gateway", "{gatway: 1, gateway"));
            Finished shown = doctor("--port", "" + gateway.port());
            assertThat(shown.exitCode()).isEqualTo(1);
            assertThat(shown.out())
                    .contains("FAIL  configuration: cannot be used", "gatway: unknown key")
                    .contains("skip  exporters: the configuration cannot be used")
                    .contains("ok    readiness: ready", "ok    scrape: ");
        }
    }

    @Test
    void fixRepairsModesAndChangesNoValue() throws IOException {
        Path file = Files.writeString(state.resolve("openclaw.json"), CONFIG);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
        assertThat(doctor("--fix", "--port", "" + Ports.free()).out()).contains("fixed file mode: ");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(file).hasContent(CONFIG);
    }

    private Finished doctor(String... options) {
        String[] arguments = new String[options.length + 1];
        arguments[0] = "doctor";
        System.arraycopy(options, 0, arguments, 1, options.length);
        return InProcess.in(state).run(arguments);
    }
}
