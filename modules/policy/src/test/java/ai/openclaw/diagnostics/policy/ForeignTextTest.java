package ai.openclaw.diagnostics.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForeignTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "refused: sk-proj-abcdefgh12345678 | refused: ***",
                "password=hunter2 is wrong | password=*** is wrong",
                "the password is hunter2, sorry | the password is ***, sorry",
                "{\"api_key\":\"blue\",\"port\":80} | {\"api_key\":\"***\",\"port\":80}",
                "Authorization: Bearer abcdef | Authorization: Bearer ***",
                "sent bearer abc.def-ghi | sent bearer ***",
                "cookie: a=b; path=/ | cookie: ***; path=/",
                "no route to https://bob:blue@db.example.org/x | no route to https://***@db.example.org/x",
                "no route to redis://:blue@cache | no route to redis://***@cache",
                "GET /v1?access_key=blue&page=2 | GET /v1?access_key=***&page=2",
                "session 8c5f7f2e-2f0b-4a62-9a35-5c1f3e1f8a11 | session ***",
                "key wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY | key ***",
                "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJlYWJj | ***",
            })
    @DisplayName("What may be a secret is masked")
    void secretsAreMasked(String text, String line) {
        assertThat(ForeignText.line(text)).isEqualTo(line);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no luck",
                "com/example/Missing",
                "Unexpected character at line 3, column 14",
                "The file /opt/openclaw/plugins/greeter.jar cannot be read: permission denied",
                "port 18789 is taken",
                "java.lang.ClassNotFoundException: com.example.greeter.GreeterPlugin$Inner",
                "Cannot invoke \"String.length()\" because \"<local1>\" is null",
                "model gpt-5.4 of openai is not configured; known here: claude-opus-4.6, gemini-3-pro",
                "größer als 300 MB",
            })
    @DisplayName("What helps to mend the plugin is kept")
    void sentencesAreKept(String text) {
        assertThat(ForeignText.line(text)).isEqualTo(text);
    }

    @Test
    @DisplayName("Line ends, escape sequences and invisible characters become blanks")
    void itIsALineOfVisibleCharacters() {
        assertThat(ForeignText.line("two\r\nlines\n")).isEqualTo("two lines");
        assertThat(ForeignText.line("\u001B[31mred\u009B0m")).isEqualTo("[31mred 0m");
        assertThat(ForeignText.line("a\u202Eb\u2028c\u200Bd\uD800e")).isEqualTo("a b c d e");
        assertThat(ForeignText.line(null)).isEmpty();
    }

    @Test
    @DisplayName("A long text is cut; a secret across the cut is masked before")
    void longTextsAreCut() {
        assertThat(ForeignText.line("word ".repeat(100))).hasSize(301).endsWith("…");
        assertThat(ForeignText.line("word ".repeat(58) + "sk-proj-abcdefgh12345678"))
                .endsWith("word ***");
        assertThat(ForeignText.line("a".repeat(2_000_000))).isEqualTo("***…");
    }

    @Test
    @DisplayName("Names of classes are kept, but for their length and characters that a terminal acts on")
    void namesOfClassesAreKept() {
        assertThat(ForeignText.code("com.example.Greeter$$Lambda/0x00007f3a4c0a1b2c"))
                .endsWith("0x00007f3a4c0a1b2c");
        assertThat(ForeignText.code("com.example.\u001B[2J\nGreeter")).isEqualTo("com.example. [2J Greeter");
        assertThat(ForeignText.code("x".repeat(65_535))).hasSize(301);
    }
}
