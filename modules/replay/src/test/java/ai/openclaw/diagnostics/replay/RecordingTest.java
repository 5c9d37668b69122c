package ai.openclaw.diagnostics.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import ai.openclaw.diagnostics.config.GatewayException;
import ai.openclaw.diagnostics.events.DiagnosticsChannel;
import ai.openclaw.diagnostics.events.EventDecoder;
import ai.openclaw.diagnostics.events.Rejections;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingTest {

    private static final String EVENT =
            "{\"event\":{\"type\":\"session.state\",\"other\":\"%s\"},\"metadata\":{\"trusted\":true}}\n";

    @TempDir
    private Path folder;

    private final DiagnosticsChannel channel = DiagnosticsChannel.create();
    private final AtomicInteger events = new AtomicInteger();
    private final List<Long> malformed = new ArrayList<>();

    @BeforeEach
    void count() {
        channel.subscribe((event, provenance) -> events.incrementAndGet());
    }

    @Test
    void aLineOfMoreThanOneMebibyteIsMalformedAndTheNextIsRead() throws Exception {
        String padded =
                EVENT.formatted("x".repeat((1 << 20) + 1 - EVENT.formatted("").length()));
        String longer =
                EVENT.formatted("x".repeat((1 << 20) + 2 - EVENT.formatted("").length()));
        play(write("long.ndjson", (padded + longer + EVENT).getBytes(StandardCharsets.UTF_8)));
        assertThat(events).hasValue(2);
        assertThat(malformed).containsExactly(2L);
    }

    @Test
    void ofATruncatedFileWhatCanBeReadIsPublished() throws IOException {
        byte[] whole = gzip(5000);
        Path file = write("cut.ndjson.gz", Arrays.copyOf(whole, whole.length / 2));
        assertThatThrownBy(() -> play(file))
                .isInstanceOf(IncompleteRecordingException.class)
                .hasMessageContaining("cut.ndjson.gz cannot be read beyond line " + events + ": it is not complete");
        assertThat(events.get()).isBetween(1000, 4000);
        assertThat(malformed).isEmpty();
    }

    @Test
    void ofADamagedFileWhatCanBeReadIsPublished() throws IOException {
        byte[] bytes = gzip(5000);
        Arrays.fill(bytes, bytes.length / 2, bytes.length, (byte) 0xff);
        assertThatThrownBy(() -> play(write("damaged.ndjson.gz", bytes)))
                .isInstanceOf(IncompleteRecordingException.class);
        assertThat(events.get()).isPositive();
    }

    @Test
    void aFileOfWhichNothingCanBeReadIsUnusable() throws IOException {
        Path file = write("none.ndjson.gz", Arrays.copyOf(gzip(1), 12));
        assertThatThrownBy(() -> play(file))
                .isInstanceOf(GatewayException.class)
                .hasMessageContaining("it is not complete gzip data");
    }

    /** Whether the JDK reads on behind so many is its choice. */
    @Test
    void manyEmptyMembersOfGzipAreNoDefect() throws Exception {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write(gzip(3));
        byte[] empty = gzip(0);
        for (int i = 0; i < 200_000; i++) {
            file.write(empty);
        }
        assertThat(catchThrowable(() -> play(write("members.gz", file.toByteArray()))))
                .isNotInstanceOf(Error.class);
        assertThat(events).hasValue(3);
    }

    @Test
    void gzipIsKnownByItsContentWhateverTheName() throws Exception {
        play(write("compressed.ndjson", gzip(7)));
        assertThat(events.get()).isEqualTo(7);
        play(write("plain.ndjson.gz", EVENT.formatted(1).getBytes(StandardCharsets.UTF_8)));
        assertThat(events.get()).isEqualTo(8);
        play(write("empty.ndjson", new byte[0]));
        assertThat(events.get()).isEqualTo(8);
        assertThat(malformed).isEmpty();
        assertThatThrownBy(() -> play(write("empty.ndjson.gz", new byte[0])))
                .hasMessageContaining("it is not complete gzip data");
    }

    private void play(Path file) throws InterruptedException, IncompleteRecordingException {
        EventRecording.of(file.toString())
                .play(EventDecoder.create(Rejections.create()), channel, ReplayPace.unlimited(), malformed::add);
    }

    private Path write(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    /** Events that differ, so that they do not compress to nothing. */
    private static byte[] gzip(int count) throws IOException {
        Random random = new Random(1);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            for (int i = 0; i < count; i++) {
                gzip.write(EVENT.formatted(random.nextLong()).getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }
}
