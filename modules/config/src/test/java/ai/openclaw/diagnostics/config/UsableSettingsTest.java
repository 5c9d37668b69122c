package ai.openclaw.diagnostics.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.openclaw.diagnostics.config.source.ConfigEnvironment;
import ai.openclaw.diagnostics.config.source.ConfigException;
import ai.openclaw.diagnostics.config.source.ConfigLocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What of a broken file is still in force for what asks a Gateway. */
class UsableSettingsTest {

    @TempDir
    private Path folder;

    @Test
    void aFileWithoutProblemsIsInForceWithoutARefusal() throws IOException {
        UsableSettings usable = read("{gateway: {port: 7}}", Map.of());
        assertThat(usable.settings().port().value()).isEqualTo(7);
        assertThat(usable.refusal()).isNull();
        assertThat(usable.warning(location(Map.of()))).isEmpty();
        usable.refuseIf(true);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{gateway: {port: 7, prot: 1}}",
                "{gateway: {port: 7, bind: 1}}",
                "{gateway: {port: 7, auth: {token: 'one', password: 'two'}}}",
                "{gateway: {port: 7, auth: {mode: 'password'}}}",
                "{gateway: {port: 7, auth: {token: '${NOT_SET}'}}}",
                "{gateway: {port: 7, tls: {certPath: 'a.pem'}}}",
                "{gateway: {port: 7, port: 8}}",
                "{gateway: {port: 7}, logging: []}",
                "{gateway: {port: 7}, agents: 1, nope: {}}"
            })
    void whatHasNoProblemItselfIsInForce(String text) throws IOException {
        UsableSettings usable = read(text, Map.of());
        assertThat(usable.settings().port().value()).isEqualTo(7);
        assertThatThrownBy(() -> usable.refuseIf(true)).isInstanceOf(ConfigException.class);
        usable.refuseIf(false);
        assertThat(usable.warning(location(Map.of())).orElseThrow())
                .startsWith("Warning: with " + folder.resolve("openclaw.json") + " no Gateway starts again: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{gateway: {port: 7",
                "[7]",
                "{gateway: {port: 'x'}}",
                "{gateway: {port: 7}, logging: {file: 'a\\0b'}}"
            })
    void elseTheDefaultIs(String text) throws IOException {
        assertThat(read(text, Map.of()).settings().port().value()).isEqualTo(18_789);
        assertThat(read(text, Map.of("OPENCLAW_GATEWAY_PORT", "9"))
                        .settings()
                        .port()
                        .value())
                .isEqualTo(9);
    }

    @Test
    void aReferenceThatIsNotSetIsNoCredential() throws IOException {
        assertThat(read("{gateway: {auth: {token: 'a-${NOT_SET}'}}}", Map.of())
                        .settings()
                        .secret())
                .isEmpty();
    }

    @Test
    void aFileThatWasDeletedSaysNothingUnlessTheCallerNamedIt() {
        Path gone = folder.resolve("gone.json");
        Map<String, String> variables = Map.of("OPENCLAW_CONFIG_PATH", gone.toString());
        assertThat(UsableSettings.read(location(variables), environment(variables), flags -> flags)
                        .settings()
                        .port()
                        .value())
                .isEqualTo(18_789);
        ConfigLocation named = ConfigLocation.resolve(gone.toString(), environment(Map.of()));
        assertThatThrownBy(() -> UsableSettings.read(named, environment(Map.of()), flags -> flags))
                .hasMessageStartingWith("flag --config: ");
    }

    @Test
    void aWrongVariableIsRefused() {
        Map<String, String> variables = Map.of("OPENCLAW_GATEWAY_PORT", "x");
        assertThatThrownBy(() -> UsableSettings.read(location(variables), environment(variables), flags -> flags))
                .hasMessageStartingWith("environment OPENCLAW_GATEWAY_PORT: ");
    }

    private UsableSettings read(String text, Map<String, String> variables) throws IOException {
        Files.writeString(folder.resolve("openclaw.json"), text);
        return UsableSettings.read(location(variables), environment(variables), flags -> flags);
    }

    private ConfigLocation location(Map<String, String> variables) {
        return ConfigLocation.resolve(null, environment(variables));
    }

    private ConfigEnvironment environment(Map<String, String> variables) {
        Map<String, String> all = new HashMap<>(variables);
        all.put("OPENCLAW_STATE_DIR", folder.toString());
        return ConfigEnvironment.of(all);
    }
}
