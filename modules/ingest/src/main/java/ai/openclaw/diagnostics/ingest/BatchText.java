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

    private byte[] bytes = new byte[FIRST_BYTES];
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
        if (gzip) {
            decompress(body);
        } else {
            bytes = body;
            length = body.length;
        }
        checkLines();
    }

    private void decompress(byte[] body) {
        length = 0;
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(body), 8192)) {
            for (int read = 0; read >= 0; read = in.read(bytes, length, bytes.length - length)) {
                length += read;
                makeRoom();
            }
        } catch (IOException broken) {
            throw new IngestException(400, "The body is not valid gzip.");
        }
    }

    private void makeRoom() {
        if (length > IngestLimits.MAX_BODY_BYTES) {
            throw tooLarge();
        }
        if (length == bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.min(2 * length, IngestLimits.MAX_BODY_BYTES + 1));
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
