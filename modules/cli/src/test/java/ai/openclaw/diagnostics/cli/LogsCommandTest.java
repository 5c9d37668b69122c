package ai.openclaw.diagnostics.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.cli.PackagedApplication.Finished;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code openclaw logs}: the end of the log file, in text and in JSON. */
class LogsCommandTest {

    @TempDir
    private Path state;

    private Path log;

    @BeforeEach
    void write() throws IOException {
        log = state.resolve("openclaw.log");
        Files.writeString(state.resolve("openclaw.json"), "{logging: {file: '" + log + "'}}");
        Files.writeString(log, entry("INFO", 1, "started") + entry("WARNING", 2, "care\\u001bful") + "no JSON\n");
    }

    @Test
    void peopleReadALineForEachEntry() {
        assertThat(logs().out()).isEqualTo("""
            2026-01-02T03:04:05.006Z INFO Gateway started
            2026-01-02T03:04:05.006Z WARNING Gateway care\\u001bful
            no JSON
            """);
    }

    @Test
    void machinesReadTypedObjects() {
        assertThat(logs("--json", "--limit", "2").out().lines())
                .containsExactly(
                        "{\"type\":\"log\","
                                + entry("WARNING", 2, "care\\u001bful").strip().substring(1),
                        "{\"type\":\"raw\",\"line\":\"no JSON\"}");
    }

    @Test
    void aRelativePathIsRelativeToTheConfiguration() throws IOException {
        Files.writeString(state.resolve("openclaw.json"), "{logging: {file: './openclaw.log'}}");
        assertThat(logs().out()).contains("Gateway started");
    }

    @Test
    void theLogOfABrokenConfigurationIsShown() throws IOException {
        Files.writeString(state.resolve("openclaw.json"), "{logging: {file: '" + log + "'}, nope: 1}");
        assertThat(logs().out()).contains("Gateway started");
        assertThat(logs().err()).startsWith("Warning: with ").contains("1 problem, see openclaw config check");
        Files.writeString(state.resolve("openclaw.json"), "{nope: 1}");
        assertThat(logs().err()).contains("nope: unknown key");
        assertThat(logs().exitCode()).isEqualTo(2);
    }

    @Test
    void onlyTheLevelAndThoseAboveAreShown() {
        assertThat(logs("--level", "warn").out()).doesNotContain("started").contains("WARNING", "no JSON");
    }

    @Test
    void onlyTheLastAreShown() throws IOException {
        Files.writeString(
                log,
                IntStream.rangeClosed(1, 1_000)
                        .mapToObj(i -> entry("INFO", i, "n" + i))
                        .collect(Collectors.joining()));
        assertThat(logs().out().lines()).hasSize(200).last().asString().endsWith(" n1000");
        assertThat(logs("--limit", "1").out().lines())
                .singleElement()
                .asString()
                .endsWith(" n1000");
    }

    @Test
    void withoutAFileItSaysWhereTheLogIs() throws IOException {
        Files.delete(log);
        assertThat(logs().exitCode()).isEqualTo(1);
        assertThat(logs().err())
                .isEqualTo(
                        "The log file " + log + " is not there: no Gateway with this configuration has logged anything"
                                + " yet. openclaw status says where a running one logs.\n");
        Files.writeString(state.resolve("openclaw.json"), "{}");
        assertThat(logs().exitCode()).isEqualTo(1);
        assertThat(logs().err()).startsWith("There is no log file, since logging.file is not set");
    }

    @Test
    void wrongLimitsAreRefused() {
        assertThat(logs("--limit", "0").exitCode()).isEqualTo(2);
        assertThat(logs("--level", "loud").exitCode()).isEqualTo(2);
    }

    private Finished logs(String... options) {
        String[] arguments = new String[options.length + 1];
        arguments[0] = "logs";
        System.arraycopy(options, 0, arguments, 1, options.length);
        return InProcess.in(state).run(arguments);
    }

    private static String entry(String level, int number, String message) {
        return "{\"time\":\"2026-01-02T03:04:05.006Z\",\"level\":\"" + level
                + "\",\"logger\":\"ai.openclaw.Gateway\",\"message\":\"" + message + "\",\"seq\":" + number + "}\n";
    }
}
