package ai.openclaw.diagnostics.replay;

import ai.openclaw.diagnostics.config.GatewayException;
import ai.openclaw.diagnostics.events.DiagnosticsChannel;
import ai.openclaw.diagnostics.events.EventDecoder;
import ai.openclaw.diagnostics.events.EventEnvelope;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Recorded events, one JSON object a line, played into a channel. */
public final class EventRecording {

    private static final String STANDARD_INPUT = "-";
    private static final int MAX_LINE_BYTES = 1 << 20;

    private static final byte[] GZIP_MAGIC = {0x1f, (byte) 0x8b};

    private final String name;

    private EventRecording(String name) {
        this.name = name;
    }

    /** Returns the recording of this file name: {@code -} is standard input; what begins as gzip is decompressed. */
    public static EventRecording of(String name) {
        return new EventRecording(name);
    }

    /**
     * Publishes every event and returns when the last one is recorded.
     *
     * @param pace waits where the player should not go at full speed
     * @param malformed takes the number of each line that is not an event or longer than 1 MiB, from 1
     * @throws GatewayException if nothing of the file can be read
     * @throws IncompleteRecordingException if only its beginning could be read, which is recorded then
     */
    public void play(EventDecoder decoder, DiagnosticsChannel channel, ReplayPace pace, LongConsumer malformed)
            throws InterruptedException, IncompleteRecordingException {
        long number = 0;
        try (InputStream input = open()) {
            LineReader lines = new LineReader(input, MAX_LINE_BYTES);
            while (lines.next()) {
                number++;
                if (!lines.isBlank()) {
                    pace.await();
                    play(lines, number, decoder, channel, malformed);
                }
            }
        } catch (IOException e) {
            throw broken(e, number);
        }
    }

    private static void play(
            LineReader line, long number, EventDecoder decoder, DiagnosticsChannel channel, LongConsumer malformed) {
        Optional<EventEnvelope> envelope =
                line.isTooLong() ? Optional.empty() : decoder.decode(line.bytes(), 0, line.length());
        envelope.ifPresentOrElse(it -> channel.publish(it.event(), it.provenance()), () -> malformed.accept(number));
    }

    private IncompleteRecordingException broken(IOException e, long lines) {
        if (lines == 0) {
            throw GatewayException.unusable("The recording " + name + " cannot be read: " + reason(e));
        }
        return new IncompleteRecordingException(
                "The recording " + name + " cannot be read beyond line " + lines + ": " + reason(e));
    }

    private InputStream open() throws IOException {
        if (name.equals(STANDARD_INPUT)) {
            return decompressed(System.in);
        }
        InputStream file = Files.newInputStream(Path.of(name));
        try {
            return decompressed(file);
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    /** By its first bytes, whatever its name; an empty file with the name of gzip is a truncated one. */
    private InputStream decompressed(InputStream input) throws IOException {
        InputStream buffered = new BufferedInputStream(input);
        buffered.mark(GZIP_MAGIC.length);
        byte[] first = buffered.readNBytes(GZIP_MAGIC.length);
        buffered.reset();
        boolean gzip = Arrays.equals(first, GZIP_MAGIC) || first.length == 0 && name.endsWith(".gz");
        return gzip ? new GzipStream(buffered) : buffered;
    }

    /** Gzip whose empty members are limited by the stack, since the JDK calls itself for each. */
    private static final class GzipStream extends GZIPInputStream {

        GzipStream(InputStream compressed) throws IOException {
            super(compressed);
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            try {
                return super.read(bytes, offset, length);
            } catch (StackOverflowError tooMany) {
                throw new ZipException("too many empty members");
            }
        }
    }

    private static String reason(IOException e) {
        return switch (e.getClass().getSimpleName()) {
            case "NoSuchFileException" -> "there is no such file";
            case "AccessDeniedException" -> "no permission to read it";
            case "ZipException", "EOFException" -> "it is not complete gzip data";
            default -> String.valueOf(e.getMessage());
        };
    }
}
