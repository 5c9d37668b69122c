package ai.openclaw.diagnostics.store;

import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.catalog.Unit;
import ai.openclaw.diagnostics.catalog.domain.ModelMetrics;
import ai.openclaw.diagnostics.catalog.domain.OpenClawCatalog;
import ai.openclaw.diagnostics.testing.Seed;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FixedPointTest {

    private final long seed = Seed.get();
    private final Random random = new Random(seed);

    @ParameterizedTest
    @EnumSource(Unit.class)
    void aDecimalOfUpToFourteenDigitsIsExact(Unit unit) {
        for (int i = 0; i < 100_000; i++) {
            BigDecimal decimal = decimal(unit);
            BigInteger expected = decimal.movePointRight(unit.fractionDigits()).toBigIntegerExact();
            if (!fractions(unit, decimal.doubleValue()).equals(expected)) {
                assertThat(fractions(unit, decimal.doubleValue()))
                        .as("seed %d, %s %s", seed, decimal, unit)
                        .isEqualTo(expected);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Unit.class)
    void aWholeNumberIsExactUpToTheMaximum(Unit unit) {
        for (int i = 0; i < 100_000; i++) {
            double whole = Math.rint(randomUpTo(unit.maximum()));
            assertThat(fractions(unit, whole).equals(exact(unit, whole).toBigInteger()))
                    .as("seed %d, %s %s", seed, whole, unit)
                    .isTrue();
        }
        double maximum = Math.floor(unit.maximum());
        assertThat(fractions(unit, maximum)).isEqualTo(exact(unit, maximum).toBigInteger());
        double greatestExact = Math.min(0x1p53, maximum);
        assertThat(fractions(unit, greatestExact))
                .isEqualTo(exact(unit, greatestExact).toBigInteger());
    }

    @ParameterizedTest
    @EnumSource(Unit.class)
    void anyDoubleIsPreciseToFourteenDigitsOrHalfAFraction(Unit unit) {
        checkNear(unit, unit.maximum());
        checkNear(unit, Double.MIN_VALUE);
        for (int exponent = -80; Math.scalb(1.0, exponent) <= unit.maximum(); exponent++) {
            checkNear(unit, Math.scalb(1.0, exponent));
            checkNear(unit, Math.nextDown(Math.scalb(1.0, exponent)));
            checkNear(unit, Math.min(unit.maximum(), Math.nextUp(Math.scalb(1.0, exponent))));
        }
        for (int i = 0; i < 100_000; i++) {
            checkNear(unit, randomUpTo(unit.maximum()));
        }
    }

    @ParameterizedTest
    @EnumSource(Unit.class)
    void zeroAndWhatIsFarBelowTheSmallestFractionCountNothing(Unit unit) {
        assertThat(fractions(unit, 0.0)).isZero();
        assertThat(fractions(unit, -0.0)).isZero();
        assertThat(fractions(unit, Double.MIN_VALUE)).isZero();
        assertThat(fractions(unit, 1e-30)).isZero();
    }

    @Test
    void theSmallestFractionOfEachUnitCountsOne() {
        assertThat(fractions(Unit.USD, 1e-18)).isOne();
        assertThat(fractions(Unit.SECONDS, 1e-15)).isOne();
        assertThat(fractions(Unit.BYTES, 1e-6)).isOne();
        assertThat(fractions(Unit.TOKENS, 1e-6)).isOne();
        assertThat(fractions(Unit.NONE, 1)).isOne();
    }

    @Test
    void aTenthTenTimesIsOne() {
        SeriesStore store = SeriesStore.create(OpenClawCatalog.CATALOG, 10);
        LabeledSeries set = Tuples.reserve(store, ModelMetrics.MODEL_USAGE, "main", "cli", "gpt-5.4", "openai");
        double naive = 0;
        for (int i = 0; i < 10; i++) {
            assertThat(set.add(ModelMetrics.MODEL_COST_USD, 0.1)).isTrue();
            naive += 0.1;
        }
        Snapshot snapshot = Snapshot.of(store);
        snapshot.refresh();
        assertThat(naive).as("what doubles make of it").isNotEqualTo(1);
        assertThat(SnapshotChecker.sum(
                        snapshot.samples(ModelMetrics.MODEL_COST_USD).get(0)))
                .isEqualTo(BigInteger.TEN.pow(18));
    }

    private BigDecimal decimal(Unit unit) {
        while (true) {
            long digits = (long) (random.nextDouble() * Math.pow(10, 1 + random.nextInt(14)));
            BigDecimal decimal = BigDecimal.valueOf(digits, random.nextInt(unit.fractionDigits() + 1));
            if (unit.admits(decimal.doubleValue())) {
                return decimal;
            }
        }
    }

    /** Any magnitude is as likely as any other. */
    private double randomUpTo(double maximum) {
        while (true) {
            double value = Math.scalb(1 + random.nextDouble(), random.nextInt(140) - 75);
            if (value <= maximum) {
                return value;
            }
        }
    }

    private void checkNear(Unit unit, double value) {
        BigDecimal exact = exact(unit, value);
        BigDecimal error =
                new BigDecimal(fractions(unit, value)).subtract(exact).abs();
        BigDecimal allowed = exact.movePointLeft(14).max(new BigDecimal("0.5"));
        // the product itself is rounded: by one in 2^52
        BigDecimal slack = exact.divide(new BigDecimal(0x1p52));
        if (error.compareTo(allowed.add(slack)) > 0) {
            throw new AssertionError("seed " + seed + ": " + value + " " + unit + " is off by " + error
                    + " of its smallest fraction, at most " + allowed);
        }
    }

    private static BigDecimal exact(Unit unit, double value) {
        return new BigDecimal(value).movePointRight(unit.fractionDigits());
    }

    private static BigInteger fractions(Unit unit, double value) {
        FixedPoint point = FixedPoint.of(unit);
        int fractionDigits = point.fractionDigits(value);
        return BigInteger.valueOf(point.digits(value, fractionDigits))
                .multiply(BigInteger.valueOf(point.multiplier(fractionDigits)));
    }
}
