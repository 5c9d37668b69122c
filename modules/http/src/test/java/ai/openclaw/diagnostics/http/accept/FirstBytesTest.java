package ai.openclaw.diagnostics.http.accept;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When the first bytes of a connection are enough to go on with, in whatever pieces they come. */
class FirstBytesTest {

    private static final int MAX = 200;

    @ParameterizedTest
    @ValueSource(
            strings = {"GET / HTTP/1.1\r\n\r\n", "GET / HTTP/1.1\r\nHost: x\r\n\r\n", "GET / HTTP/1.0\n\n", "x\n\r\n"})
    void aHeadIsCompleteWithItsEmptyLine(String head) {
        for (int piece = 1; piece <= head.length(); piece++) {
            FirstBytes first = new FirstBytes(MAX);
            for (int at = 0; at < head.length(); at += piece) {
                assertThat(first.isComplete()).as("%s bytes of %s", at, head).isFalse();
                append(first, head.substring(at, Math.min(head.length(), at + piece)));
            }
            assertThat(first.isComplete()).isTrue();
            assertThat(first.isSingle()).isTrue();
            assertThat(ISO_8859_1.decode(first.read()).toString()).isEqualTo(head);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "G", "GET / HTTP/1.1\r\n", "\r\n\r\n", "\n\n", "GET / HTTP/1.1\r\nX: \r\r\n"})
    void lessIsNotComplete(String part) {
        assertThat(of(part).isComplete()).isFalse();
    }

    @Test
    void moreThanOneRequestIsNotSingle() {
        FirstBytes first = of("GET / HTTP/1.1\r\n\r\nGET");
        assertThat(first.isComplete()).isTrue();
        assertThat(first.isSingle()).isFalse();
    }

    @Test
    void aTlsHelloIsCompleteWithItsRecord() {
        String hello = "\u0016\3\1\0\5hello";
        for (int length = 0; length < hello.length(); length++) {
            assertThat(of(hello.substring(0, length)).isComplete()).isFalse();
        }
        assertThat(of(hello).isComplete()).isTrue();
        assertThat(of(hello).isSingle()).isTrue();
        assertThat(of(hello + "more").isSingle()).isFalse();
    }

    @Test
    void theyBeginWithTheirFirstCharactersOnly() {
        assertThat(of("GET /health HTTP").beginWith("GET /health")).isTrue();
        assertThat(of("GET /healt").beginWith("GET /health")).isFalse();
        assertThat(of("GET /other").beginWith("GET /health")).isFalse();
    }

    @Test
    void whatIsTooLongIsPassedOnAsItIs() {
        assertThat(of("x".repeat(MAX - 1)).isComplete()).isFalse();
        assertThat(of("x".repeat(MAX)).isComplete()).isTrue();
        assertThat(of("x".repeat(MAX)).isSingle()).isFalse();
        assertThat(of("x".repeat(MAX)).size()).isEqualTo(MAX);
    }

    private static FirstBytes of(String text) {
        FirstBytes first = new FirstBytes(MAX);
        append(first, text);
        return first;
    }

    private static void append(FirstBytes first, String text) {
        first.append(ByteBuffer.wrap(text.getBytes(ISO_8859_1)));
    }
}
