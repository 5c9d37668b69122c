package ai.openclaw.diagnostics.store;

import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.catalog.Family;
import ai.openclaw.diagnostics.catalog.domain.OpenClawCatalog;
import ai.openclaw.diagnostics.catalog.domain.RunMetrics;
import ai.openclaw.diagnostics.testing.Seed;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StripedCellsTest {

    private final long seed = Seed.get();
    private final Random random = new Random(seed);
    private SeriesStore store;

    @ParameterizedTest
    @ValueSource(ints = {1, 8})
    void sumsCarryAcrossSixtyFourBits(int stripes) throws InterruptedException {
        Series series = series(RunMetrics.RUN_COMPLETED, stripes);
        BigInteger expected = BigInteger.ZERO;
        for (int i = 0; i < 200; i++) {
            long digits = random.nextLong() >>> 1 + random.nextInt(63);
            long multiplier = (long) Math.pow(10, random.nextInt(19));
            onAnotherThread(() -> add(series, digits, multiplier));
            expected = expected.add(BigInteger.valueOf(digits).multiply(BigInteger.valueOf(multiplier)));
            assertThat(SnapshotChecker.sum(read(series)))
                    .as("seed %d, %d stripes, %d values", seed, stripes, i + 1)
                    .isEqualTo(expected);
        }
        assertThat(expected.bitLength()).as("seed %d", seed).isGreaterThan(100);
    }

    @Test
    void aSumWhoseLowHalfIsFullCarriesOne() {
        Series series = series(RunMetrics.RUN_COMPLETED, 1);
        add(series, Long.MAX_VALUE, 2); // 2^64 - 2
        add(series, 1, 1);
        assertThat(read(series).sumLow()).isEqualTo(-1);
        assertThat(read(series).sumHigh()).isZero();
        add(series, 1, 1);
        assertThat(read(series).sumLow()).isZero();
        assertThat(read(series).sumHigh()).isOne();
    }

    @Test
    void halvesOfTwoStripesThatOverflowTogetherCarryInTheReading() throws InterruptedException {
        Series series = series(RunMetrics.RUN_COMPLETED, 2);
        for (int stripe = 0; stripe < 2; stripe++) {
            StripeHolder other = StripeHolder.hold(series, stripe);
            add(series, 1L << 62, 2); // 2^63 into the stripe that is free
            other.release();
        }
        assertThat(SnapshotChecker.sum(read(series))).isEqualTo(BigInteger.TWO.pow(64));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8, 64})
    void observationsOfManyThreadsAreAllThere(int stripes) throws InterruptedException {
        Series series = series(RunMetrics.RUN_DURATION, stripes);
        for (int i = 0; i < 100; i++) {
            double value = i % 17;
            onAnotherThread(() -> Tuples.update(series.set(), series.family(), value));
        }
        assertThat(read(series).count()).isEqualTo(100);
    }

    @Test
    void aHeldStripeIsNotCopiedAndTheOthersAre() throws InterruptedException {
        Series series = series(RunMetrics.RUN_DURATION, 8);
        observeInEveryStripe(series);
        for (int held = 0; held < 8; held++) {
            StripeHolder holder = StripeHolder.hold(series, held);
            for (int stripe = 0; stripe < 8; stripe++) {
                assertThat(copy(series, stripe))
                        .as("updates of stripe %d while %d is held", stripe, held)
                        .isEqualTo(stripe == held ? -1 : 1);
            }
            holder.release();
            assertThat(copy(series, held)).isOne();
        }
    }

    @Test
    void aStripeThatWasNeverUpdatedIsNotTouched() {
        Series series = series(RunMetrics.RUN_DURATION, 1);
        StripeHolder holder = StripeHolder.hold(series, 0);
        assertThat(new SetReading(series.set()).tryRead(store.newStripeSum())).isTrue();
        holder.release();
    }

    @Test
    void aSampleThatComesLateIsReadThoughItsSetStandsStill() {
        Series duration = series(RunMetrics.RUN_DURATION, 2);
        Series count = Tuples.admit(duration.set(), RunMetrics.RUN_COMPLETED);
        duration.set().tryObserveAndCount(both(0), 1);
        SetReading reading = readingOf(new Sample(duration));
        assertThat(reading.isUpToDate()).isFalse();
        readAll(reading);
        assertThat(reading.isUpToDate()).isTrue();
        Sample late = new Sample(count);
        reading.add(late);
        assertThat(reading.isUpToDate()).isFalse();
        readAll(reading);
        assertThat(late.sumLow()).isOne();
    }

    @Test
    void aRefusedReadingLeavesTheSampleAlone() {
        Series series = series(RunMetrics.RUN_DURATION, 1);
        Tuples.update(series.set(), series.family(), 1);
        StripeHolder holder = StripeHolder.hold(series, 0);
        Sample sample = new Sample(series);
        assertThat(readingOf(sample).tryRead(store.newStripeSum())).isFalse();
        assertThat(sample.count()).isZero();
        assertThat(SnapshotChecker.sum(sample)).isZero();
        holder.release();
    }

    @Test
    void aWriterPassesByEveryHeldStripeToTheOneThatIsFree() {
        Series series = series(RunMetrics.RUN_DURATION, 8);
        observeInEveryStripe(series);
        Sample sample = read(series);
        assertThat(sample.count()).isEqualTo(8);
        for (int stripe = 0; stripe < 8; stripe++) {
            assertThat(copy(series, stripe)).as("updates of stripe %d", stripe).isOne();
        }
    }

    @Test
    void anObservationAndACountAreOneUpdate() {
        Series duration = series(RunMetrics.RUN_DURATION, 1);
        Tuples.admit(duration.set(), RunMetrics.RUN_COMPLETED);
        LabeledSeries set = duration.set();
        assertThat(set.tryObserveAndCount(both(0), 2)).isTrue();
        assertThat(set.cells().updates(set.cell(), 0)).isOne();
        assertThat(read(duration).count()).isOne();
        assertThat(SnapshotChecker.sum(read(set.series(RunMetrics.RUN_COMPLETED))))
                .isOne();
    }

    @Test
    void updatesAreCountedByOriginOverAllStripesAndSeries() throws InterruptedException {
        Series duration = series(RunMetrics.RUN_DURATION, 2);
        Tuples.admit(duration.set(), RunMetrics.RUN_COMPLETED);
        StripeHolder held = StripeHolder.hold(duration, 0);
        observeAndCount(duration.set(), 0, 3);
        held.release();
        held = StripeHolder.hold(duration, 1);
        observeAndCount(duration.set(), 0, 4);
        observeAndCount(duration.set(), 1, 5);
        held.release();
        duration.set().add(RunMetrics.RUN_COMPLETED, 1);
        assertThat(store.updates(RunMetrics.RUN_COMPLETED, 0)).isEqualTo(7);
        assertThat(store.updates(RunMetrics.RUN_COMPLETED, 1)).isEqualTo(5);
    }

    private void observeAndCount(LabeledSeries set, int origin, int times) {
        for (int i = 0; i < times; i++) {
            set.tryObserveAndCount(both(origin), 1);
        }
    }

    private CountedObservation both(int origin) {
        return store.countedObservation(RunMetrics.RUN_DURATION, RunMetrics.RUN_COMPLETED, origin);
    }

    @ParameterizedTest
    @CsvSource({"1, 2", "2, 4", "3, 8", "4, 8", "8, 16", "16, 16", "128, 16", "4096, 16"})
    void thereAreTwiceAsManyStripesAsProcessorsButNoMoreThanSixteen(int processors, int stripes) {
        assertThat(SeriesStore.stripes(processors)).isEqualTo(stripes);
    }

    @Test
    void aFullCountOfUpdatesGoesOnWithOne() {
        UpdateCounts updates = new UpdateCounts(1, 1);
        StripedCells cells = new StripedCells(OpenClawCatalog.CATALOG.families(RunMetrics.RUN), updates);
        long[] cell = cells.newCell(0);
        updates.counts()[UpdateCounts.LINE] = Integer.MAX_VALUE - 1;
        cells.add(cell, RunMetrics.RUN_COMPLETED, 1);
        assertThat(cells.updates(cell, 0)).isEqualTo(Integer.MAX_VALUE);
        cells.add(cell, RunMetrics.RUN_COMPLETED, 1);
        assertThat(cells.updates(cell, 0)).isOne();
    }

    private static void observeInEveryStripe(Series series) {
        int stripes = series.set().cells().stripes();
        for (int free = 0; free < stripes; free++) {
            List<StripeHolder> holders = new ArrayList<>();
            for (int stripe = 0; stripe < stripes; stripe++) {
                if (stripe != free) {
                    holders.add(StripeHolder.hold(series, stripe));
                }
            }
            Tuples.update(series.set(), series.family(), 1);
            holders.forEach(StripeHolder::release);
        }
    }

    private static void add(Series series, long digits, long multiplier) {
        series.set().cells().add(series.set().cell(), series.family().slot(), digits, multiplier);
    }

    private Series series(Family family, int stripes) {
        store = new SeriesStore(OpenClawCatalog.CATALOG, 10, stripes, -1);
        String[] values = family.labels().stream().map(label -> "x").toArray(String[]::new);
        return Tuples.admit(Tuples.reserve(store, family.group(), values), family);
    }

    private static SetReading readingOf(Sample sample) {
        SetReading reading = new SetReading(sample.series().set());
        reading.add(sample);
        return reading;
    }

    private Sample read(Series series) {
        Sample sample = new Sample(series);
        readAll(readingOf(sample));
        return sample;
    }

    private void readAll(SetReading reading) {
        assertThat(reading.tryRead(store.newStripeSum())).isTrue();
    }

    private static int copy(Series series, int stripe) {
        StripedCells cells = series.set().cells();
        return cells.tryCopy(
                series.set().cell(), stripe, new long[cells.layout().stride()]);
    }

    /** Threads are numbered one after another, so that this goes through the stripes. */
    private static void onAnotherThread(Runnable task) throws InterruptedException {
        Thread thread = new Thread(task);
        thread.start();
        thread.join();
    }
}
