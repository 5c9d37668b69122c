package ai.openclaw.diagnostics.events;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Finds where a run of ordinary bytes in a JSON string ends, eight bytes at a time. */
final class JsonQuotes {

    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long EVERY_BYTE = 0x0101010101010101L;
    private static final long QUOTES = '"' * EVERY_BYTE;
    private static final long BACKSLASHES = '\\' * EVERY_BYTE;

    private JsonQuotes() {}

    /** Returns the position of the next quote or backslash, or a position at or beyond the limit if there is none. */
    static int next(byte[] bytes, int position, int limit) {
        int at = position;
        for (; at <= limit - Long.BYTES; at += Long.BYTES) {
            long word = (long) WORDS.get(bytes, at);
            long found = zeroBytes(word ^ QUOTES) | zeroBytes(word ^ BACKSLASHES);
            if (found != 0) {
                return at + (Long.numberOfTrailingZeros(found) >>> 3);
            }
        }
        while (at < limit && bytes[at] != '"' && bytes[at] != '\\') {
            at++;
        }
        return at;
    }

    /** Returns a word in which the highest bit is set in the lowest byte that is zero, and none in those below it. */
    private static long zeroBytes(long word) {
        return word - EVERY_BYTE & ~word & EVERY_BYTE << 7;
    }
}
