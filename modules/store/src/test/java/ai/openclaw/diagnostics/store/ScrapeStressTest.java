package ai.openclaw.diagnostics.store;

import static ai.openclaw.diagnostics.catalog.domain.ModelMetrics.MODEL_COST_USD;
import static ai.openclaw.diagnostics.catalog.domain.ModelMetrics.MODEL_USAGE;
import static ai.openclaw.diagnostics.catalog.domain.ModelMetrics.MODEL_USAGE_DURATION;
import static ai.openclaw.diagnostics.catalog.domain.OpenClawCatalog.CATALOG;
import static ai.openclaw.diagnostics.catalog.domain.TalkMetrics.TALK;
import static ai.openclaw.diagnostics.catalog.domain.TalkMetrics.TALK_AUDIO_BYTES;
import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.catalog.HistogramFamily;
import ai.openclaw.diagnostics.testing.Seed;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Writers and a scraper without pause. Each bucket is fed by one value alone, so that the buckets of a reading say what
 * its sum must be, to the last digit: a torn reading cannot hide.
 */
@Tag("slow")
class ScrapeStressTest {

    private static final int WRITERS = 4;
    private static final long MILLIS = 2500;

    private static final Feed SECONDS = new Feed(
            MODEL_USAGE_DURATION,
            "0.004",
            "0.0099",
            "0.024999",
            "0.05",
            "0.1",
            "0.2",
            "0.333",
            "0.999999999",
            "2.5",
            "4.75",
            "7",
            "29.9",
            "59.123456789",
            "61",
            "299.99",
            "600",
            "4611686018.4");

    /** The last one fills the lower half of a sum, and so carries, with each four observations. */
    private static final Feed BYTES = new Feed(
            TALK_AUDIO_BYTES,
            "1023",
            "4000.5",
            "16384",
            "65000",
            "262143.999999",
            "1048576",
            "4194303",
            "16777216",
            "67108863",
            "268435455",
            "1073741823",
            "4294967295",
            "17179869184",
            "4611686018427387904");

    private static final double COST = 123_456_789.125;

    private final long seed = Seed.get();

    @ParameterizedTest(name = "{0} stripes")
    @ValueSource(ints = {1, 2, 8})
    void nothingIsTornGoesBackOrIsLost(int stripes) throws InterruptedException {
        Run run = new Run(new SeriesStore(CATALOG, 10, stripes, -1));
        Racers racers = new Racers(WRITERS + 1);
        try {
            racers.race(racer -> {
                if (racer < WRITERS) {
                    run.write(racer, new Random(seed + racer));
                } else {
                    run.scrape();
                }
            });
        } finally {
            racers.close();
        }
        run.checkEnd();
    }

    /** A value for each bucket of a histogram. */
    private record Feed(HistogramFamily family, double[] values, BigInteger[] fractions) {

        Feed(HistogramFamily family, String... decimals) {
            this(family, new double[decimals.length], new BigInteger[decimals.length]);
            for (int i = 0; i < decimals.length; i++) {
                values[i] = Double.parseDouble(decimals[i]);
                fractions[i] = SnapshotChecker.inFractions(new BigDecimal(decimals[i]), family);
                if (family.buckets().indexOf(values[i]) != i) {
                    throw new AssertionError(decimals[i] + " is not of bucket " + i);
                }
            }
            assertThat(decimals)
                    .as("one value for each bucket of %s", family)
                    .hasSize(family.buckets().size() + 1);
        }

        BigInteger sumOf(Sample sample) {
            BigInteger sum = BigInteger.ZERO;
            for (int i = 0; i < fractions.length; i++) {
                sum = sum.add(fractions[i].multiply(BigInteger.valueOf(sample.bucket(i))));
            }
            return sum;
        }
    }

    private final class Run {
        private final SeriesStore store;
        private final long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(MILLIS);

        /** By writer: how many rounds are done for sure. */
        private final AtomicLongArray done = new AtomicLongArray(WRITERS);

        private final long[][] seconds = new long[WRITERS][SECONDS.values().length];
        private final long[][] bytes = new long[WRITERS][BYTES.values().length];
        private long refreshes;

        Run(SeriesStore store) {
            this.store = store;
        }

