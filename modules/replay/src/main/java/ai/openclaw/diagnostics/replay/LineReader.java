package ai.openclaw.diagnostics.replay;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Reads lines of bytes, each up to a limit: a longer line is passed over, in memory that does not grow with it. A line ends
 * with a line feed, a carriage return or both, or with the input. For one thread.
 */
final class LineReader {

    private final InputStream input;
    private final int maxBytes;
    private final byte[] chunk = new byte[1 << 16];
    private int position;
    private int limit;
    private byte[] line = new byte[1 << 12];
    private int length;
    private boolean tooLong;
    private boolean afterReturn;

    /** @param maxBytes the longest line that is kept, without its end */
    LineReader(InputStream input, int maxBytes) {
        this.input = input;
        this.maxBytes = maxBytes;
    }

    /**
     * Reads the next line; one that the input breaks off with an exception is none.
     *
     * @return whether there was one
     */
    boolean next() throws IOException {
        length = 0;
        tooLong = false;
        boolean any = false;
        for (int b = read(); b >= 0; b = read()) {
            boolean secondOfTwo = afterReturn && b == '\n';
            afterReturn = b == '\r';
            if (secondOfTwo) {
                continue;
            }
            if (b == '\n' || b == '\r') {
                return true;
            }
            any = true;
            append((byte) b);
        }
        return any;
    }

    private int read() throws IOException {
        if (position == limit) {
            position = 0;
            limit = Math.max(0, input.read(chunk, 0, chunk.length));
            if (limit == 0) {
                return -1;
            }
        }
        return chunk[position++] & 0xff;
    }

    private void append(byte b) {
        if (length == maxBytes) {
            tooLong = true;
            return;
        }
        if (length == line.length) {
            line = Arrays.copyOf(line, Math.min(maxBytes, 2 * length));
        }
        line[length++] = b;
    }

    /** Returns the bytes of the line from 0 to {@link #length()}, valid until the next one is read. */
    byte[] bytes() {
        return line;
    }

    int length() {
        return length;
    }

    /** Tells whether the line is longer than the limit; then its bytes are only its beginning. */
    boolean isTooLong() {
        return tooLong;
    }

    boolean isBlank() {
        for (int i = 0; i < length; i++) {
            if (line[i] > ' ' || line[i] < 0) {
                return false;
            }
        }
        return true;
    }
}
