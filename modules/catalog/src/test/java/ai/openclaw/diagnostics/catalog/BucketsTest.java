package ai.openclaw.diagnostics.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.openclaw.diagnostics.testing.Seed;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BucketsTest {

    static Stream<Buckets> used() {
        return Stream.of(Buckets.SECONDS, Buckets.TOKENS, Buckets.BYTES);
    }

    @Test
    void theTextsAreThoseThatPrometheusKnowsTheSeriesBy() {
        assertThat(String.join(" ", Buckets.SECONDS.texts()))
                .isEqualTo("0.005 0.01 0.025 0.05 0.1 0.25 0.5 1 2.5 5 10 30 60 120 300 600");
        assertThat(String.join(" ", Buckets.TOKENS.texts()))
                .isEqualTo("1 4 16 64 256 1024 4096 16384 65536 262144 1048576");
        assertThat(String.join(" ", Buckets.BYTES.texts()))
                .isEqualTo("1024 4096 16384 65536 262144 1048576 4194304 16777216 67108864 268435456 1073741824"
                        + " 4294967296 17179869184");
    }

    @ParameterizedTest
    @MethodSource("used")
    void boundsAreTheNumbersOfTheirTexts(Buckets buckets) {
        assertThat(buckets.texts()).hasSize(buckets.size());
        for (int i = 0; i < buckets.size(); i++) {
            assertThat(buckets.bound(i))
                    .isEqualTo(Double.parseDouble(buckets.texts().get(i)));
        }
    }

    @ParameterizedTest
    @MethodSource("used")
    void aValueOnABoundIsInItsBucketAndOneJustAboveInTheNext(Buckets buckets) {
        for (int i = 0; i < buckets.size(); i++) {
            double bound = buckets.bound(i);
            assertThat(buckets.indexOf(bound)).as("on %s", bound).isEqualTo(i);
            assertThat(buckets.indexOf(Math.nextDown(bound)))
                    .as("below %s", bound)
                    .isEqualTo(i);
            assertThat(buckets.indexOf(Math.nextUp(bound)))
                    .as("above %s", bound)
                    .isEqualTo(i + 1);
        }
    }

    @ParameterizedTest
    @MethodSource("used")
    void valuesOutsideAllBoundsAreInTheFirstAndTheLastBucket(Buckets buckets) {
        assertThat(buckets.indexOf(0)).isZero();
        assertThat(buckets.indexOf(Double.MIN_VALUE)).isZero();
        assertThat(buckets.indexOf(Double.MAX_VALUE)).isEqualTo(buckets.size());
        assertThat(buckets.indexOf(Double.POSITIVE_INFINITY)).isEqualTo(buckets.size());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 7, 16})
    void theIndexIsThatOfAStraightSearch(int size) {
        long seed = Seed.get();
        Random random = new Random(seed);
        String[] texts = random.ints(1, 1000)
                .distinct()
                .limit(size)
                .sorted()
                .mapToObj(Integer::toString)
                .toArray(String[]::new);
        Buckets buckets = Buckets.of(texts);
        for (int i = 0; i < 2000; i++) {
            double value = random.nextInt(1010) + (random.nextBoolean() ? 0 : random.nextDouble());
            assertThat(buckets.indexOf(value))
                    .as("seed %d, value %s in %s", seed, value, List.of(texts))
                    .isEqualTo(straightSearch(buckets, value));
        }
    }

    @Test
    void boundsThatDoNotAscendAreRefused() {
        assertThatThrownBy(() -> Buckets.of("1", "2.5", "2"))
                .isInstanceOf(CatalogException.class)
                .hasMessage("buckets: 2 does not ascend from 2.5");
        assertThatThrownBy(() -> Buckets.of("1", "1.0"))
                .isInstanceOf(CatalogException.class)
                .hasMessage("buckets: 1.0 does not ascend from 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "one", "1,5", "NaN", "Infinity", "+Inf", "-Infinity", "1e999"})
    void aBoundThatIsNoFiniteNumberIsRefused(String text) {
        assertThatThrownBy(() -> Buckets.of(text))
                .isInstanceOf(CatalogException.class)
                .hasMessageContaining("\"" + text + "\"");
    }

    private static int straightSearch(Buckets buckets, double value) {
        int index = 0;
        while (index < buckets.size() && buckets.bound(index) < value) {
            index++;
        }
        return index;
    }
}
