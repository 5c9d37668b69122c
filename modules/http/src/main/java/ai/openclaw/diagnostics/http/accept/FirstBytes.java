package ai.openclaw.diagnostics.http.accept;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The bytes that a connection has sent so far: complete when they hold a request head of HTTP/1.1 or the first record of a
 * TLS handshake, or when there is no room for more. Not thread-safe.
 */
final class FirstBytes {

    private static final int TLS_HANDSHAKE = 22;
    private static final int TLS_RECORD_HEADER = 5;
    private static final int INITIAL_ROOM = 512;
    private static final byte[] NONE = {};

    private final int max;
    private byte[] bytes = NONE;
    private int length;
    private int scanned;
    private boolean emptyLine;

    FirstBytes(int max) {
        this.max = max;
    }

    /** Takes what is in a buffer, at most as much as there is {@link #room()} for. */
    void append(ByteBuffer buffer) {
        int count = buffer.remaining();
        if (length + count > bytes.length) {
            int doubled = Math.max(INITIAL_ROOM, 2 * bytes.length);
            bytes = Arrays.copyOf(bytes, Math.min(max, Math.max(length + count, doubled)));
        }
        buffer.get(bytes, length, count);
        length += count;
    }

    int room() {
        return max - length;
    }

    /** Returns how many bytes of heap are taken. */
    int size() {
        return bytes.length;
    }

    boolean isComplete() {
        return room() == 0 || (isTls() ? isWholeRecord() : hasEmptyLine());
    }

    boolean isTls() {
        return length > 0 && bytes[0] == TLS_HANDSHAKE;
    }

    private boolean isWholeRecord() {
        return length >= TLS_RECORD_HEADER
                && length >= TLS_RECORD_HEADER + ((bytes[3] & 0xFF) << 8 | bytes[4] & 0xFF);
    }

    /** A line feed behind a line feed, with or without a carriage return between; each byte is looked at once. */
    private boolean hasEmptyLine() {
        while (!emptyLine && scanned < length) {
            emptyLine = bytes[scanned] == '\n' && isLineStart(scanned);
            scanned++;
        }
        return emptyLine;
    }

    private boolean isLineStart(int at) {
        int before = at > 0 && bytes[at - 1] == '\r' ? at - 2 : at - 1;
        return before > 0 && bytes[before] == '\n';
    }

    /** Returns the bytes, for reading. */
    ByteBuffer read() {
        return ByteBuffer.wrap(bytes, 0, length);
    }
}
