package ai.openclaw.diagnostics.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Tag("slow")
@Timeout(30)
class LineReaderTest {

    @Test
    void aLineEndsWithLineFeedCarriageReturnOrBothOrWithTheInput() throws IOException {
        assertThat(lines("a\nb\rc\r\nd\n\ne", 10)).containsExactly("a", "b", "c", "d", "", "e");
        assertThat(lines("a\r\n\r\nb\r\r", 10)).containsExactly("a", "", "b", "");
        assertThat(lines("", 10)).isEmpty();
    }

    @Test
    void aLineOverTheLimitIsMarkedAndTheNextIsWhole() throws IOException {
        assertThat(lines("12345\n123456\n1", 5)).containsExactly("12345", "12345…", "1");
    }

    @Test
    void aLineWithoutAnEndTakesNoMoreMemoryThanTheLimit() throws IOException {
        LineReader reader = new LineReader(zeros(1L << 27), 1 << 20);
        assertThat(reader.next()).isTrue();
        assertThat(reader.isTooLong()).isTrue();
        assertThat(reader.bytes()).hasSizeLessThanOrEqualTo(1 << 20);
        assertThat(reader.next()).isFalse();
    }

    private static List<String> lines(String text, int maxBytes) throws IOException {
        LineReader reader = new LineReader(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), maxBytes);
        List<String> lines = new ArrayList<>();
        while (reader.next()) {
            String line = new String(reader.bytes(), 0, reader.length(), StandardCharsets.UTF_8);
            lines.add(reader.isTooLong() ? line + "…" : line);
        }
        return lines;
    }

    /** Made up as it is read. */
    private static InputStream zeros(long count) {
        return new InputStream() {
            private long left = count;

            @Override
            public int read() {
                return left-- > 0 ? 0 : -1;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) {
                int taken = (int) Math.min(left, length);
                left -= taken;
                return taken == 0 ? -1 : taken;
            }
        };
    }
}
