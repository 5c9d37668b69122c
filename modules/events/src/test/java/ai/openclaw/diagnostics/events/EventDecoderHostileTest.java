package ai.openclaw.diagnostics.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import ai.openclaw.diagnostics.events.Examples.Example;
import ai.openclaw.diagnostics.testing.LogCapture;
import ai.openclaw.diagnostics.testing.Seed;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever comes in, the decoder returns; what was wrong with one line does not touch the next. */
@Timeout(30)
class EventDecoderHostileTest {

    private static final String GOOD = Examples.of(RunCompleted.TYPE).line();
    private static final List<String> PIECES = List.of(
            "{",
            "}",
            "[",
            "]",
            "\"",
            ",",
            ":",
            "\\",
            "\\u",
            "\\ud800",
            "null",
            "true",
            "1e999999999",
            "-",
            "0x1",
            "NaN",
            "\"event\":",
            "\"metadata\":",
            "\"type\":",
            "\"usage\":",
            "\"memory\":",
            "\u0000",
            "\ufeff",
            "\u2028");

    private final EventDecoder decoder = EventDecoder.create(Rejections.create());
    private final LogCapture log = new LogCapture(Rejections.class);

    @AfterEach
    void endCapture() {
        log.close();
    }

    static Stream<String> hostile() {
        return Stream.of(
                "[".repeat(2000),
                "{\"a\":".repeat(2000),
                with(",\"model\":" + "[".repeat(2000) + "]".repeat(2000)),
                with(",\"usage\":" + "{\"input\":".repeat(2000) + "1" + "}".repeat(2000)),
                with(",\"other\":" + "[".repeat(100_000)),
                with(",\"durationMs\":" + "9".repeat(2000)),
                with(",\"durationMs\":1." + "0".repeat(2000)),
                with(",\"durationMs\":-" + "1".repeat(200_000)),
                with(",\"durationMs\":1e" + "9".repeat(900)),
                with(",\"durationMs\":1e-" + "9".repeat(900)),
                with(",\"" + "n".repeat(1 << 20) + "\":1"),
                with(",\"model\":\"" + "\\u0000".repeat(1 << 16) + "\""),
                with(",\"model\":\"\\ud800\""),
                with(",\"model\":\"\\x\""),
                with(",\"model\":\"\n\""),
                with(namesOfOneHash()));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void hostileLinesComeToNoHarm(String line) {
        assertThatCode(() -> {
                    decoder.decode(line);
                    byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
                    decoder.decode(bytes, 0, bytes.length);
                })
                .doesNotThrowAnyException();
        assertThat(decoder.decode(GOOD)).as("the next line").isPresent();
    }

    @Test
    void bytesThatAreNoUtf8ComeToNoHarm() {
        for (int value = 0x80; value < 0x100; value++) {
            byte[] bytes = GOOD.getBytes(StandardCharsets.UTF_8);
            bytes[GOOD.indexOf("text-1")] = (byte) value;
            assertThat(decoder.decode(bytes, 0, bytes.length))
                    .as("byte %x in a text", value)
                    .isPresent();
            bytes[0] = (byte) value;
            assertThat(decoder.decode(bytes, 0, bytes.length))
                    .as("byte %x before the event", value)
                    .isEmpty();
        }
    }

    @Test
    void linesInAnotherEncodingComeToNoHarm() {
        for (String charset : List.of("UTF-16BE", "UTF-16LE", "UTF-16", "UTF-32BE", "UTF-32LE")) {
            byte[] bytes = GOOD.getBytes(java.nio.charset.Charset.forName(charset));
            assertThatCode(() -> decoder.decode(bytes, 0, bytes.length))
                    .as(charset)
                    .doesNotThrowAnyException();
            assertThatCode(() -> decoder.decode(bytes, 1, bytes.length - 3))
                    .as(charset)
                    .doesNotThrowAnyException();
        }
    }

    /** So none of them is kept either. */
    @Test
    void unknownMembersAllocateNothingWhateverTheirNamesAndValues() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        byte[] plain = with("").getBytes(StandardCharsets.UTF_8);
        byte[] more = with(unknownMembers()).getBytes(StandardCharsets.UTF_8);
        decoder.decode(more, 0, more.length);
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 10; i++) { // the least of ten: a compiler may allocate on its own account
            long start = threads.getCurrentThreadAllocatedBytes();
            decoder.decode(plain, 0, plain.length);
            long middle = threads.getCurrentThreadAllocatedBytes();
            decoder.decode(more, 0, more.length);
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - middle - (middle - start));
        }
        assertThat(least).as("bytes for 3,000 unknown members").isLessThanOrEqualTo(64);
    }

    private static String unknownMembers() {
        return IntStream.range(0, 1000)
                .mapToObj(i -> ",\"name-%d\":\"text-%d\",\"other-%d\":%d.5e3,\"deep-%d\":[{\"in-%d\":null}]"
                        .formatted(i, i, i, i, i, i))
                .collect(Collectors.joining());
    }

    @Test
    void mutatedLinesComeToNoHarm() {
        long seed = Seed.get();
        Random random = new Random(seed);
        List<Example> examples = Examples.all();
        int whole = 0;
        for (int i = 0; i < 20_000; i++) {
            String line = examples.get(random.nextInt(examples.size())).line();
            for (int changes = random.nextInt(4); changes >= 0; changes--) {
                line = mutated(line, random);
            }
            whole += decoded(line, "seed " + seed + ", line " + i + ": " + line);
        }
        assertThat(whole).as("lines that still held an event, seed %d", seed).isBetween(200, 19_800);
        assertThat(decoder.decode(GOOD)).isPresent();
    }

    @Test
    void randomBytesComeToNoHarm() {
        long seed = Seed.get();
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = GOOD.getBytes(StandardCharsets.UTF_8);
            for (int changes = random.nextInt(5); changes >= 0; changes--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            int from = random.nextInt(4) == 0 ? random.nextInt(bytes.length) : 0;
            assertThatCode(() -> decoder.decode(bytes, from, bytes.length - from))
                    .as("seed %d, line %d", seed, i)
                    .doesNotThrowAnyException();
        }
    }

    private int decoded(String line, String about) {
        try {
            byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
            decoder.decode(bytes, 0, bytes.length);
            return decoder.decode(line).isPresent() ? 1 : 0;
        } catch (Throwable thrown) {
            throw new AssertionError(about, thrown);
        }
    }

    private static String mutated(String line, Random random) {
        int at = random.nextInt(line.length() + 1);
        int to = Math.min(line.length(), at + random.nextInt(8));
        String piece = PIECES.get(random.nextInt(PIECES.size()));
        return switch (random.nextInt(6)) {
            case 0 -> line.substring(0, at) + line.substring(to);
            case 1 -> line.substring(0, to) + line.substring(at);
            case 2 -> line.substring(0, at) + piece + line.substring(at);
            case 3 -> line.substring(0, at) + piece + line.substring(to);
            case 4 -> line.substring(0, at) + (char) random.nextInt(0x10000) + line.substring(to);
            default -> line.substring(at) + line.substring(0, at);
        };
    }

    private static String with(String members) {
        return Examples.line("run.completed", Map.of(), members);
    }

    /** Many names with one hash, of those that are made with the factor 33: "Ab" and "BA" are alike. */
    private static String namesOfOneHash() {
        StringBuilder members = new StringBuilder();
        for (int i = 0; i < 4096; i++) {
            members.append(",\"");
            for (int bit = 0; bit < 12; bit++) {
                members.append((i >> bit & 1) == 0 ? "Ab" : "BA");
            }
            members.append("\":1");
        }
        return members.toString();
    }
}
