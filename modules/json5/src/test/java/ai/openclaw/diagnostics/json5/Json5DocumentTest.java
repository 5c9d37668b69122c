package ai.openclaw.diagnostics.json5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ai.openclaw.diagnostics.json5.Json5Value.ArrayValue;
import ai.openclaw.diagnostics.json5.Json5Value.ObjectValue;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What texts mean, form by form of the JSON5 specification. */
@Timeout(60)
class Json5DocumentTest {

    private static @Nullable Object plain(String text) {
        Json5Value root = Json5Document.parse(text).root();
        return root == null ? "nothing" : root.plain();
    }

    @Test
    void theTestsRunInTheirModule() {
        assertThat(getClass().getModule().isNamed()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 0",
                "-7 | -7",
                "+7 | 7",
                "123456789012345678 | 123456789012345678",
                "1234567890123456789012 | 1.2345678901234568E21",
                "0x4965 | 18789",
                "0XdEcAf | 912559",
                "-0x10 | -16",
                "0xFFFFFFFFFFFFFFFF | 1.8446744073709552E19",
                "-0 | -0.0",
                "-0x0 | -0.0",
                "1.5 | 1.5",
                ".5 | 0.5",
                "5. | 5.0",
                "5.e1 | 50.0",
                "1e3 | 1000.0",
                "1E-2 | 0.01",
                "+.5e+1 | 5.0",
                "1e400 | Infinity",
                "1e2147483648 | Infinity",
                "1e-2147483648 | 0.0",
                "Infinity | Infinity",
                "-Infinity | -Infinity",
                "+Infinity | Infinity",
                "NaN | NaN",
                "-NaN | NaN",
            })
    void aNumberIsRead(String text, String expected) {
        assertThat(plain(text)).hasToString(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "01",
                "-01",
                "0x",
                "0xg",
                ".",
                "+",
                "-",
                "1e",
                "1e+",
                "1.2.3",
                "1_000",
                "1a",
                "0b1",
                "--1",
                "+-1",
                "+true",
                "- 1",
                "infinity",
                "nan",
                "True",
                "undefined",
                "1\\u0030"
            })
    void whatIsNoNumberOrWordIsRefused(String text) {
        assertThatThrownBy(() -> plain(text)).isInstanceOf(Json5Exception.class);
    }