        void write(int writer, Random random) {
            LabeledSeries usage = Tuples.reserve(store, MODEL_USAGE, "main", "cli", "gpt-5.4", "openai");
            LabeledSeries talk = Tuples.reserve(store, TALK, "none", "turn", "realtime", "openai", "webrtc");
            boolean taken = true;
            for (long round = 1; System.nanoTime() < end; round++) {
                int i = random.nextInt(SECONDS.values().length);
                taken &= usage.observe(MODEL_USAGE_DURATION, SECONDS.values()[i]);
                seconds[writer][i]++;
                int k = random.nextInt(BYTES.values().length);
                taken &= talk.observe(TALK_AUDIO_BYTES, BYTES.values()[k]);
                bytes[writer][k]++;
                taken &= usage.add(MODEL_COST_USD, COST);
                done.set(writer, round);
            }
            assertThat(taken).as("every value makes sense").isTrue();
        }

        /**
         * With two snapshots in turn: what one saw the other must see too. A writer may lose its processor with a stripe for as
         * long as a busy machine likes: here a refresh waits for it.
         */
        void scrape() {
            SnapshotChecker checker = new SnapshotChecker("seed " + seed);
            long patience = TimeUnit.MINUTES.toNanos(2);
            Snapshot[] snapshots = {new Snapshot(store, patience), new Snapshot(store, patience)};
            while (System.nanoTime() < end) {
                Snapshot snapshot = snapshots[(int) (refreshes++ & 1)];
                long before = rounds();
                snapshot.refresh();
                checker.check(snapshot);
                check(snapshot, before);
            }
        }

        private long rounds() {
            long rounds = 0;
            for (int writer = 0; writer < WRITERS; writer++) {
                rounds += done.get(writer);
            }
            return rounds;
        }

        private void check(Snapshot snapshot, long before) {
            for (Feed feed : new Feed[] {SECONDS, BYTES}) {
                for (Sample sample : snapshot.samples(feed.family())) {
                    BigInteger sum = SnapshotChecker.sum(sample);
                    require(sum.equals(feed.sumOf(sample)), feed.family() + " is torn: sum " + sum);
                    require(sample.count() >= before, feed.family() + " lacks updates: " + sample.count());
                }
            }
            for (Sample sample : snapshot.samples(MODEL_COST_USD)) {
                BigInteger[] parts = SnapshotChecker.sum(sample).divideAndRemainder(fractions(COST));
                require(parts[1].signum() == 0, "the counter is torn: remainder " + parts[1]);
                require(parts[0].longValueExact() >= before, "the counter lacks updates: " + parts[0]);
            }
        }

        private void require(boolean holds, String violation) {
            if (!holds) {
                throw new AssertionError("seed " + seed + ", refresh " + refreshes + ": " + violation);
            }
        }

        void checkEnd() {
            Snapshot snapshot = Snapshot.of(store);
            snapshot.refresh();
            check(snapshot, rounds());
            for (int i = 0; i < SECONDS.values().length; i++) {
                checkBucket(snapshot.samples(MODEL_USAGE_DURATION).get(0), i, seconds);
            }
            for (int i = 0; i < BYTES.values().length; i++) {
                checkBucket(snapshot.samples(TALK_AUDIO_BYTES).get(0), i, bytes);
            }
            assertThat(SnapshotChecker.sum(snapshot.samples(MODEL_COST_USD).get(0)))
                    .as("seed %d", seed)
                    .isEqualTo(fractions(COST).multiply(BigInteger.valueOf(rounds())));
            assertThat(rounds()).as("enough was written to show something").isGreaterThan(10_000);
            assertThat(refreshes).as("enough was read to show something").isGreaterThan(100);
        }

        private void checkBucket(Sample sample, int bucket, long[][] written) {
            long expected = 0;
            for (long[] byWriter : written) {
                expected += byWriter[bucket];
            }
            assertThat(sample.bucket(bucket))
                    .as(
                            "seed %d, bucket %d of %s",
                            seed, bucket, sample.series().family())
                    .isEqualTo(expected);
        }
    }

    private static BigInteger fractions(double cost) {
        return SnapshotChecker.inFractions(new BigDecimal(cost), MODEL_COST_USD);
    }
}
