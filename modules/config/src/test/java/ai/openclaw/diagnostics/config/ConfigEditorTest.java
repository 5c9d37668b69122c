package ai.openclaw.diagnostics.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.openclaw.diagnostics.config.schema.ConfigText;
import ai.openclaw.diagnostics.config.source.ConfigException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a text looks like after an edit. */
class ConfigEditorTest {

    private static final String PLUGIN = "plugins.entries.diagnostics-prometheus.enabled";
    private static final String COMMENTED = """
            // my gateway
            {
              gateway: {
                port: 18789, // the usual
                /* nobody else */ bind: "loopback"
              },

              plugins: {
                allow: ["a", "b"], // both
                deny: [
                  "c", // no
                  'd',
                ],
              },
              // diagnostics: { enabled: true },
            }
            """;

    private static String set(String text, String path, String value) {
        return ConfigEditor.of(text).set(path, value).text();
    }

    private static String set(String text, String path, boolean value) {
        return ConfigEditor.of(text).set(path, value).text();
    }

    private static String add(String text, String path, String item) {
        ConfigEditor editor = ConfigEditor.of(text);
        assertThat(editor.add(path, item)).isTrue();
        return editor.text();
    }

    private static String removeItem(String text, String path, String item) {
        ConfigEditor editor = ConfigEditor.of(text);
        assertThat(editor.removeItem(path, item)).isTrue();
        return editor.text();
    }

    private static String remove(String text, String path) {
        ConfigEditor editor = ConfigEditor.of(text);
        assertThat(editor.remove(path)).isTrue();
        return editor.text();
    }

    @Test
    void anEmptyFileGetsACommentAndWhatIsSet() {
        ConfigEditor editor = ConfigEditor.of("").set(PLUGIN, true).set("diagnostics.enabled", true);
        assertThat(editor.text()).isEqualTo("""
                // OpenClaw Gateway, JSON5. What is in force and why: openclaw config check
                {
                  plugins: {
                    entries: {
                      "diagnostics-prometheus": {
                        enabled: true
                      }
                    }
                  },
                  diagnostics: {
                    enabled: true
                  }
                }
                """);
    }

    @Test
    void aFileOfCommentsKeepsThem() {
        assertThat(set("// mine", "gateway.bind", "lan")).isEqualTo("""
                // mine
                {
                  gateway: {
                    bind: "lan"
                  }
                }
                """);
    }

    @Test
    void aValueIsReplacedAndNothingElse() {
        assertThat(ConfigEditor.of(COMMENTED).set("gateway.port", 9000).text())
                .isEqualTo(COMMENTED.replace("18789", "9000"));
    }

    @Test
    void aKeyIsAddedBelowTheLastWithItsIndentation() {
        String text = set(COMMENTED, "gateway.auth.mode", "token");
        assertThat(text).contains("""
                    port: 18789, // the usual
                    /* nobody else */ bind: "loopback",
                    auth: {
                      mode: "token",
                    }
                  },
                """);
    }

    @Test
    void aKeyIsAddedBelowTheCommentsAtTheEnd() {
        assertThat(set(COMMENTED, "diagnostics.enabled", true)).endsWith("""
                  },
                  // diagnostics: { enabled: true },
                  diagnostics: {
                    enabled: true,
                  },
                }
                """);
    }

    @Test
    void itemsAreAddedAsTheListIsWritten() {
        String text = add(add(COMMENTED, "plugins.allow", "x"), "plugins.deny", "y");
        assertThat(text)
                .isEqualTo(COMMENTED.replace("\"b\"]", "\"b\", \"x\"]").replace("'d',\n", "'d',\n      \"y\",\n"));
    }

    @Test
    void itemsAreRemovedWithTheirCommasAndTheirCommentsStay() {
        String text = removeItem(removeItem(COMMENTED, "plugins.allow", "b"), "plugins.deny", "c");
        assertThat(text).isEqualTo(COMMENTED.replace(", \"b\"", "").replace("\"c\", // no", "// no"));
        assertThat(removeItem(COMMENTED, "plugins.deny", "d")).isEqualTo(COMMENTED.replace("      'd',\n", ""));
    }

    @Test
    void aKeyIsRemovedWithItsCommaAndItsLine() {
        assertThat(remove(COMMENTED, "plugins.deny")).contains("[\"a\", \"b\"], // both\n  },\n");
        assertThat(remove(COMMENTED, "gateway.port")).contains("gateway: {\n    // the usual\n");
        assertThat(remove(COMMENTED, "gateway.bind")).contains("18789 // the usual\n    /* nobody else */ \n  },");
    }

    @Test
    void aKeyIsNeverLostInACommentBeforeIt() {
        assertThat(set("{ // a }\n}", "gateway.bind", "lan"))
                .isEqualTo("{ // a }\n  gateway: {\n    bind: \"lan\"\n  }\n}");
        assertThat(set("{ /* a\n */ }", "gateway.bind", "lan")).isEqualTo("{ /* a\n */ gateway: { bind: \"lan\" } }");
        assertThat(set("{a:1// b\n}", "c", "d")).isEqualTo("{a:1,// b\n  c: \"d\"\n}");
        assertThat(set("{a:1/* b */}", "c", "d")).isEqualTo("{a:1, c: \"d\"/* b */}");
    }

