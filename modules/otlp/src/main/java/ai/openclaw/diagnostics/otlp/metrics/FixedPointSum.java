package ai.openclaw.diagnostics.otlp.metrics;

/**
 * Turns a sum of the store, an unsigned integer of 128 bits that counts 10<sup>-digits</sup>, into the double that is nearest to
 * it: with twice a double's precision on the way, which is enough below 2<sup>106</sup>, and without allocation.
 */
final class FixedPointSum {

    private static final double TWO_32 = 0x1p32;
    private static final long LOWER_HALF = 0xffffffffL;

    private static final double[] POWERS = {
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };

    private FixedPointSum() {}

    /** @param digits 0 to 22, for which a power of ten is a double */
    static double value(long high, long low, int digits) {
        if (high == 0 && low >= 0 && low <= 1L << 53) {
            return low / POWERS[digits]; // both exact, so the quotient is rounded once
        }
        double sum = 0;
        double error = 0; // of the sum, which is exact with it
        for (int part = 0; part < 4; part++) {
            double term = part(high, low, part);
            double next = sum * TWO_32 + term;
            error = error * TWO_32 + (term - (next - sum * TWO_32));
            sum = next;
        }
        double divisor = POWERS[digits];
        double quotient = sum / divisor;
        double remainder = Math.fma(-quotient, divisor, sum) + error;
        return quotient + remainder / divisor;
    }

    /** Returns 32 bits, from the uppermost on. */
    private static double part(long high, long low, int index) {
        long word = index < 2 ? high : low;
        return index % 2 == 0 ? word >>> 32 : word & LOWER_HALF;
    }
}
