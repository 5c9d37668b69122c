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
    private int lineLength;
    private boolean inHead;
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

    /** Tells whether the client waits for an answer now: it has sent one request without a body, or one TLS hello. */
    boolean isSingle() {
        return isTls() ? length == recordEnd() : emptyLine && scanned == length;
    }

    /** Returns how many single requests they take as much time as, about. */
    int cost() {
        if (isTls()) {
            return AcceptLimits.HANDSHAKE;
        }
        return isSingle() ? 1 : AcceptLimits.PIPELINED;
    }

    /** Tells whether they begin with these characters, of ISO 8859-1. */
    boolean beginWith(String prefix) {
        for (int i = 0; i < prefix.length(); i++) {
            if (i >= length || bytes[i] != (byte) prefix.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    boolean isTls() {
        return length > 0 && bytes[0] == TLS_HANDSHAKE;
    }

    private boolean isWholeRecord() {
        return length >= TLS_RECORD_HEADER && length >= recordEnd();
    }

    private int recordEnd() {
        return TLS_RECORD_HEADER + ((bytes[3] & 0xFF) << 8 | bytes[4] & 0xFF);
    }

    /** An empty line behind others; empty lines before the first one are none of the head. Each byte is looked at once. */
    private boolean hasEmptyLine() {
        while (!emptyLine && scanned < length) {
            byte next = bytes[scanned++];
            if (next == '\n') {
                emptyLine = inHead && lineLength == 0;
                inHead |= lineLength > 0;
                lineLength = 0;
            } else if (next != '\r') {
                lineLength++;
            }
        }
        return emptyLine;
    }

    /** Returns the bytes, for reading. */
    ByteBuffer read() {
        return ByteBuffer.wrap(bytes, 0, length);
    }
}
