package ai.openclaw.diagnostics.config;

import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.config.schema.ConfigText;
import ai.openclaw.diagnostics.config.source.ConfigEnvironment;
import ai.openclaw.diagnostics.config.source.ConfigException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A marked credential goes in wherever one could stand, and comes out nowhere. */
@Tag("slow")
class SecretsAreNeverShownTest {

    private static final String MARKER = "hunter2";
    private static final String FILE = "{\n  // the gateway\n  gateway: {\n    port: 1,\n    auth: {\n"
            + "      mode: 'token', token: \"hunter2\", password: 'hunter2', rateLimit: { windowMs: 5 },\n    },\n  },\n"
            + "  logging: { redactPatterns: [\"hunter2\"] },\n"
            + "  plugins: { entries: { a: { config: { deep: [\"hunter2\", { apiKey: \"hunter2\" }] } } } },\n}\n";

    private static String everything(Throwable thrown) {
        StringWriter trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace));
        return thrown + trace.toString();
    }

    private static List<String> refusals(List<String> files) {
        List<String> refusals = new ArrayList<>();
        for (String file : files) {
            try {
                Settings settings = Settings.builder(GatewayConfig.parse("openclaw.json", file))
                        .build();
                List<Settings.Row> rows = settings.rows(settings.plugins(List.of("a", "my-token")));
                assertThat(rows + "" + settings).doesNotContain(MARKER);
            } catch (ConfigException e) {
                refusals.add(everything(e));
            }
        }
        return refusals;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gateway: 'hunter2'",
                "gateway: { auth: 'hunter2' }",
                "gateway: { auth: ['hunter2'] }",
                "gateway: { auth: { mode: 'hunter2' } }",
                "gateway: { auth: { mode: ['hunter2'] } }",
                "gateway: { auth: { token: ['hunter2'] } }",
                "gateway: { auth: { token: { value: 'hunter2' } } }",
                "gateway: { auth: { password: { value: 'hunter2' } } }",
                "gateway: { auth: { tokens: 'hunter2' } }",
                "gateway: { auth: { pasword: 'hunter2' } }",
                "gateway: { auth: { value: 'hunter2' } }",
                "gateway: { auth: { rateLimit: 'hunter2' } }",
                "gateway: { auth: { rateLimit: { maxAttempts: 'hunter2' } } }",
                "gateway: { auth: { rateLimit: { windowMs: 'hunter2' } } }",
                "gateway: { auth: { rateLimit: { lockoutMs: 'hunter2' } } }",
                "gateway: { auth: { rateLimit: { exemptLoopback: 'hunter2' } } }",
                "gateway: { auth: { rateLimit: { token: 'hunter2' } } }",
                "gateway: { token: 'hunter2' }",
                "gateway: { password: 'hunter2' }",
                "gateway: { apiKey: 'hunter2' }",
                "token: 'hunter2'",
                "password: 'hunter2'",
                "secret: 'hunter2'",
                "diagnostics: { token: 'hunter2' }",
                "diagnostics: 'hunter2'",
                "plugins: 'hunter2'",
                "plugins: { token: 'hunter2' }",
                "plugins: { entries: 'hunter2' }",
                "plugins: { entries: { a: 'hunter2' } }",
                "plugins: { entries: { a: { config: 'hunter2' } } }",
                "plugins: { entries: { a: { config: ['hunter2'] } } }",
                "plugins: { entries: { a: { apiKey: 'hunter2' } } }",
                "plugins: { entries: { 'my-token': { enabled: 'hunter2' } } }",
                "logging: 'hunter2'",
                "logging: { redactPatterns: 'hunter2' }",
                "logging: { redactPatterns: [['hunter2']] }",
                "logging: { redactPatterns: [{ a: 'hunter2' }] }",
            })
    void aMisplacedCredentialIsRefusedUnseen(String member) {
        assertThat(refusals(List.of("{ " + member + " }"))).hasSize(1).noneMatch(text -> text.contains(MARKER));
    }

    @Test
    void aFileWithAnyCharacterLeftOutIsReadOrRefusedUnseen() {
        List<String> files = new ArrayList<>();
        for (int at = 0; at < FILE.length(); at++) {
            files.add(FILE.substring(0, at) + FILE.substring(at + 1));
            files.add(FILE.substring(0, at));
            files.add(FILE.substring(at));
        }
        assertThat(refusals(files)).hasSizeGreaterThan(500).noneMatch(text -> text.contains(MARKER));
    }

    @Test
    void aFileWithAnyCharacterPutInIsReadOrRefusedUnseen() {
        List<String> files = new ArrayList<>();
        for (int at = 0; at < FILE.length(); at++) {
            for (String put : "\" ' , : { } [ ] / \\ x 0 - \n \u00a0 \u0001".split(" ")) {
                files.add(FILE.substring(0, at) + put + FILE.substring(at));
                files.add(FILE.substring(0, at) + put + FILE.substring(at + 1));
            }
        }
        assertThat(refusals(files)).hasSizeGreaterThan(5000).noneMatch(text -> text.contains(MARKER));
    }

    @Test
    void noObjectShowsACredentialInItsText() {
        GatewayConfig file = GatewayConfig.parse("openclaw.json", FILE);
        Settings settings = Settings.builder(file).build();
        assertThat(settings.secret().orElseThrow().value().reveal()).isEqualTo(MARKER);
        assertThat(List.of(
                        file.toString(),
                        settings.toString(),
                        settings.secret().toString(),
                        settings.secret().orElseThrow().value().toString(),
                        settings.redactPatterns().toString(),
                        settings.plugins(List.of("a")).toString(),
                        settings.rows(settings.plugins(List.of("a"))).toString(),
                        ConfigText.parse("a", FILE).root().toString(),
                        ConfigEditor.of(FILE).toString()))
                .noneMatch(text -> text.contains(MARKER));
    }

    @Test
    void variablesAndFlagsAreRefusedUnseen() {
        Map<String, String> variables = Map.of("OPENCLAW_GATEWAY_TOKEN", MARKER, "OPENCLAW_GATEWAY_PASSWORD", MARKER);
        Settings.Builder builder = Settings.builder(
                        GatewayConfig.parse("openclaw.json", "", ConfigEnvironment.of(variables)))
                .authMode(MARKER);
        assertThat(org.assertj.core.api.Assertions.catchThrowable(builder::build))
                .isInstanceOf(ConfigException.class)
                .satisfies(thrown -> assertThat(everything(thrown)).doesNotContain(MARKER));
    }

    @Test
    void anEditorNeverQuotesTheFile() {
        ConfigEditor editor = ConfigEditor.of(FILE);
        List<Runnable> edits = List.of(
                () -> editor.set("gateway.auth.token.deeper", MARKER),
                () -> editor.set("gateway.auth", MARKER),
                () -> editor.add("gateway.auth.token", MARKER),
                () -> editor.removeItem("gateway.auth.password", MARKER));
        for (Runnable edit : edits) {
            assertThat(org.assertj.core.api.Assertions.catchThrowable(edit::run))
                    .isInstanceOf(ConfigException.class)
                    .satisfies(thrown -> assertThat(everything(thrown)).doesNotContain(MARKER));
        }
    }
}
