package ai.openclaw.diagnostics.http.exposition;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Writes deflate data (RFC 1951) for a caller who knows where its text repeats. Most of what a compressor does is to
 * search for that; an exposition knows it beforehand.
 *
 * <p>What is written between {@link #begin} and {@link #end} is one block with the fixed codes of section 3.2.6 and an empty
 * stored block after it, so that it ends on a byte and blocks can be put one after the other. For one thread.
 */
final class DeflateEncoder {

    static final int MIN_MATCH = 3;
    static final int MAX_DISTANCE = 32 * 1024;

    private static final int MAX_MATCH = 258;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /** Literals by byte, and lengths of matches with their extra bits by length: each as bits and how many. */
    private static final short[] LITERAL = new short[256];

    private static final byte[] LITERAL_BITS = new byte[256];
    private static final short[] LENGTH = new short[MAX_MATCH + 1];
    private static final byte[] LENGTH_BITS = new byte[MAX_MATCH + 1];

    static {
        for (int symbol = 0; symbol < 256; symbol++) {
            LITERAL_BITS[symbol] = (byte) codeBits(symbol);
            LITERAL[symbol] = (short) code(symbol);
        }
        for (int length = MIN_MATCH; length < MAX_MATCH; length++) {
            setLength(length);
        }
        LENGTH[MAX_MATCH] = (short) code(285); // has a separate symbol
        LENGTH_BITS[MAX_MATCH] = (byte) codeBits(285);
    }

    private byte[] bytes = new byte[64 * 1024];
    private int length;
    private long pending;
    private int pendingBits;

    /** Section 3.2.5: four lengths share a symbol for each extra bit more. */
    private static void setLength(int length) {
        int above = length - MIN_MATCH;
        int extraBits = above < 8 ? 0 : 29 - Integer.numberOfLeadingZeros(above);
        int symbol = 257 + (extraBits == 0 ? above : 4 * extraBits + (above >>> extraBits));
        int extra = above & (1 << extraBits) - 1;
        LENGTH[length] = (short) (code(symbol) | extra << codeBits(symbol));
        LENGTH_BITS[length] = (byte) (codeBits(symbol) + extraBits);
    }

    private static int codeBits(int symbol) {
        return symbol < 144 ? 8 : symbol < 256 ? 9 : symbol < 280 ? 7 : 8;
    }

    private static int code(int symbol) {
        int code = symbol < 144
                ? 0x30 + symbol
                : symbol < 256 ? 0x190 + symbol - 144 : symbol < 280 ? symbol - 256 : 0xC0 + symbol - 280;
        return reversed(code, codeBits(symbol)); // codes go from their most significant bit on, all else from the least
    }

    private static int reversed(int code, int bits) {
        return Integer.reverse(code) >>> 32 - bits;
    }

    /** Begins a block for a text of at most so many bytes; what was written before is forgotten. */
    void begin(int textLength) {
        length = 0;
        int most = 2 * textLength + 64;
        if (bytes.length < most) {
            bytes = new byte[most];
        }
        put(0b010, 3); // not the last block, fixed codes
    }

    /** Ends the block on a whole byte. */
    void end() {
        put(0, codeBits(256)); // end of block
        put(0, 3); // a stored block, not the last
        put(0, -pendingBits & 7);
        put(0xFFFF_0000L, 32); // of no bytes
    }

    /** Returns a copy of what was written, in the given array if it fits. */
    byte[] copyTo(byte[] target) {
        if (target.length < length) {
            return Arrays.copyOf(bytes, length + length / 8);
        }
        System.arraycopy(bytes, 0, target, 0, length);
        return target;
    }

    /** Returns how many bytes were written. */
    int length() {
        return length;
    }

    /** Writes bytes as they are. */
    void literals(byte[] text, int from, int to) {
        for (int i = from; i < to; i++) {
            int symbol = text[i] & 0xFF;
            put(LITERAL[symbol], LITERAL_BITS[symbol]);
        }
    }

    /** Writes bytes that stand so far back too: as a match where the format can say it, else as they are. */
    void repeated(byte[] text, int from, int to, int distance) {
        if (distance > MAX_DISTANCE) {
            literals(text, from, to);
            return;
        }
        int at = from;
        while (to - at >= MIN_MATCH) {
            int matched = Math.min(to - at, MAX_MATCH);
            match(matched, distance);
            at += matched;
        }
        literals(text, at, to);
    }

    private void match(int matched, int distance) {
        put(LENGTH[matched], LENGTH_BITS[matched]);
        int above = distance - 1;
        int extraBits = above < 4 ? 0 : 30 - Integer.numberOfLeadingZeros(above);
        int symbol = above < 4 ? above : 2 * extraBits + (above >>> extraBits);
        long extra = above & (1 << extraBits) - 1;
        put(reversed(symbol, 5) | extra << 5, 5 + extraBits);
    }

    private void put(long bits, int count) {
        pending |= bits << pendingBits;
        pendingBits += count;
        LONGS.set(bytes, length, pending);
        int whole = pendingBits >>> 3;
        length += whole;
        pending >>>= whole << 3;
        pendingBits &= 7;
    }
}