    @Test
    void everyEscapeIsDecoded() {
        assertThat(plain("'\\'\\\"\\\\\\b\\f\\n\\r\\t\\v\\0\\x41\\u00e9\\a\\/\\q\\\u00e9'"))
                .isEqualTo("'\"\\\b\f\n\r\t\u000B\0Aéa/qé");
        assertThat(plain("\"\\uD83D\\uDE00\"")).isEqualTo("\uD83D\uDE00");
        assertThat(plain("'a\tb\u0001'")).isEqualTo("a\tb\u0001");
        assertThat(plain("'a\u2028b'")).isEqualTo("a\u2028b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\r\n", "\u2028", "\u2029"})
    void aStringGoesOnBehindAnEscapedLineEnd(String lineEnd) {
        assertThat(plain("'a\\" + lineEnd + "b'")).isEqualTo("ab");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'",
                "'a",
                "'a\nb'",
                "'a\rb'",
                "'\\x4'",
                "'\\xg0'",
                "'\\u12'",
                "'\\u{41}'",
                "'\\1'",
                "'\\00'",
                "'\\9'",
                "'\\",
                "\"'",
                "'\\u\u0664\u0664\u0664\u0664'"
            })
    void whatIsNoStringIsRefused(String text) {
        assertThatThrownBy(() -> plain(text)).isInstanceOf(Json5Exception.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '=',
            quoteCharacter = '`',
            value = {
                "a = a",
                "$_9 = $_9",
                "ünï\u200Ccode = ünï\u200Ccode",
                "\uD835\uDC00 = \uD835\uDC00",
                "\\u0061b\\u0063 = abc",
                "null = null",
                "Infinity = Infinity",
                "\"a b\" = a b",
                "'a' = a",
            })
    void aKeyIsRead(String key, String expected) {
        assertThat(plain("{" + key + ":1}")).hasToString("{" + expected + "=1}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a-b", "1a", "a b", "\\u0031", "\\x61", "a\\u002d", "-a", "a.b", "@", ""})
    void whatIsNoKeyIsRefused(String key) {
        assertThatThrownBy(() -> plain("{" + key + ":1}")).isInstanceOf(Json5Exception.class);
    }

    @Test
    void allWhiteSpaceAndCommentsAreSkipped() {
        String space =
                "\t\n\u000B\f\r \u00A0\u2028\u2029\uFEFF\u1680\u2000\u200A\u202F\u205F\u3000/* [ */// ]\n//x\u2028/**/";
        assertThat(plain(space + "{" + space + "a" + space + ":" + space + "[" + space + "1" + space + "," + space + "]"
                        + space + "," + space + "}" + space))
                .hasToString("{a=[1]}");
        assertThat(plain(space)).isEqualTo("nothing");
        assertThat(plain("")).isEqualTo("nothing");
        assertThat(plain("\uFEFF{}")).hasToString("{}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[",
                "{a}",
                "{a:}",
                "{a:1 b:2}",
                "[1 2]",
                "[,]",
                "{,}",
                "[1,,]",
                "{a:1,,}",
                "}",
                "]",
                "{]",
                "[}",
                "{} {}",
                "1 2",
                "/",
                "/*",
                "/* *",
                "{a:1}}",
                ":",
                ",",
                "{:1}",
                "{'a',1}",
                "{a:1;}",
                "#",
                "\u0001"
            })
    void whatIsNotJson5IsRefused(String text) {
        assertThatThrownBy(() -> plain(text)).isInstanceOf(Json5Exception.class);
    }

    @Test
    void theLastOfEqualKeysCounts() {
        ObjectValue root =
                (ObjectValue) Json5Document.parse("{a: 1, b: 2, a: 3}").root();
        assertThat(root.plain()).hasToString("{a=3, b=2}");
        assertThat(root.members()).hasSize(3);
        assertThat(root.member("a").value().plain()).isEqualTo(3L);
    }

    @Test
    void everyValueKnowsItsPlace() {
        Json5Document document = Json5Document.parse("\uFEFF{ a: 0x1F,\r\n  'b': [ 'x' /*,*/ , ] }");
        ObjectValue root = (ObjectValue) document.root();
        assertThat(document.written(root.member("a").value())).isEqualTo("0x1F");
        ArrayValue array = (ArrayValue) root.member("b").value();
        assertThat(document.written(array)).isEqualTo("[ 'x' /*,*/ , ]");
        assertThat(document.text().charAt(array.items().get(0).comma())).isEqualTo(',');
        assertThat(document.text().substring(array.items().get(0).comma())).startsWith(", ]");
        assertThat(List.of(root.member("a").quoted(), root.member("b").quoted()))
                .containsExactly(false, true);
        assertThat(document.position(root.start())).isEqualTo("1:1");
        assertThat(document.position(root.member("a").start())).isEqualTo("1:3");
        assertThat(document.position(root.member("b").start())).isEqualTo("2:3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\r\n", "\u2028", "\u2029"})
    void linesAreCountedWhateverEndsThem(String lineEnd) {
        assertThat(Json5Document.parse("[1," + lineEnd + lineEnd + "2]").line(4 + 2 * lineEnd.length() - 1))
                .isEqualTo(3);
    }

    @Test
    void depthAndSizeAreBounded() {
        assertThat(plain("[".repeat(64) + "]".repeat(64))).isNotNull();
        assertThatThrownBy(() -> plain("[".repeat(65) + "]".repeat(65))).hasMessage("nested more than 64 deep");
        assertThatThrownBy(() -> plain("[{a:".repeat(200_000))).hasMessage("nested more than 64 deep");
        assertThat(plain("'" + "a".repeat((1 << 20) - 2) + "'")).isNotNull();
        assertThatThrownBy(() -> plain(" ".repeat((1 << 20) + 1))).hasMessage("1048577 characters, at most 1048576");
        assertThatThrownBy(() -> plain("1".repeat(1001))).hasMessage("a number of more than 1000 characters");
        assertThatThrownBy(() -> plain("0x" + "f".repeat(1_000_000))).isInstanceOf(Json5Exception.class);
    }

    @Test
    void anErrorHasAPlace() {
        Json5Exception refused = catchThrowableOfType(Json5Exception.class, () -> plain("{\n  a: 'b\n}"));
        assertThat(refused.offset()).isEqualTo(7);
        assertThat(refused).hasMessage("this string is not closed on its line; ' is missing");
    }

    @Test
    void noObjectShowsTheTextInItsText() {
        Json5Document document = Json5Document.parse("{ hunter2: ['hunter2'] }");
        ObjectValue root = (ObjectValue) document.root();
        assertThat(List.of(
                        document.toString(),
                        root.toString(),
                        root.members().toString(),
                        root.members().get(0).value().toString(),
                        Json5Editor.of(document, "").toString()))
                .noneMatch(text -> text.contains("hunter2"));
    }
}
