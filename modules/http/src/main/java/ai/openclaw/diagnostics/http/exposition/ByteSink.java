package ai.openclaw.diagnostics.http.exposition;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A growing array of bytes that is written to without checks in between and may be used again. For one thread. */
public final class ByteSink {

    private byte[] bytes;
    private int length;

    private ByteSink(int capacity) {
        this.bytes = new byte[capacity];
    }

    /** Returns an empty sink. */
    public static ByteSink create() {
        return new ByteSink(8192);
    }

    /** Forgets what was written and keeps the memory. */
    public void clear() {
        length = 0;
    }

    /** Returns how many bytes were written. */
    public int length() {
        return length;
    }

    /** Returns the array that holds the bytes, from 0 to {@link #length()}; valid until the next write. */
    public byte[] array() {
        return bytes;
    }

    /** Returns what was written as text. */
    @Override
    public String toString() {
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }

    /** Appends these bytes. */
    public void write(byte[] source) {
        write(source, 0, source.length);
    }

    void write(byte[] source, int from, int count) {
        reserve(count);
        System.arraycopy(source, from, bytes, length, count);
        length += count;
    }

    void write(char ascii) {
        reserve(1);
        bytes[length++] = (byte) ascii;
    }

    void write(String text) {
        write(text.getBytes(StandardCharsets.UTF_8));
    }

    private void reserve(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }
}
