package ai.openclaw.diagnostics.http.exposition;

import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.testing.Seed;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecimalTest {

    private static final BigInteger TWO_TO_64 = BigInteger.ONE.shiftLeft(64);

    private final Decimal decimal = new Decimal();

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1, 1",
        "2.5, 2.5",
        "0.1, 0.1",
        "1e18, 1000000000000000000",
        "1e20, 100000000000000000000",
        "1e21, 1E+21",
        "1e300, 1E+300",
        "0.000001, 0.000001",
        "1e-7, 1E-7",
        "0.30000000000000004, 0.30000000000000004",
        "123456789.125, 123456789.125",
        "9007199254740993, 9007199254740992",
        "4.9e-324, 4.9E-324"
    })
    void aGaugeIsTheShortestDecimalAWholeOneWithoutExponent(double value, String text) {
        assertThat(Double.parseDouble(written(value))).isEqualTo(value);
        if (!text.equals("4.9E-324")) { // the shortest is 5E-324
            assertThat(written(value)).isEqualTo(text);
        }
    }

    @Test
    void anyGaugeReadsBackTheSame() {
        long seed = Seed.get();
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 20_000; i++) {
            double value = Math.abs(Double.longBitsToDouble(random.nextLong()));
            if (Double.isFinite(value)) {
                assertThat(Double.parseDouble(written(value)))
                        .as("seed %d", seed)
                        .isEqualTo(value);
            }
        }
    }

    @Test
    void aSumIsWrittenAsTheExactDecimalWithoutTrailingZeros() {
        long seed = Seed.get();
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 20_000; i++) {
            BigInteger number =
                    new BigInteger(128, new java.util.Random(random.nextLong())).shiftRight(random.nextInt(128));
            if (random.nextInt(3) == 0) {
                number = number.multiply(BigInteger.TEN.pow(random.nextInt(12))).mod(TWO_TO_64.pow(2));
            }
            int digits = random.nextInt(19);
            BigDecimal expected = new BigDecimal(number, digits);
            String plain =
                    number.signum() == 0 ? "0" : expected.stripTrailingZeros().toPlainString();
            assertThat(written(number, digits)).as("seed %d", seed).isEqualTo(plain);
        }
    }

    @Test
    void countsAreWrittenUpToTheGreatest() {
        for (long count : new long[] {0, 9, 10, 999_999_999, 1_000_000_000, Long.MAX_VALUE}) {
            assertThat(text(decimal.of(count))).isEqualTo(Long.toString(count));
        }
    }

    private String written(double value) {
        return text(decimal.of(value));
    }

    private String written(BigInteger number, int digits) {
        return text(decimal.of(number.shiftRight(64).longValue(), number.longValue(), digits));
    }

    private static String text(Decimal decimal) {
        return new String(decimal.bytes(), decimal.start(), decimal.length(), StandardCharsets.US_ASCII);
    }
}
