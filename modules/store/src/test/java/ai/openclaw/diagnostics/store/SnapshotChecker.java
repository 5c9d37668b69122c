package ai.openclaw.diagnostics.store;

import ai.openclaw.diagnostics.catalog.Buckets;
import ai.openclaw.diagnostics.catalog.Family;
import ai.openclaw.diagnostics.catalog.FamilyType;
import ai.openclaw.diagnostics.catalog.HistogramFamily;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.BitSet;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Holds the snapshots of one store against what is true of every one, and against those checked before. */
final class SnapshotChecker {

    private final Map<Series, Reading> earlier = new IdentityHashMap<>();
    private final String about;

    /** @param about what to say beside a violation, such as the seed */
    SnapshotChecker(String about) {
        this.about = about;
    }

    /** Checks a snapshot that may have been taken while series were admitted. */
    void check(Snapshot snapshot) {
        int series = ordinals(snapshot).cardinality() - 1;
        require(series <= snapshot.store().maxSeries(), series + " series beyond the cap", null);
    }

    /** Checks a snapshot of a store at rest: every series must be in it. */
    void checkAll(Snapshot snapshot) {
        BitSet ordinals = ordinals(snapshot);
        int series = snapshot.store().size();
        require(series <= snapshot.store().maxSeries(), series + " series beyond the cap", null);
        require(ordinals.length() == series + 1, series + " series with the ordinals " + ordinals, null);
        require(ordinals.cardinality() == series + 1, series + " series with the ordinals " + ordinals, null);
    }

    private BitSet ordinals(Snapshot snapshot) {
        BitSet ordinals = new BitSet();
        for (Family family : snapshot.store().catalog().families()) {
            Set<List<String>> tuples = new HashSet<>();
            for (Sample sample : snapshot.samples(family)) {
                checkIdentity(family, sample);
                require(tuples.add(sample.series().labelValues()), "the tuple is there twice", sample);
                require(!ordinals.get(sample.series().ordinal()), "the ordinal is taken", sample);
                ordinals.set(sample.series().ordinal());
                checkNumbers(sample);
            }
        }
        List<Sample> drops = snapshot.samples(snapshot.store().catalog().dropCounter());
        require(drops.size() == 1 && drops.get(0).series().ordinal() == 0, "drop counters: " + drops.size(), null);
        return ordinals;
    }

    /** Returns the sum of a counter or histogram in the smallest fraction of its unit. */
    static BigInteger sum(Sample sample) {
        return unsigned(sample.sumHigh()).shiftLeft(64).or(unsigned(sample.sumLow()));
    }

    /** Returns a decimal in the smallest fraction of the family's unit. */
    static BigInteger inFractions(BigDecimal value, Family family) {
        return value.movePointRight(family.unit().fractionDigits()).toBigIntegerExact();
    }

    private static BigInteger unsigned(long bits) {
        return new BigInteger(Long.toUnsignedString(bits));
    }

    private void checkIdentity(Family family, Sample sample) {
        require(sample.series().family() == family, "it is under another family", sample);
        require(
                sample.series().labelValues().size() == family.labels().size(),
                "it has not one value for each label",
                sample);
    }

    private void checkNumbers(Sample sample) {
        Reading now = Reading.of(sample);
        Reading before = earlier.put(sample.series(), now);
        if (before != null && sample.series().family().type() != FamilyType.GAUGE) {
            require(now.sum.compareTo(before.sum) >= 0, "the sum goes back from " + before.sum, sample);
            for (int i = 0; i < now.buckets.length; i++) {
                require(now.buckets[i] >= before.buckets[i], "bucket " + i + " goes back", sample);
            }
        }
        if (sample.series().family() instanceof HistogramFamily histogram) {
            checkHistogram(sample, histogram, now);
        }
    }

    private void checkHistogram(Sample sample, HistogramFamily family, Reading now) {
        Buckets bounds = family.buckets();
        BigInteger least = BigInteger.ZERO;
        BigInteger most = BigInteger.ZERO;
        long count = 0;
        for (int i = 0; i < now.buckets.length; i++) {
            BigInteger held = BigInteger.valueOf(now.buckets[i]);
            require(now.buckets[i] >= 0, "bucket " + i + " is negative", sample);
            count += now.buckets[i];
            least = i == 0
                    ? least
                    : least.add(held.multiply(bound(family, bounds.texts().get(i - 1))));
            most = most.add(held.multiply(
                    i < bounds.size()
                            ? bound(family, bounds.texts().get(i))
                            : new BigDecimal(family.unit().maximum())
                                    .movePointRight(family.unit().fractionDigits())
                                    .toBigInteger()));
        }
        require(sample.count() == count, "the count is not the sum of the buckets, " + count, sample);
        require(now.sum.compareTo(least) >= 0, "the sum is below what its buckets hold at least, " + least, sample);
        require(now.sum.compareTo(most) <= 0, "the sum is above what its buckets hold at most, " + most, sample);
    }

    private static BigInteger bound(Family family, String text) {
        return inFractions(new BigDecimal(text), family);
    }

    private void require(boolean holds, String violation, @Nullable Sample sample) {
        if (!holds) {
            throw new AssertionError(about + ": " + violation + (sample == null ? "" : ": " + described(sample)));
        }
    }

    private static String described(Sample sample) {
        return sample.series().family().name() + sample.series().labelValues() + " count " + sample.count() + " sum "
                + sum(sample);
    }

    private record Reading(BigInteger sum, long[] buckets) {

        static Reading of(Sample sample) {
            Family family = sample.series().family();
            long[] buckets = new long[CellLayout.buckets(family)];
            for (int i = 0; i < buckets.length; i++) {
                buckets[i] = sample.bucket(i);
            }
            return new Reading(SnapshotChecker.sum(sample), buckets);
        }
    }
}
