package ai.openclaw.diagnostics.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.cli.PackagedApplication.Finished;
import ai.openclaw.diagnostics.gateway.GatewayOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A configuration file that a reference Gateway uses, too. */
class SharedConfigurationTest {

    private static final String PLUGIN = "diagnostics-prometheus";

    @TempDir
    private Path state;

    private Path file;
    private InProcess openclaw;

    @BeforeEach
    void nameTheFile() {
        file = state.resolve("openclaw.json");
        openclaw = InProcess.in(state);
    }

    @ParameterizedTest
    @DisplayName("Files of the shapes that reference users publish are accepted")
    @ValueSource(
            strings = {
                "onboarded",
                "channels-and-allow",
                "installs-and-bindings",
                "lan-with-token",
                "custom-provider",
                "tailscale-off",
                "env-and-secrets",
                "every-section"
            })
    void aFileOfThisShapeIsAccepted(String shape) {
        Path shared = Path.of("src/test/resources/shared", shape + ".json");
        Finished checked = openclaw.and("OPENCLAW_GATEWAY_TOKEN", "token-of-the-environment")
                .run("config", "check", "--config", shared.toString());
        assertThat(checked.err()).isEmpty();
        assertThat(checked.out().lines().filter(line -> line.startsWith("Not used by this Gateway: ")))
                .hasSize(1);
    }

    @Test
    void whatIsPassedOverIsNamed() throws IOException {
        Files.writeString(file, """
                {
                  meta: { lastTouchedVersion: "2026.5.28" },
                  agents: { defaults: { token: "${NOT_SET}" } },
                  gateway: { mode: "local", auth: { token: "x", allowTailscale: false } },
                  plugins: { slots: {}, entries: { telegram: { any: "${NOT_SET}" }, "diagnostics-prometheus": { hooks: {} } } },
                  logging: { file: "/tmp/x.log" },
                  diagnostics: { flags: ["*"] },
                }
                """);
        assertThat(openclaw.and("COLUMNS", "400").run("config", "check").out())
                .endsWith("\nNot used by this Gateway: meta, agents, gateway.mode, gateway.auth.allowTailscale,"
                        + " plugins.slots, diagnostics.flags, plugins.entries.telegram,"
                        + " plugins.entries.diagnostics-prometheus.hooks\n");
    }

    @Test
    void aSharedFileIsNotWrittenByAccident() throws IOException {
        String text = "{ meta: {}, gateway: { mode: 'local' } }";
        Files.writeString(file, text);
        Finished enabled = openclaw.and("OPENCLAW_GATEWAY_TOKEN", "x").run("plugins", "enable", PLUGIN);
        assertThat(enabled.exitCode()).isEqualTo(2);
        assertThat(enabled.err())
                .isEqualTo(file + ": is not changed, because it has sections of another Gateway (meta, gateway.mode);"
                        + " give --config or set OPENCLAW_CONFIG_PATH to change it anyway\n");
        assertThat(file).hasContent(text);
    }

    @Test
    void aSharedFileWithoutATokenIsNotWrittenByTheFirstStart() throws IOException {
        Files.writeString(file, "{ agents: {} }");
        String refusal = openclaw.run("config", "check").err();
        assertThat(refusal)
                .isEqualTo(
                        "gateway.auth.token: there is no token, and a new one could not be kept: " + file
                                + ": is not changed, because it has sections of another Gateway (agents); give --config or set"
                                + " OPENCLAW_CONFIG_PATH to change it anyway. Set OPENCLAW_GATEWAY_TOKEN or give --token-file.\n");
        assertThat(openclaw.run("gateway", "run", "--port", "0").err()).isEqualTo(refusal);
        assertThat(file).hasContent("{ agents: {} }");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aSharedFileThatIsNamedIsWritten(boolean byFlag) throws IOException {
        Path named = Files.writeString(state.resolve("named.json"), "{ meta: {} }");
        Finished enabled = byFlag
                ? openclaw.run("plugins", "enable", PLUGIN, "--config", named.toString())
                : openclaw.and("OPENCLAW_CONFIG_PATH", named.toString()).run("plugins", "enable", PLUGIN);
        assertThat(enabled.err()).isEmpty();
        assertThat(named).content().contains("meta", PLUGIN);
    }

    @Test
    void aVariableIsReplacedInASecret() throws IOException {
        Files.writeString(file, "{ gateway: { bind: 'lan', auth: { token: 'a-${NAME}-$${NAME}-$5' } } }");
        GatewayOptions options = openclaw.and("NAME", "b").runOptions().resolve(false);
        assertThat(options.secret().reveal()).isEqualTo("a-b-${NAME}-$5");
    }

    @Test
    void aPluginIsGivenItsConfigurationWithVariablesReplaced() throws IOException {
        Files.writeString(file, """
                { gateway: { auth: { token: "x" } }, plugins: { entries: { "diagnostics-prometheus":
                  { enabled: true, config: { compatibility: "2026.${MONTH}" } } } } }
                """);
        GatewayOptions options = openclaw.and("MONTH", "9").runOptions().resolve(false);
        assertThat(options.plugins())
                .singleElement()
                .satisfies(plugin -> assertThat(plugin.config()).hasToString("{compatibility=2026.9}"));
    }

    @Test
    void theHomeIsExpandedInFoldersOfPlugins() throws IOException {
        Files.createDirectories(state.resolve("plugins-of-mine"));
        Files.writeString(file, "{ plugins: { load: { paths: ['~/plugins-of-mine'] } } }");
        assertThat(openclaw.and("HOME", state.toString()).run("config", "check").err())
                .isEmpty();
        assertThat(InProcess.with(Map.of("OPENCLAW_STATE_DIR", state.toString(), "HOME", state + "/other"))
                        .run("config", "check")
                        .err())
                .isEqualTo("plugins.load.paths (openclaw.json:1): the folder " + state
                        + "/other/plugins-of-mine cannot be read: it does"
                        + " not exist. Create it, or remove it from the list.\n");
    }
}
