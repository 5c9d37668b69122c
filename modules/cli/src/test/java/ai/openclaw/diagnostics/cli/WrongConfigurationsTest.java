package ai.openclaw.diagnostics.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.cli.PackagedApplication.Finished;
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
            "{ agents: {} }",
            "{ gateway: { 'sk-abcdefgh12345678': 1, bind: 'ghp_abcdefghij0123456789' } }",
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
