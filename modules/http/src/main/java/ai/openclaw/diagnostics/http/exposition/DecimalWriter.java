package ai.openclaw.diagnostics.http.exposition;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Writes numbers as the text format wants them: whole numbers without fraction or exponent, sums as the exact decimals
 * that they are, anything else as the shortest decimal that reads back the same. For one thread.
 */
final class DecimalWriter {

    private static final long BILLION = 1_000_000_000;
    private static final long LOW_HALF = 0xFFFF_FFFFL;
    private static final double EXACT_LONG = 1e18;
    private static final double PLAIN_BELOW = 1e21;
    private static final double PLAIN_FROM = 1e-6;

    /** Room for 2<sup>128</sup> in decimal, right-aligned. */
    private final byte[] digits = new byte[40];

    /** Writes a count. */
    void write(ByteSink out, long count) {
        int start = lowDigits(digits.length, count);
        out.write(digits, start, digits.length - start);
    }

    /** Writes an unsigned number of 128 bits divided by ten to the power of {@code fractionDigits}. */
    void write(ByteSink out, long high, long low, int fractionDigits) {
        int start = digits(high, low);
        while (digits.length - start <= fractionDigits) {
            digits[--start] = '0';
        }
        int point = digits.length - fractionDigits;
        int end = digits.length;
        while (end > point && digits[end - 1] == '0') {
            end--;
        }
        out.write(digits, start, point - start);
        if (end > point) {
            out.write('.');
            out.write(digits, point, end - point);
        }
    }

    /** Writes a finite number that is not negative. */
    void write(ByteSink out, double value) {
        if (value < EXACT_LONG && value == (long) value) {
            write(out, (long) value);
        } else {
            out.write(shortest(value));
        }
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

    private int digits(long high, long low) {
        int start = digits.length;
        while (high != 0 || low < 0) { // as long as it does not fit a long: take off nine digits
            long h1 = high >>> 32;
            long h0 = h1 % BILLION << 32 | high & LOW_HALF;
            long l1 = h0 % BILLION << 32 | low >>> 32;
            long l0 = l1 % BILLION << 32 | low & LOW_HALF;
            start = nineDigits(start, l0 % BILLION);
            high = h1 / BILLION << 32 | h0 / BILLION;
            low = l1 / BILLION << 32 | l0 / BILLION;
        }
        return low == 0 && start < digits.length ? start : lowDigits(start, low);
    }

    private int nineDigits(int end, long number) {
        int start = lowDigits(end, number);
        while (start > end - 9) {
            digits[--start] = '0';
        }
        return start;
    }

    private int lowDigits(int end, long number) {
        int start = end;
        long rest = number;
        do {
            digits[--start] = (byte) ('0' + rest % 10);
            rest /= 10;
        } while (rest > 0);
        return start;
    }
}
