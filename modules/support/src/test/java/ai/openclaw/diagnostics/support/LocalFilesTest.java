package ai.openclaw.diagnostics.support;

import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.config.GatewayConfig;
import ai.openclaw.diagnostics.config.Settings;
import ai.openclaw.diagnostics.config.source.ConfigEnvironment;
import ai.openclaw.diagnostics.config.source.ConfigLocation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a bundle says of the configuration, the log and the last failure, and what it never says. */
class LocalFilesTest {

    private static final String CANARY = "kanari";

    @TempDir
    private Path state;

    private ConfigLocation location;
    private final SupportBundle bundle = SupportBundle.of("1.2.3");

    @BeforeEach
    void locate() {
        location = ConfigLocation.resolve(null, environment());
    }

    private ConfigEnvironment environment() {
        return ConfigEnvironment.of(Map.of("OPENCLAW_STATE_DIR", state.toString()));
    }

    @Test
    void theConfigurationIsShownByKeyAndOriginWithoutSecrets() throws IOException {
        Files.writeString(location.file(), """
            {gateway: {port: 1234, auth: {token: 'kanari-token'}, trustedProxies: ['10.9.8.7', '10.9.8.6']},
             channels: {telegram: {botToken: 'kanari', kanari: 1}}, agents: {kanari: {}},
             plugins: {allow: ['kanari-plugin'], load: {paths: ['/kanari']},
               entries: {'kanari-entry': {enabled: true, config: {kanari: 'kanari'}}}},
             diagnostics: {enabled: true, otel: {endpoint: 'https://kanari', headers: {kanari: 'kanari'}}},
             logging: {file: '/var/kanari/x.log', redactPatterns: ['kanari']}}
            """);
        Settings settings =
                Settings.builder(GatewayConfig.read(location, environment())).build();
        var plugins = settings.plugins(List.of());
        LocalFiles.of(bundle, location).addConfiguration(settings, settings.rows(plugins), plugins.passedOver());

        Map<String, String> files = files();
        assertThat(files.get("config/sanitized.json"))
                .contains("\"gateway.port\"", "\"1234\"", "\"file:1\"", "\"<redacted>\"", "\"2 items\"");
        assertThat(files.get("config/shape.json")).contains("\"channels\"", "\"agents\"", "\"parseOk\" : true");
        assertThat(files.values())
                .allSatisfy(text -> assertThat(text).doesNotContain(CANARY, "10.9.8", state.toString()));
    }

    @Test
    void aConfigurationThatCannotBeUsedSaysWhy() {
        LocalFiles.of(bundle, location)
                .addUnusableConfiguration("openclaw.json:1: gateway.port: found \"kanari\", allowed 1 to 65535");
        assertThat(files().get("config/shape.json"))
                .contains("\"parseOk\" : false", "gateway.port: found \\\"<redacted>\\\", allowed 1 to 65535")
                .doesNotContain(CANARY);
        assertThat(bundle.missing()).containsKey("config/sanitized.json");
    }

    @Test
    void ofTheLogOnlyOurSentencesAreShown() throws IOException {
        Path log = state.resolve("openclaw.log");
        Files.writeString(log, """
            kanari: no entry
            {"time":"2026-01-02T03:04:05.006Z","level":"INFO","logger":"com.acme.Chat","message":"kanari","seq":1}
            {"time":"kanari","level":"INFO","logger":"kanari one","message":"x"}
            {"time":"2026-01-02T03:04:05.006Z","level":"ERROR","logger":"ai.openclaw.diagnostics.gateway.Gateway","message":"It failed in /kanari with \\"kanari\\" at https://kanari","kanari":"kanari","thrown":[{"class":"java.io.IOException","message":"kanari","stack":["a.B.c(B.java:7)","kanari"]}]}
            """);
        Map<String, ?> told = LocalFiles.of(bundle, location).addLog(log, 100, 100_000);
        String text = files().get("logs/openclaw-sanitized.jsonl");
        assertThat(text).doesNotContain(CANARY);
        assertThat(text.lines())
                .containsExactly(
                        "{\"omitted\":\"unparsed\",\"bytes\":16}",
                        "{\"time\":\"2026-01-02T03:04:05.006Z\",\"level\":\"INFO\",\"logger\":\"other\",\"seq\":1,\"messageBytes\":6}",
                        "{\"omitted\":\"unparsed\",\"bytes\":68}",
                        "{\"time\":\"2026-01-02T03:04:05.006Z\",\"level\":\"ERROR\",\"logger\":\"ai.openclaw.diagnostics.gateway.Gateway\",\"message\":\"It"
                                + " failed in <path> with \\\"<redacted>\\\" at <url>\","
                                + "\"thrown\":[{\"class\":\"java.io.IOException\",\"stack\":[\"a.B.c(B.java:7)\"]}]}");
        assertThat(told.get("lineCount")).isEqualTo(4);
    }

