package ai.openclaw.diagnostics.otlp;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Writes Protocol Buffers into one array that grows and is used again. For one thread.
 *
 * <p>A message inside another is preceded by its length. Where the length is known it is written first; where it is not,
 * {@link #begin} leaves room for it and {@link #end} fills it in.
 */
final class ProtoWriter {

    private static final int VARINT = 0;
    private static final int FIXED64 = 1;
    private static final int LENGTH = 2;
    private static final int FIXED32 = 5;

    private byte[] bytes;
    private int length;

    ProtoWriter(int firstBytes) {
        bytes = new byte[firstBytes];
    }

    /** Forgets what was written; keeps the array. */
    void clear() {
        length = 0;
    }

    int length() {
        return length;
    }

    /** Returns the array that is written into, of which {@link #length()} bytes count, until the next write. */
    byte[] array() {
        return bytes;
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    void int64(int field, long value) {
        key(field, VARINT);
        varint(value);
    }

    void bool(int field, boolean value) {
        int64(field, value ? 1 : 0);
    }

    void fixed64(int field, long value) {
        key(field, FIXED64);
        raw64(value);
    }

    void fixed32(int field, int value) {
        key(field, FIXED32);
        room(4);
        for (int shift = 0; shift < 32; shift += 8) {
            bytes[length++] = (byte) (value >>> shift);
        }
    }

    void number(int field, double value) {
        fixed64(field, Double.doubleToRawLongBits(value));
    }

    void text(int field, String value) {
        bytes(field, value.getBytes(StandardCharsets.UTF_8));
    }

    void bytes(int field, byte[] value) {
        lengthOf(field, value.length);
        raw(value, 0, value.length);
    }

    /** Begins a part of a known length. */
    void lengthOf(int field, int size) {
        key(field, LENGTH);
        varint(size);
    }

    /** Writes eight bytes without a key, as in a packed list. */
    void raw64(long value) {
        room(8);
        put64(bytes, length, value);
        length += 8;
    }

    void raw(byte[] value, int offset, int size) {
        room(size);
        System.arraycopy(value, offset, bytes, length, size);
        length += size;
    }

    /** Begins a part whose length is not known yet, and returns what {@link #end} wants to know. */
    int begin(int field) {
        key(field, LENGTH);
        room(5);
        length += 5;
        return length;
    }

    /** Ends the part that began there: moves it so that its length takes as few bytes as it needs. */
    void end(int begin) {
        int size = length - begin;
        int width = varintSize(size);
        int at = begin - 5;
        System.arraycopy(bytes, begin, bytes, at + width, size);
        length = at;
        varint(size);
        length += size;
    }

    private void key(int field, int type) {
        varint((long) field << 3 | type);
    }

    void varint(long value) {
        room(10);
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            bytes[length++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[length++] = (byte) rest;
    }

    /** Returns how many bytes a number that is not negative takes. */
    static int varintSize(int value) {
        int size = 1;
        for (int rest = value >>> 7; rest != 0; rest >>>= 7) {
            size++;
        }
        return size;
    }

    static void put64(byte[] into, int at, long value) {
        for (int i = 0; i < 8; i++) {
            into[at + i] = (byte) (value >>> 8 * i);
        }
    }

    private void room(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }
}
