package ai.openclaw.diagnostics.otlp.wire;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Writes Protocol Buffers into one array that grows and is used again. For one thread at a time.
 *
 * <p>A message inside another is preceded by its length. Where the length is known it is written first; where it is not,
 * {@link #begin} leaves room for it and {@link #end} fills it in.
 */
public final class ProtoWriter {

    private static final int VARINT = 0;
    private static final int FIXED64 = 1;
    private static final int LENGTH = 2;
    private static final int MAX_VARINT = 10;
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private byte[] bytes;
    private int start;
    private int end;

    /** @param firstBytes the size of the array at first */
    public ProtoWriter(int firstBytes) {
        bytes = new byte[firstBytes];
    }

    /**
     * Forgets what was written; keeps the array.
     *
     * @param reserved how many bytes may later be {@linkplain #prepend prepended}
     */
    public void clear(int reserved) {
        start = 0;
        end = 0;
        ensureRoom(reserved);
        start = reserved;
        end = reserved;
    }

    /** Returns the array that is written into, of which {@link #length} bytes from {@link #offset} count, until the next write. */
    public byte[] array() {
        return bytes;
    }

    /** Returns where in the array the message begins. */
    public int offset() {
        return start;
    }

    /** Returns where in the array the next byte is written. */
    public int position() {
        return end;
    }

    /** Returns how many bytes were written. */
    public int length() {
        return end - start;
    }

    /** Returns a copy of what was written. */
    public byte[] toBytes() {
        return Arrays.copyOfRange(bytes, start, end);
    }

    /** Writes a whole number that is not negative, or a negative one in ten bytes. */
    public void int64(int field, long value) {
        key(field, VARINT);
        varint(value);
    }

    /** Writes a boolean. */
    public void bool(int field, boolean value) {
        int64(field, value ? 1 : 0);
    }

    /** Writes eight bytes, the lowest first. */
    public void fixed64(int field, long value) {
        key(field, FIXED64);
        raw64(value);
    }

    /** Writes a double. */
    public void number(int field, double value) {
        fixed64(field, Double.doubleToRawLongBits(value));
    }

    /** Writes a text in UTF-8. */
    public void text(int field, String value) {
        bytes(field, value.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes a field of bytes. */
    public void bytes(int field, byte[] value) {
        lengthOf(field, value.length);
        raw(value, 0, value.length);
    }

    /** Begins a part of a known length. */
    public void lengthOf(int field, int size) {
        ensureRoom(2 * MAX_VARINT);
        put((long) field << 3 | LENGTH);
        put(size);
    }

    /** Writes eight bytes without a key, as in a packed list. */
    public void raw64(long value) {
        ensureRoom(Long.BYTES);
        put64(bytes, end, value);
        end += Long.BYTES;
    }

    /** Writes bytes as they are. */
    public void raw(byte[] value, int offset, int size) {
        ensureRoom(size);
        System.arraycopy(value, offset, bytes, end, size);
        end += size;
    }

    /** Writes what another writer holds before all that is here, into room that {@link #clear} reserved. */
    public void prepend(ProtoWriter head) {
        start -= head.length();
        System.arraycopy(head.bytes, head.start, bytes, start, head.length());
    }

    /** Makes all that is here one field, whose key and length go into room that {@link #clear} reserved. */
    public void wrap(int field) {
        int size = length();
        int last = end;
        start -= varintSize(field << 3) + varintSize(size);
        end = start;
        lengthOf(field, size);
        end = last;
    }

    /** Begins a part whose length is not known yet, and returns what {@link #end} is to be told. */
    public int begin(int field) {
        key(field, LENGTH);
        ensureRoom(5);
        end += 5;
        return end;
    }

    /** Ends the part that began there: moves it so that its length takes as few bytes as it needs. */
    public void end(int begin) {
        int size = end - begin;
        int at = begin - 5;
        System.arraycopy(bytes, begin, bytes, at + varintSize(size), size);
        end = at;
        varint(size);
        end += size;
    }

    private void key(int field, int type) {
        varint((long) field << 3 | type);
    }

    private void varint(long value) {
        ensureRoom(MAX_VARINT);
        put(value);
    }

    /** Writes a number in as few bytes as it needs, for which there is room. */
    private void put(long value) {
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            bytes[end++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[end++] = (byte) rest;
    }

    /** Returns how many bytes a number that is not negative takes. */
    public static int varintSize(int value) {
        return Math.max(1, (Integer.SIZE - Integer.numberOfLeadingZeros(value) + 6) / 7);
    }

    /** Overwrites eight bytes of an array. */
    public static void put64(byte[] into, int at, long value) {
        LONGS.set(into, at, value);
    }

    private void ensureRoom(int more) {
        if (bytes.length - end < more) {
            grow(more);
        }
    }

    /** Separate, since it is rare: the compiler would copy it into each caller. */
    private void grow(int more) {
        bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, end + more));
    }
}
