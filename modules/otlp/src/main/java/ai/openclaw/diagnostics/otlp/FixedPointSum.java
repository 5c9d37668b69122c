package ai.openclaw.diagnostics.otlp;

/**
 * Turns a sum of the store, an unsigned integer of 128 bits that counts 10<sup>-digits</sup>, into the double that is nearest to
 * it, as far as one can tell: with twice a double's precision on the way, and without allocation.
 */
final class FixedPointSum {

    private static final double TWO_32 = 0x1p32;
    private static final double TWO_64 = 0x1p64;

    private FixedPointSum() {}

    /** @param digits 0 to 22, for which a power of ten is a double */
    static double value(long high, long low, int digits) {
        if (high == 0 && low >= 0 && low <= 1L << 53) {
            return low / power(digits); // both exact, so the quotient is rounded once
        }
        double upper = unsigned(high) * TWO_64 + (low >>> 32) * TWO_32;
        double rest = upperRest(high, low, upper) + (low & 0xffffffffL);
        double sum = upper + rest;
        double error = rest - (sum - upper);
        double divisor = power(digits);
        double quotient = sum / divisor;
        double remainder = Math.fma(-quotient, divisor, sum) + error;
        return quotient + remainder / divisor;
    }

    /** What adding the two upper parts lost. */
    private static double upperRest(long high, long low, double upper) {
        double a = unsigned(high) * TWO_64;
        double b = (low >>> 32) * TWO_32;
        return high == 0 ? 0 : b - (upper - a);
    }

    private static double unsigned(long value) {
        return value >= 0 ? value : (value >>> 1) * 2.0 + (value & 1);
    }

    private static double power(int digits) {
        double power = 1;
        for (int i = 0; i < digits; i++) {
            power *= 10;
        }
        return power;
    }
}