    @Test
    void onlyTheEndOfALongLogIsReadAndTheCutLineIsLeftOut() throws IOException {
        Path log = state.resolve("openclaw.log");
        Files.writeString(log, "0123456789\n".repeat(1_000));
        Map<String, ?> told = LocalFiles.of(bundle, location).addLog(log, 5_000, 100);
        assertThat(told.get("lineCount")).isEqualTo(9);
        assertThat(told.get("truncated")).isEqualTo(true);
        assertThat(log).hasSize(11_000);
    }

    @Test
    void theLastFailureIsKeptRedactedAndTheNewestTwentyOnly() throws IOException {
        for (int i = 0; i < 25; i++) {
            StabilityFile.write(state, "start", failure("Failed " + i + " in /kanari"), null);
        }
        Path folder = state.resolve("logs/stability");
        assertThat(folder.toFile().list()).hasSize(20);
        Path one = folder.resolve(folder.toFile().list()[0]);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(one)))
                .isEqualTo("rw-------");
        Files.writeString(folder.resolve("openclaw-stability-9999-other.json"), "{\"kanari\": 1}");
        LocalFiles.of(bundle, location).addStability();
        assertThat(files().get("stability/latest.json"))
                .contains("\"reason\" : \"start\"", " in <path>")
                .doesNotContain(CANARY);
    }

    @Test
    void aStateDirectoryThatIsNotThereIsNotMade() throws IOException {
        Path absent = state.resolve("absent");
        StabilityFile.write(absent, "start", failure("x"), null);
        assertThat(absent).doesNotExist();
        LocalFiles files = LocalFiles.of(bundle, new ConfigLocation(absent.resolve("a.json"), absent, "default"));
        files.addStability();
        files.addLog(null, 1, 1);
        files.addLog(absent.resolve("a.log"), 1, 1);
        assertThat(bundle.missing())
                .containsKey("stability/latest.json")
                .containsEntry(
                        "logs/openclaw-sanitized.jsonl", "skipped: the log file is not there, nothing was logged yet");
    }

    @Test
    void theZipIsForItsOwnerAndHasAManifestOfWhatIsThereAndWhatIsNot() throws IOException {
        bundle.add("exporters.json", "[]");
        bundle.add("../evil.json", "x");
        bundle.add("exporters.json", "twice");
        bundle.leaveOut("jvm/gc.json", "failed: no Gateway answers");
        Path file = state.resolve("new/folder/a.zip");
        assertThat(bundle.write(file)).isEqualTo(Files.size(file));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                .isEqualTo("rwx------");
        assertThat(file.getParent().toFile().list()).hasSize(1);
        Map<String, String> files = unzip(Files.readAllBytes(file));
        assertThat(files.keySet()).containsExactly("manifest.json", "summary.md", "exporters.json");
        assertThat(files.get("exporters.json")).isEqualTo("[]");
        assertThat(files.get("manifest.json")).contains("jvm/gc.json", "\"openclawVersion\" : \"1.2.3\"");
    }

    @Test
    void moreThanSixteenMebibytesAreLeftOutByName() throws IOException {
        bundle.add("jvm/threads.txt", "x".repeat(10 << 20));
        bundle.add("metrics/snapshot.prom", "x".repeat(7 << 20));
        bundle.add("exporters.json", "[]");
        assertThat(bundle.missing().get("metrics/snapshot.prom")).contains("16 MiB");
        assertThat(files().keySet()).contains("exporters.json", "jvm/threads.txt");
    }

    private Map<String, String> files() {
        try {
            Path file = Files.createTempDirectory(state, "zip").resolve("a.zip");
            bundle.write(file);
            return unzip(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Map<String, String> unzip(byte[] bytes) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry; (entry = zip.getNextEntry()) != null; ) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    private KeptFailure failure(String sentence) {
        return KeptFailure.of("java.lang.IllegalStateException", sentence, Redactor.of(location));
    }
}
