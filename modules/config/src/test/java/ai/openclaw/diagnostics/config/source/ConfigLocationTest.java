package ai.openclaw.diagnostics.config.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Where the file is looked for. */
class ConfigLocationTest {

    private static ConfigLocation resolve(@Nullable String flag, String... variables) {
        Map<String, String> environment = new java.util.HashMap<>(Map.of("HOME", "/home/operator"));
        for (int i = 0; i < variables.length; i += 2) {
            environment.put(variables[i], variables[i + 1]);
        }
        return ConfigLocation.resolve(flag, ConfigEnvironment.of(environment));
    }

    private static ConfigLocation location(String file, String state, String source) {
        return new ConfigLocation(Path.of(file), Path.of(state), source);
    }

    @Test
    void theFlagComesFirst() {
        assertThat(resolve("/a/b.json", "OPENCLAW_CONFIG_PATH", "/c.json", "OPENCLAW_STATE_DIR", "/d"))
                .isEqualTo(location("/a/b.json", "/d", "flag --config"));
    }

    @Test
    void theVariableOfTheFileComesBeforeThatOfTheDirectory() {
        assertThat(resolve(null, "OPENCLAW_CONFIG_PATH", "~/c.json", "OPENCLAW_STATE_DIR", "/d"))
                .isEqualTo(location("/home/operator/c.json", "/d", "environment OPENCLAW_CONFIG_PATH"));
    }

    @Test
    void theFileIsInTheStateDirectory() {
        assertThat(resolve(null, "OPENCLAW_STATE_DIR", "/d/../e"))
                .isEqualTo(location("/e/openclaw.json", "/e", "environment OPENCLAW_STATE_DIR"));
    }

    @Test
    void theStateDirectoryIsInTheHomeDirectory() {
        assertThat(resolve(null, "OPENCLAW_CONFIG_PATH", " ", "OPENCLAW_STATE_DIR", ""))
                .isEqualTo(location("/home/operator/.openclaw/openclaw.json", "/home/operator/.openclaw", "default"));
    }

    @Test
    void aRelativePathIsMadeAbsolute() {
        assertThat(resolve("x.json").file()).isEqualTo(Path.of("x.json").toAbsolutePath());
    }

    @Test
    void withoutAHomeVariableTheSystemsHomeIsTaken() {
        assertThat(ConfigLocation.resolve(null, ConfigEnvironment.of(Map.of())).stateDirectory())
                .isEqualTo(Path.of(System.getProperty("user.home"), ".openclaw"));
    }

    @Test
    void whatIsNoPathIsRefused() {
        assertThatThrownBy(() -> resolve("a\0b")).hasMessage("flag --config: is not a path");
        assertThatThrownBy(() -> resolve(" ")).hasMessage("flag --config: is empty, must be a path");
    }
}
