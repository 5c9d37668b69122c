package ai.openclaw.diagnostics.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.openclaw.diagnostics.config.schema.Schema;
import ai.openclaw.diagnostics.config.source.ConfigException;
import ai.openclaw.diagnostics.config.source.Setting;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read from texts and files. */
class GatewayConfigTest {

    @TempDir
    private Path folder;

    private static GatewayConfig parse(String text) {
        return GatewayConfig.parse("openclaw.json", text);
    }

    @Test
    void theTestsRunInTheirModule() {
        assertThat(getClass().getModule().isNamed()).isTrue();
    }

    @Test
    void everyFormOfJson5IsRead() {
        GatewayConfig config = parse("""
            /* a { comment */ // and "another
            {
              'gateway': { "port": +8080, bind: 'la\\u006e', auth: { token: "it's // \\"no\\" comment", }, },
              plugins: { allow: ['a', "b",], entries: {
                _x1: { config: { a: .5, b: 5., c: 1e3, d: NaN, e: -Infinity } } } }
            }
            """);
        assertThat(config.get(Schema.PORT)).contains(new Setting<>(8080, "openclaw.json:3"));
        assertThat(config.get(Schema.BIND).orElseThrow().value()).isEqualTo("lan");
        assertThat(config.get(Schema.AUTH_TOKEN).orElseThrow().value().reveal()).isEqualTo("it's // \"no\" comment");
        assertThat(config.get(Schema.PLUGINS_ALLOW).orElseThrow().value()).containsExactly("a", "b");
        assertThat(config.withPlugins(List.of("_x1"))
                        .get(Schema.ENTRY_CONFIG.of("_x1"))
                        .orElseThrow()
                        .value())
                .hasToString("{a=0.5, b=5.0, c=1000.0, d=NaN, e=-Infinity}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " \n\t", "// nothing", "/* nothing */\r\n", "{}", "{ /* nothing */ }", "\uFEFF{}", "\uFEFF"})
    void aTextThatSaysNothingIsAnEmptyConfiguration(String text) {
        assertThat(parse(text).get(Schema.PORT)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void linesAreCountedWhateverEndsThem(String lineEnd) {
        String text = String.join(lineEnd, "\uFEFF{", "// x", "gateway: {", "  port: 1,", "bind: 'lan' } }");
        assertThat(parse(text).get(Schema.PORT).orElseThrow().source()).isEqualTo("openclaw.json:4");
        assertThatThrownBy(() -> parse(text.replace("1", "0"))).hasMessageStartingWith("openclaw.json:4:9: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "8080", "8080.0", "1e3", "65535", "+8080"})
    void wholeNumbersArePortsHoweverTheyAreWritten(String port) {
        assertThat(parse("{ gateway: { port: " + port + " } }").get(Schema.PORT))
                .isPresent();
    }

    @Test
    void aPluginsIdMayHaveDots() {
        GatewayConfig config = parse("{ plugins: { entries: { 'a.b': { enabled: true }, '@x/y-z': {} } } }")
                .withPlugins(List.of("a.b", "@x/y-z"));
        assertThat(config.pluginIds()).containsExactly("a.b", "@x/y-z");
        assertThat(config.get(Schema.ENTRY_ENABLED.of("a.b"))).isPresent();
    }

    @Test
    void nestingIsBounded() {
        String config = "{ plugins: { entries: { a: { config: { a: %s%s } } } } }";
        assertThat(parse(config.formatted("[".repeat(59), "]".repeat(59)))
                        .withPlugins(List.of("a"))
                        .pluginIds())
                .hasSize(1);
        assertThatThrownBy(() -> parse(config.formatted("[".repeat(60), "]".repeat(60))))
                .hasMessageEndingWith("not JSON5: nested more than 64 deep");
        assertThatThrownBy(() -> parse("[{a:".repeat(200_000))).isInstanceOf(ConfigException.class);
    }

    @Test
    void aFileThatDoesNotExistSaysNothing() {
        assertThat(GatewayConfig.read(folder.resolve("none.json")).get(Schema.PORT))
                .isEmpty();
    }

    @Test
    void aFileIsNamedWithoutItsFolder() throws IOException {
        Path file = Files.writeString(folder.resolve("my.json5"), "{ a: 1 }");
        assertThatThrownBy(() -> GatewayConfig.read(file)).hasMessageStartingWith("my.json5:1:3: a: unknown key");
    }

    @Test
    void aFolderIsRefused() {
        assertThatThrownBy(() -> GatewayConfig.read(folder)).hasMessage(folder + ": is a folder, must be a file");
    }

    @Test
    void whatIsNotUtf8IsRefused() throws IOException {
        Path file = Files.write(folder.resolve("a.json"), "{ // é }".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> GatewayConfig.read(file)).hasMessage(file + ": is not UTF-8; save it as UTF-8");
    }

    @Test
    void aFileBeyondAMebibyteIsRefusedUnread() throws IOException {
        Path file = Files.write(folder.resolve("a.json"), new byte[(1 << 20) + 1]);
        assertThatThrownBy(() -> GatewayConfig.read(file)).hasMessage(file + ": is larger than 1048576 bytes");
    }

    @Test
    void allProblemsAreToldOneALine() {
        assertThatThrownBy(() -> parse("{ a: 1, b: 2, gateway: { port: 0 } }"))
                .isInstanceOfSatisfying(
                        ConfigException.class, e -> assertThat(e.problems()).hasSize(3));
    }

    @Test
    void theDefaultsMayBeWrittenIntoAFile() {
        ConfigEditor editor = ConfigEditor.of("");
        editor.set("gateway.port", Schema.PORT.defaultValue());
        editor.set("gateway.bind", Schema.BIND.defaultValue());
        editor.set("gateway.auth.rateLimit.maxAttempts", Schema.RATE_LIMIT_ATTEMPTS.defaultValue());
        editor.set("gateway.auth.rateLimit.windowMs", Schema.RATE_LIMIT_WINDOW.defaultValue());
        editor.set("gateway.auth.rateLimit.lockoutMs", Schema.RATE_LIMIT_LOCKOUT.defaultValue());
        assertThat(parse(editor.text()).get(Schema.PORT)).isPresent();
    }
}
