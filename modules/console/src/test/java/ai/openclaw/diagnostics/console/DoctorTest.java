package ai.openclaw.diagnostics.console;

import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.config.GatewayConfig;
import ai.openclaw.diagnostics.config.Settings;
import ai.openclaw.diagnostics.config.source.ConfigEnvironment;
import ai.openclaw.diagnostics.config.source.ConfigLocation;
import ai.openclaw.diagnostics.console.Finding.Level;
import ai.openclaw.diagnostics.testing.Ports;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each check with what it is for, and the repairs. */
class DoctorTest {

    private static final String LONG = "correct-horse-battery-staple";
    private static final Set<String> PROMETHEUS = Set.of("diagnostics-prometheus");

    @TempDir
    private Path folder;

    private Path state;
    private final Map<String, String> variables = new HashMap<>();
    private int port;

    @BeforeEach
    void prepare() throws IOException {
        state = Files.createDirectory(folder.resolve("state"));
        mode(state, "rwx------");
        port = Ports.free();
        write("diagnostics: {enabled: true}");
    }

    @Test
    void whereAllIsWellNothingFails() {
        List<Finding> findings = Doctor.examine(setup(PROMETHEUS, LONG), 1_000, false);
        assertThat(findings).extracting(Finding::level).containsOnly(Level.OK, Level.SKIPPED);
        assertThat(findings).extracting(Finding::check).doesNotHaveDuplicates();
        assertThat(Doctor.isWell(findings)).isTrue();
        assertThat(Doctor.text(findings, new Terminal(80, false))).endsWith("\nNo check failed.\n");
    }

