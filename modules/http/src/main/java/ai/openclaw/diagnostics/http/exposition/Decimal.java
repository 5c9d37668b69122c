package ai.openclaw.diagnostics.http.exposition;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * The text of one number at a time, as the exposition formats require it: whole numbers without fraction or exponent, sums
 * as the exact decimals that they are, anything else as the shortest decimal that reads back the same. For one thread.
 */
final class Decimal {

    private static final long BILLION = 1_000_000_000;
    private static final long LOW_HALF = 0xFFFF_FFFFL;
    private static final double EXACT_LONG = 1e18;
    private static final double PLAIN_BELOW = 1e21;
    private static final double PLAIN_FROM = 1e-6;

    /** 2<sup>128</sup> in decimal, a point, and the longest double without an exponent all fit. */
    private static final int ROOM = 48;

    /** The two digits of 0 to 99, one after the other. */
    private static final byte[] PAIRS = pairs();

    private static final long[] POWERS_OF_TEN = powersOfTen();

    private final byte[] bytes = new byte[ROOM];
    private int start = ROOM;
    private int end = ROOM;

    private static byte[] pairs() {
        byte[] pairs = new byte[200];
        for (int i = 0; i < 100; i++) {
            pairs[2 * i] = (byte) ('0' + i / 10);
            pairs[2 * i + 1] = (byte) ('0' + i % 10);
        }
        return pairs;
    }

    private static long[] powersOfTen() {
        long[] powers = new long[19];
        powers[0] = 1;
        for (int i = 1; i < powers.length; i++) {
            powers[i] = 10 * powers[i - 1];
        }
        return powers;
    }

    /** Returns the array that holds the text, from {@link #start()}. */
    byte[] bytes() {
        return bytes;
    }

    int start() {
        return start;
    }

    int length() {
        return end - start;
    }

    /** Takes a count. */
    Decimal of(long count) {
        end = ROOM;
        start = digitsBefore(bytes, ROOM, count);
        return this;
    }

    /** Takes an unsigned number of 128 bits divided by ten to the power of {@code fractionDigits}. */
    Decimal of(long high, long low, int fractionDigits) {
        end = ROOM;
        start = digits(high, low);
        if (fractionDigits > 0) {
            setPoint(fractionDigits);
        }
        return this;
    }

    /** Takes a finite number that is not negative. */
    Decimal of(double value) {
        return value < EXACT_LONG && value == (long) value ? of((long) value) : of(shortest(value));
    }

    @SuppressWarnings("deprecation") // the bytes of ASCII text, without an encoder
    private Decimal of(String text) {
        end = ROOM;
        start = ROOM - text.length();
        text.getBytes(0, text.length(), bytes, start);
        return this;
    }

    private static String shortest(double value) {
        BigDecimal exact = new BigDecimal(value);
        BigDecimal decimal = exact;
        for (int precision = 1; precision <= 17; precision++) {
            decimal = exact.round(new MathContext(precision)).stripTrailingZeros();
            if (decimal.doubleValue() == value) {
                break;
            }
        }
        return value >= PLAIN_FROM && value < PLAIN_BELOW ? decimal.toPlainString() : decimal.toString();
    }

    /** Sets the decimal point among the digits and takes off the zeros at the end. */
    private void setPoint(int fractionDigits) {
        while (end - start <= fractionDigits) {
            bytes[--start] = '0';
        }
        int point = end - fractionDigits;
        while (end > point && bytes[end - 1] == '0') {
            end--;
        }
        if (end > point) {
            System.arraycopy(bytes, start, bytes, start - 1, point - start);
            start--;
            bytes[point - 1] = '.';
        }
    }

    private int digits(long high, long low) {
        int at = ROOM;
        while (high != 0 || low < 0) { // as long as it does not fit a long: take off nine digits
            long h1 = high >>> 32;
            long h0 = h1 % BILLION << 32 | high & LOW_HALF;
            long l1 = h0 % BILLION << 32 | low >>> 32;
            long l0 = l1 % BILLION << 32 | low & LOW_HALF;
            at = nineDigitsBefore(at, l0 % BILLION);
            high = h1 / BILLION << 32 | h0 / BILLION;
            low = l1 / BILLION << 32 | l0 / BILLION;
        }
        return low == 0 && at < ROOM ? at : digitsBefore(bytes, at, low);
    }

    private int nineDigitsBefore(int to, long number) {
        int at = digitsBefore(bytes, to, number);
        while (at > to - 9) {
            bytes[--at] = '0';
        }
        return at;
    }

    /** Tells whether a number that is not negative has so many digits; up to 18 of them. */
    static boolean hasDigits(long number, int digits) {
        return digits < POWERS_OF_TEN.length
                && number < POWERS_OF_TEN[digits]
                && (number >= POWERS_OF_TEN[digits - 1] || digits == 1);
    }

    /** Writes the digits of a number that is not negative so that they end there, and returns where they begin. */
    static int digitsBefore(byte[] bytes, int to, long number) {
        int at = to;
        long rest = number;
        while (rest >= 100) {
            int pair = 2 * (int) (rest % 100);
            rest /= 100;
            bytes[--at] = PAIRS[pair + 1];
            bytes[--at] = PAIRS[pair];
        }
        if (rest >= 10) {
            bytes[--at] = PAIRS[2 * (int) rest + 1];
            bytes[--at] = PAIRS[2 * (int) rest];
        } else {
            bytes[--at] = (byte) ('0' + rest);
        }
        return at;
    }
}
