package ai.openclaw.diagnostics.store;

import ai.openclaw.diagnostics.catalog.Unit;
import java.util.Arrays;

/**
 * How the values of one unit become integers: as {@code digits × multiplier}, whose product in 128 bits counts the
 * unit's smallest fraction.
 *
 * <p>A whole number is taken exactly. Another value is taken as the decimal nearest to it that has at most 14 to 15
 * significant digits (as many as a double can be trusted with) and no more fraction digits than the unit keeps: so
 * 0.1 counts as a tenth and not as the binary fraction beside it, and sums are those that a person would add up.
 *
 * <p>Two numbers instead of one object, since recording must not allocate.
 */
final class FixedPoint {

    /** Below 2<sup>50</sup> a double times a power of ten still rounds to the intended integer. */
    private static final double TRUSTED = 0x1p50;

    private static final int MIN_EXPONENT = -64;
    private static final int MAX_EXPONENT = 63;
    private static final long[] POWERS_OF_TEN = powersOfTen();
    private static final FixedPoint[] BY_UNIT =
            Arrays.stream(Unit.values()).map(FixedPoint::new).toArray(FixedPoint[]::new);

    private final int unitDigits;

    /** By binary exponent of the value: how many decimal fraction digits of it count. */
    private final byte[] countedDigits = new byte[MAX_EXPONENT - MIN_EXPONENT + 1];

    private FixedPoint(Unit unit) {
        this.unitDigits = unit.fractionDigits();
        for (int i = 0; i < countedDigits.length; i++) {
            countedDigits[i] = (byte) countedDigits(MIN_EXPONENT + i, unitDigits);
        }
    }

    static FixedPoint of(Unit unit) {
        return BY_UNIT[unit.ordinal()];
    }

    private static int countedDigits(int exponent, int unitDigits) {
        double most = TRUSTED / Math.scalb(1.0, exponent + 1); // every value of this exponent is below 2^(exponent+1)
        int digits = unitDigits;
        while (digits > 0 && POWERS_OF_TEN[digits] > most) {
            digits--;
        }
        return digits;
    }

    private static long[] powersOfTen() {
        long[] powers = new long[19];
        powers[0] = 1;
        for (int i = 1; i < powers.length; i++) {
            powers[i] = 10 * powers[i - 1];
        }
        return powers;
    }

    /** Returns how many fraction digits of this value count; pass it on to the other two methods. */
    int fractionDigits(double value) {
        if ((double) (long) value == value) {
            return 0;
        }
        int exponent = Math.max(MIN_EXPONENT, Math.getExponent(value));
        return countedDigits[exponent - MIN_EXPONENT];
    }

    /** Returns the value's digits: the value times ten to the power of its fraction digits, rounded. */
    long digits(double value, int fractionDigits) {
        return fractionDigits == 0 ? (long) Math.rint(value) : (long) Math.rint(value * POWERS_OF_TEN[fractionDigits]);
    }

    /** Returns what the digits are to be multiplied with to count the unit's smallest fraction. */
    long multiplier(int fractionDigits) {
        return POWERS_OF_TEN[unitDigits - fractionDigits];
    }
}