    @Test
    void aFileThatOthersMayReadIsMadePrivate() throws IOException {
        mode(state.resolve("openclaw.json"), "rw-r--r--");
        Finding found = check("file mode", setup(PROMETHEUS, LONG), false);
        assertThat(found.level()).isEqualTo(Level.FAILURE);
        assertThat(found.remedy()).startsWith("openclaw doctor --fix, or chmod 600 ");
        assertThat(check("file mode", setup(PROMETHEUS, LONG), true).level()).isEqualTo(Level.FIXED);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(state.resolve("openclaw.json"))))
                .isEqualTo("rw-------");
    }

    @Test
    void aStateDirectoryThatOthersMayWriteIsMadePrivate() throws IOException {
        mode(state, "rwxrwxrwx");
        assertThat(check("state directory", setup(PROMETHEUS, LONG), false).level())
                .isEqualTo(Level.FAILURE);
        assertThat(check("state directory", setup(PROMETHEUS, LONG), true).level())
                .isEqualTo(Level.FIXED);
    }

    @Test
    void whatANewGatewayMakesIsNoAlarm() throws IOException {
        write("diagnostics: {enabled: true}, logging: {file: '" + folder
                + "/state/logs/a.log', maxFileBytes: 1048576}");
        Setup setup = setup(PROMETHEUS, LONG);
        Files.delete(state.resolve("openclaw.json"));
        Files.delete(state);

        Finding found = check("state directory", setup, false);
        assertThat(found.level()).isEqualTo(Level.OK);
        assertThat(found.text()).endsWith("/state is not there yet; the Gateway makes it");
        assertThat(check("log", setup, false).level()).isEqualTo(Level.OK);
        check("state directory", setup, true);
        assertThat(state).doesNotExist();
    }

    @Test
    void aLogFolderThatCannotBeMadeIsAFailure() throws IOException {
        Files.writeString(folder.resolve("taken"), "");
        write("diagnostics: {enabled: true}, logging: {file: '" + folder + "/taken/logs/a.log'}");

        Finding found = check("log", setup(PROMETHEUS, LONG), false);
        assertThat(found.level()).isEqualTo(Level.FAILURE);
        assertThat(found.text()).contains("/taken/logs is not there and cannot be made: ");
    }

    @Test
    void aFolderThatCannotBeMadeIsAFailureWithItsReason() throws IOException {
        Files.writeString(folder.resolve("taken"), "");
        Setup of = setup(PROMETHEUS, LONG);
        ConfigLocation elsewhere =
                new ConfigLocation(state.resolve("openclaw.json"), folder.resolve("taken/state"), "default");
        Setup setup = new Setup(elsewhere, of.settings(), "", PROMETHEUS, variables, null, LONG, "an option");
        Finding found = check("state directory", setup, true);
        assertThat(found.level()).isEqualTo(Level.FAILURE);
        assertThat(found.text()).contains("/taken/state is not there and cannot be made: ");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"changeme, FAILURE", "Token, FAILURE", "short-one, WARNING", "-, WARNING", LONG + ", OK"})
    void aCommonOrShortCredentialIsNamedButNotShown(String secret, Level level) {
        Finding found = check("credential", setup(PROMETHEUS, secret), false);
        assertThat(found.level()).isEqualTo(level);
        if (secret != null) {
            assertThat(found.text()).doesNotContainIgnoringCase(secret);
        }
    }

    @Test
    void exportersWithoutEventsAreAFailureAndNoneIsAWarning() throws IOException {
        assertThat(check("exporters", setup(Set.of(), LONG), false).level()).isEqualTo(Level.WARNING);
        write("");
        assertThat(check("exporters", setup(PROMETHEUS, LONG), false).level()).isEqualTo(Level.FAILURE);
    }

    @Test
    void aPortThatAnotherProgramHasIsAFailure() throws IOException {
        try (ServerSocket other = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            Finding found = Doctor.examine(setup(PROMETHEUS, LONG), 50, false).stream()
                    .filter(finding -> finding.check().equals("port"))
                    .findFirst()
                    .orElseThrow();
            assertThat(found.level()).isEqualTo(Level.FAILURE);
            assertThat(found.text()).contains("another program has port " + other.getLocalPort());
        }
    }

    @Test
    void aLogThatMayGrowBeyondTheDiskIsAWarning() throws IOException {
        write("diagnostics: {enabled: true}, logging: {file: '" + folder
                + "/logs/a.log', maxFileBytes: 1099511627776, keepFiles: 90}");
        Finding found = check("log", setup(PROMETHEUS, LONG), false);
        assertThat(found.level()).isEqualTo(Level.WARNING);
        assertThat(found.text()).contains("more than is free");
    }

    @ParameterizedTest
    @CsvSource({
        "-Xmx256m, OK",
        "-Xmx32m, FAILURE",
        "-agentlib:jdwp=transport=dt_socket,  WARNING",
        "-XX:-ExitOnOutOfMemoryError, WARNING"
    })
    void optionsOfJavaThatHurtAreNamedWithoutTheirValue(String option, Level level) {
        variables.put("OPENCLAW_JAVA_OPTS", "-Dsecret=canary " + option);
        Finding found = check("Java options", setup(PROMETHEUS, LONG), false);
        assertThat(found.level()).isEqualTo(level);
        assertThat(found.text()).doesNotContain("canary", "dt_socket");
    }

    @Test
    void aClockThatIsBehindTheFilesIsAFailure() throws IOException {
        assertThat(check("clock", setup(PROMETHEUS, LONG), false).level()).isEqualTo(Level.OK);
        Files.setLastModifiedTime(state, FileTime.from(Instant.now().plus(Duration.ofHours(1))));
        assertThat(check("clock", setup(PROMETHEUS, LONG), false).level()).isEqualTo(Level.FAILURE);
    }

    @Test
    void aCollectorThatDoesNotAnswerIsAFailureWithoutItsUrl() throws IOException {
        write("diagnostics: {enabled: true, otel: {enabled: true, endpoint: 'http://127.0.0.1:" + port
                + "/canary?key=canary'}}");
        Finding found = check("collector", setup(Set.of("diagnostics-otel"), LONG), false);
        assertThat(found.level()).isEqualTo(Level.FAILURE);
        assertThat(Doctor.json(List.of(found))).doesNotContain("canary");
        try (ServerSocket collector = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertThat(collector.isBound()).isTrue();
            assertThat(check("collector", setup(Set.of("diagnostics-otel"), LONG), false)
                            .level())
                    .isEqualTo(Level.OK);
        }
    }

    @Test
    void anArchiveOfAnotherPlaceIsMadeAnew() throws IOException {
        Path bin = Files.createDirectories(folder.resolve("app/bin"));
        Path script = Files.writeString(bin.resolve("openclaw-archive"), """
                #!/bin/sh
                app=$(dirname "$(dirname "$0")")
                printf jsa >"$app/openclaw.jsa"
                { echo "$(readlink -f /proc/$PPID/exe) $(readlink -f "$app")"; echo 3; } >"$app/openclaw.jsa.place"
                """);
        mode(script, "rwx------");
        Setup of = setup(PROMETHEUS, LONG);
        Setup setup = new Setup(
                of.location(), of.settings(), "", PROMETHEUS, variables, folder.resolve("app"), LONG, "an option");
        assertThat(check("class-data archive", setup, false).level()).isEqualTo(Level.WARNING);
        assertThat(check("class-data archive", setup, true).level()).isEqualTo(Level.FIXED);
        Files.writeString(script, "#!/bin/sh\nexit 1\n");
        Files.writeString(folder.resolve("app/openclaw.jsa"), "other");
        assertThat(check("class-data archive", setup, true).text()).endsWith("; the repair failed: it ended with 1");
    }

    @Test
    void aConfigurationThatCannotBeUsedIsToldAndTheOthersAreSkipped() {
        Setup setup = new Setup(
                location(), null, "openclaw.json:1: gateway.prot: unknown key", Set.of(), Map.of(), null, null, "");
        List<Finding> findings = Doctor.examine(setup, 100, false);
        assertThat(findings.get(0).text()).contains("gateway.prot: unknown key");
        assertThat(findings.get(0).level()).isEqualTo(Level.FAILURE);
        assertThat(findings.subList(1, 3)).extracting(Finding::level).containsOnly(Level.SKIPPED);
        assertThat(Doctor.json(findings))
                .startsWith("{\"ok\":false,\"checks\":[{\"check\":\"configuration\",\"level\":\"fail\"");
    }

    private Finding check(String name, Setup setup, boolean fix) {
        return Doctor.examine(setup, 1_000, fix).stream()
                .filter(finding -> finding.check().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Setup setup(Set<String> on, String secret) {
        Settings settings = Settings.builder(GatewayConfig.read(location(), environment()))
                .port(port)
                .build();
        return new Setup(location(), settings, "", on, variables, null, secret, "an option");
    }

    private ConfigLocation location() {
        return ConfigLocation.resolve(null, environment());
    }

    private ConfigEnvironment environment() {
        return ConfigEnvironment.of(Map.of("OPENCLAW_STATE_DIR", state.toString()));
    }

    private void write(String members) throws IOException {
        Path file = state.resolve("openclaw.json");
        Files.writeString(file, "{" + members + "}");
        mode(file, "rw-------");
    }

    private static void mode(Path file, String mode) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    }
}
