package ai.openclaw.diagnostics.ingest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/**
 * Turns the body of a request into lines: all of them, or a refusal before the first. One buffer is used again and again, so
 * this is for one thread.
 */
final class BatchText {

    private static final int FIRST_BYTES = 64 << 10;
    private static final byte[] NOTHING = {};

    private byte[] decompressed = new byte[FIRST_BYTES];
    private byte[] bytes = NOTHING;
    private int length;

    /** What is done with a line: a part of an array that is overwritten later. */
    interface LineReader {
        void line(byte[] bytes, int offset, int length);
    }

    /**
     * Takes a body in, decompresses it if need be, and checks its limits.
     *
     * @throws IngestException with 400 if it cannot be decompressed, with 413 if it is too large or a line is too long
     */
    void load(byte[] body, boolean gzip) {
        length = gzip ? decompress(body) : body.length;
        bytes = gzip ? decompressed : body;
        checkLines();
    }

    /** Forgets the text. Memory of unusual size is given back. */
    void clear() {
        bytes = NOTHING;
        length = 0;
        if (decompressed.length > IngestLimits.MAX_KEPT_BYTES) {
            decompressed = new byte[FIRST_BYTES];
        }
    }

    /** Returns how many bytes it came to. */
    private int decompress(byte[] body) {
        int size = 0;
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(body), 8192)) {
            for (int read = 0; read >= 0; read = in.read(decompressed, size, decompressed.length - size)) {
                size += read;
                makeRoom(size);
            }
            return size;
        } catch (IOException | StackOverflowError broken) { // the JDK calls itself for each empty member of a gzip file
            throw new IngestException(400, "The body is not valid gzip.");
        }
    }

    private void makeRoom(int size) {
        if (size > IngestLimits.MAX_BODY_BYTES) {
            throw tooLarge();
        }
        if (size == decompressed.length) {
            decompressed = Arrays.copyOf(decompressed, Math.min(2 * size, IngestLimits.MAX_BODY_BYTES + 1));
        }
    }

    static IngestException tooLarge() {
        return new IngestException(413, "A body has at most " + IngestLimits.MAX_BODY_BYTES + " bytes, decompressed.");
    }

    private void checkLines() {
        int lines = 0;
        for (int begin = 0, end; begin < length; begin = end + 1) {
            end = endOfLine(begin);
            lines++;
            if (end - begin > IngestLimits.MAX_LINE_BYTES) {
                throw new IngestException(413, "A line has at most " + IngestLimits.MAX_LINE_BYTES + " bytes.");
            }
            if (lines > IngestLimits.MAX_LINES) {
                throw new IngestException(413, "A body has at most " + IngestLimits.MAX_LINES + " lines.");
            }
        }
    }

    /** Hands over the lines that are not blank, in order. */
    void forEachLine(LineReader reader) {
        for (int begin = 0, end; begin < length; begin = end + 1) {
            end = endOfLine(begin);
            if (!isBlank(begin, end)) {
                reader.line(bytes, begin, end - begin);
            }
        }
    }

    private int endOfLine(int begin) {
        int end = begin;
        while (end < length && bytes[end] != '\n') {
            end++;
        }
        return end;
    }

    private boolean isBlank(int begin, int end) {
        for (int i = begin; i < end; i++) {
            if (bytes[i] != ' ' && bytes[i] != '\r' && bytes[i] != '\t') {
                return false;
            }
        }
        return true;
    }
}