    @Test
    void textsInOneLineStayInOneLine() {
        assertThat(set("{ a: { b: 1 } }", "a.c.d", "x")).isEqualTo("{ a: { b: 1, c: { d: \"x\" } } }");
        assertThat(set("{ a: { b: 1, } }", "a.c", true)).isEqualTo("{ a: { b: 1, c: true, } }");
        assertThat(remove("{ a: 1, b: 2, c: 3 }", "a")).isEqualTo("{ b: 2, c: 3 }");
        assertThat(remove("{ a: 1, b: 2, c: 3 }", "b")).isEqualTo("{ a: 1, c: 3 }");
        assertThat(remove("{ a: 1, b: 2, c: 3 }", "c")).isEqualTo("{ a: 1, b: 2 }");
        assertThat(remove("{ a: 1, b: 2, }", "b")).isEqualTo("{ a: 1, }");
        assertThat(remove("{ a: 1 }", "a")).isEqualTo("{}");
        assertThat(remove("{ a: 1 /* x */, b: 2 }", "a")).isEqualTo("{ /* x */ b: 2 }");
    }

    @Test
    void plainJsonStaysPlainJson() {
        String json = "{\n\t\"gateway\": {\n\t\t\"port\": 1\n\t}\n}\n";
        assertThat(set(json, "plugins.enabled", true))
                .isEqualTo(
                        "{\n\t\"gateway\": {\n\t\t\"port\": 1\n\t},\n\t\"plugins\": {\n\t\t\"enabled\": true\n\t}\n}\n");
        assertThat(add(json, "plugins.allow", "a")).contains("\t\t\"allow\": [\"a\"]\n");
    }

    @Test
    void lineEndsAndAByteOrderMarkStay() {
        String text = set("\uFEFF{\r\n  a: 1,\r\n}\r\n", "b", "c");
        assertThat(text).isEqualTo("\uFEFF{\r\n  a: 1,\r\n  b: \"c\",\r\n}\r\n");
    }

    @Test
    void emptyObjectsAndListsAreFilled() {
        assertThat(set("{ plugins: {} }", "plugins.enabled", true)).isEqualTo("{ plugins: {\n  enabled: true\n} }");
        assertThat(add("{ plugins: { allow: [ ] } }", "plugins.allow", "a"))
                .isEqualTo("{ plugins: { allow: [\"a\"] } }");
        assertThat(add("{\n  a: [\n  ]\n}", "a", "b")).isEqualTo("{\n  a: [\n    \"b\"\n  ]\n}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"", "\\", "a\nb\tc", "\u0000\u2028\uFEFF", "\uD83D\uDE00é", "\uD800", "'", "// x", "</x>", ""})
    void aStringComesBackAsItWas(String value) {
        ConfigEditor editor = ConfigEditor.of(set("{}", "a.b", value));
        assertThat(ConfigText.parse("a", editor.text()).root().plain()).hasToString("{a={b=" + value + "}}");
    }

    @Test
    void aPathMayHaveQuotedKeys() {
        assertThat(set("{ plugins: { entries: { a: {} } } }", "plugins.entries.\"a.b\".enabled", true))
                .isEqualTo("{ plugins: { entries: { a: {}, \"a.b\": { enabled: true } } } }");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "a.", ".a", "a..b", "\"a", "\"a\"b", "\"\""})
    void whatIsNoPathIsRefused(String path) {
        assertThatThrownBy(() -> set("{}", path, "x"))
                .isInstanceOf(ConfigException.class)
                .hasMessage("path \"" + path + "\": must be keys with dots between them");
    }

    @Test
    void nothingChangesWhereNothingIsToBeDone() {
        ConfigEditor editor = ConfigEditor.of(COMMENTED);
        assertThat(editor.add("plugins.allow", "a")).isFalse();
        assertThat(editor.removeItem("plugins.allow", "z")).isFalse();
        assertThat(editor.removeItem("plugins.none", "z")).isFalse();
        assertThat(editor.remove("plugins.none.deeper")).isFalse();
        assertThat(editor.text()).isEqualTo(COMMENTED);
    }

    @Test
    void everyOccurrenceOfAnItemIsRemoved() {
        assertThat(removeItem("{ a: ['x', 'y', 'x'] }", "a", "x")).isEqualTo("{ a: ['y'] }");
    }

    @Test
    void aValueOfAnotherShapeIsNotOverwritten() {
        assertThatThrownBy(() -> set(COMMENTED, "gateway", "x"))
                .hasMessage("openclaw.json:3:12: gateway: found an object, needed a single value");
        assertThatThrownBy(() -> set(COMMENTED, "gateway.port.x", "x"))
                .hasMessage("openclaw.json:4:11: gateway.port.x: found a number, needed an object");
        assertThatThrownBy(() -> ConfigEditor.of(COMMENTED).add("gateway.port", "x"))
                .hasMessage("openclaw.json:4:11: gateway.port: found a number, needed a list");
    }

    @Test
    void aFileThatCannotBeReadIsNotEdited() {
        assertThatThrownBy(() -> ConfigEditor.of("{ gateway: {}, gateway: {} }").write())
                .hasMessage("openclaw.json:1:16: gateway: given twice, first in line 1");
        assertThatThrownBy(() -> ConfigEditor.of("{ a: }")).isInstanceOf(ConfigException.class);
    }
}
