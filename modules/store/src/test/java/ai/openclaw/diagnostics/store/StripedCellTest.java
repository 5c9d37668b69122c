package ai.openclaw.diagnostics.store;

import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.catalog.Family;
import ai.openclaw.diagnostics.catalog.OpenClawCatalog;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StripedCellTest {

    private final long seed = new Random().nextLong();
    private final Random random = new Random(seed);

    @ParameterizedTest
    @ValueSource(ints = {1, 8})
    void sumsCarryAcrossSixtyFourBits(int stripes) throws InterruptedException {
        Series series = series(OpenClawCatalog.RUN_COMPLETED, stripes);
        StripedCell cell = (StripedCell) series.cell();
        BigInteger expected = BigInteger.ZERO;
        for (int i = 0; i < 200; i++) {
            long digits = random.nextLong() >>> 1 + random.nextInt(63);
            long multiplier = (long) Math.pow(10, random.nextInt(19));
            onAnotherThread(() -> cell.add(digits, multiplier));
            expected = expected.add(BigInteger.valueOf(digits).multiply(BigInteger.valueOf(multiplier)));
            assertThat(SnapshotChecker.sum(read(series)))
                    .as("seed %d, %d stripes, %d values", seed, stripes, i + 1)
                    .isEqualTo(expected);
        }
        assertThat(expected.bitLength()).as("seed %d", seed).isGreaterThan(100);
    }

    @Test
    void aSumWhoseLowHalfIsFullCarriesOne() {
        Series series = series(OpenClawCatalog.RUN_COMPLETED, 1);
        StripedCell cell = (StripedCell) series.cell();
        cell.add(Long.MAX_VALUE, 2); // 2^64 - 2
        cell.add(1, 1);
        assertThat(read(series).sumLow()).isEqualTo(-1);
        assertThat(read(series).sumHigh()).isZero();
        cell.add(1, 1);
        assertThat(read(series).sumLow()).isZero();
        assertThat(read(series).sumHigh()).isOne();
    }

    @Test
    void halvesOfTwoStripesThatOverflowTogetherCarryInTheReading() throws InterruptedException {
        Series series = series(OpenClawCatalog.RUN_COMPLETED, 2);
        StripedCell cell = (StripedCell) series.cell();
        for (int stripe = 0; stripe < 2; stripe++) {
            StripeHolder other = StripeHolder.hold(series, stripe);
            cell.add(1L << 62, 2); // 2^63 into the stripe that is free
            other.release();
        }
        assertThat(SnapshotChecker.sum(read(series))).isEqualTo(BigInteger.TWO.pow(64));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8, 64})
    void observationsOfManyThreadsAreAllThere(int stripes) throws InterruptedException {
        Series series = series(OpenClawCatalog.RUN_DURATION, stripes);
        for (int i = 0; i < 100; i++) {
            double value = i % 17;
            onAnotherThread(() -> series.observe(value));
        }
        assertThat(read(series).count()).isEqualTo(100);
    }

    @Test
    void aHeldStripeIsNotReadAndTheOthersAre() {
        Series series = series(OpenClawCatalog.RUN_DURATION, 8);
        Cell cell = series.cell();
        assertThat(cell.stripes()).isEqualTo(8);
        for (int held = 0; held < 8; held++) {
            StripeHolder holder = StripeHolder.hold(series, held);
            for (int stripe = 0; stripe < 8; stripe++) {
                assertThat(cell.tryRead(stripe, new Sample(series)))
                        .as("stripe %d while %d is held", stripe, held)
                        .isEqualTo(stripe != held);
            }
            holder.release();
            assertThat(cell.tryRead(held, new Sample(series))).isTrue();
        }
    }

    @Test
    void aRefusedReadingLeavesTheSampleAlone() {
        Series series = series(OpenClawCatalog.RUN_DURATION, 1);
        series.observe(1);
        StripeHolder holder = StripeHolder.hold(series, 0);
        Sample sample = new Sample(series);
        assertThat(series.cell().tryRead(0, sample)).isFalse();
        assertThat(sample.count()).isZero();
        assertThat(SnapshotChecker.sum(sample)).isZero();
        holder.release();
    }

    @Test
    void aWriterPassesByEveryHeldStripeToTheOneThatIsFree() {
        Series series = series(OpenClawCatalog.RUN_DURATION, 8);
        for (int free = 0; free < 8; free++) {
            List<StripeHolder> holders = new ArrayList<>();
            for (int stripe = 0; stripe < 8; stripe++) {
                if (stripe != free) {
                    holders.add(StripeHolder.hold(series, stripe));
                }
            }
            series.observe(1);
            holders.forEach(StripeHolder::release);
        }
        Sample sample = read(series);
        assertThat(sample.count()).isEqualTo(8);
        for (int stripe = 0; stripe < 8; stripe++) {
            Sample part = new Sample(series);
            assertThat(series.cell().tryRead(stripe, part)).isTrue();
            assertThat(part.count()).as("stripe %d", stripe).isEqualTo(1);
        }
    }

    @Test
    void stripesOfOneCellStandOnLinesOfTheirOwn() throws ReflectiveOperationException {
        for (Family family : OpenClawCatalog.CATALOG.families()) {
            if (series(family, 4).cell() instanceof StripedCell cell) {
                var offset = StripedCell.class.getDeclaredMethod("offset", int.class);
                offset.setAccessible(true);
                for (int stripe = 0; stripe < 4; stripe++) {
                    assertThat((int) offset.invoke(cell, stripe) % 16)
                            .as("stripe %d of %s, in longs", stripe, family)
                            .isZero();
                }
            }
        }
    }

    private static Series series(Family family, int stripes) {
        List<String> values = family.labels().stream().map(label -> "x").toList();
        return new Series(family, 1, values, new UpdateCounts(2, stripes));
    }

    private static Sample read(Series series) {
        Sample sample = new Sample(series);
        for (int stripe = 0; stripe < series.cell().stripes(); stripe++) {
            assertThat(series.cell().tryRead(stripe, sample)).isTrue();
        }
        return sample;
    }

    /** Threads are numbered one after another, so that this goes through the stripes. */
    private static void onAnotherThread(Runnable task) throws InterruptedException {
        Thread thread = new Thread(task);
        thread.start();
        thread.join();
    }
}
