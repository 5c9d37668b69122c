package ai.openclaw.diagnostics.events;

import java.nio.charset.StandardCharsets;

/** Reads the number that a JSON token spells. */
final class JsonNumber {

    /** Integers of so many digits are exact in a double, and so are powers of ten up to this. */
    private static final int EXACT_DIGITS = 15;

    private static final double[] POWERS_OF_TEN = {
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
    };

    private JsonNumber() {}

    /** Returns the double next to the number, which may be infinite, or {@code NaN} if this is no JSON number. */
    static double parse(byte[] bytes, int from, int to) {
        boolean negative = bytes[from] == '-';
        int start = negative ? from + 1 : from;
        double value = shortDecimal(bytes, start, to);
        if (!Double.isNaN(value)) {
            return negative ? -value : value;
        }
        return isWellFormed(bytes, start, to)
                ? Double.parseDouble(new String(bytes, from, to - from, StandardCharsets.ISO_8859_1))
                : Double.NaN;
    }

    /** Returns the number that a few digits spell, or {@code NaN} if they have to be looked at more closely. */
    private static double shortDecimal(byte[] bytes, int start, int to) {
        long digits = 0;
        int point = to;
        for (int at = start; at < to; at++) {
            int digit = bytes[at] - '0';
            if (digit >= 0 && digit <= 9) {
                digits = 10 * digits + digit;
            } else if (bytes[at] == '.' && point == to) {
                point = at;
            } else {
                return Double.NaN;
            }
        }
        boolean leadingZero = point - start > 1 && bytes[start] == '0';
        if (to - start > EXACT_DIGITS || point == start || point == to - 1 || leadingZero) {
            return Double.NaN;
        }
        return point == to ? digits : digits / POWERS_OF_TEN[to - 1 - point]; // one rounding, so the nearest
    }

    /** Tells whether these bytes follow JSON's grammar of numbers, after the sign. */
    private static boolean isWellFormed(byte[] bytes, int start, int to) {
        int at = skipDigits(bytes, start, to);
        boolean leadingZero = at - start > 1 && bytes[start] == '0';
        if (at == start || leadingZero) {
            return false;
        }
        if (at < to && bytes[at] == '.') {
            int point = at;
            at = skipDigits(bytes, point + 1, to);
            if (at == point + 1) {
                return false;
            }
        }
        return at == to || (bytes[at] | 0x20) == 'e' && isExponent(bytes, at + 1, to);
    }

    private static boolean isExponent(byte[] bytes, int from, int to) {
        int start = from < to && (bytes[from] == '+' || bytes[from] == '-') ? from + 1 : from;
        return start < to && skipDigits(bytes, start, to) == to;
    }

    private static int skipDigits(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && bytes[at] >= '0' && bytes[at] <= '9') {
            at++;
        }
        return at;
    }
}
