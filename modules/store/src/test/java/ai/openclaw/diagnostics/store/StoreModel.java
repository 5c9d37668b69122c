package ai.openclaw.diagnostics.store;

import ai.openclaw.diagnostics.catalog.Family;
import ai.openclaw.diagnostics.catalog.FamilyType;
import ai.openclaw.diagnostics.catalog.HistogramFamily;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a store should hold, done with maps and big numbers and without a thought of speed. */
final class StoreModel {

    private final int cap;
    private final Map<Key, Numbers> series = new HashMap<>();
    private long drops;

    StoreModel(int cap) {
        this.cap = cap;
    }

    /** Returns whether the value makes sense for the family; the update is done or dropped then. */
    boolean update(Family family, List<String> values, double number, BigDecimal meant) {
        double maximum = family.type() == FamilyType.GAUGE
                ? Double.MAX_VALUE
                : family.unit().maximum();
        if (Double.isNaN(number) || number < 0 || number > maximum) {
            return false;
        }
        Key key = new Key(family, List.copyOf(values));
        if (!series.containsKey(key) && series.size() == cap) {
            drops++;
            return true;
        }
        series.computeIfAbsent(key, Numbers::new).update(family, number, meant);
        return true;
    }

    int size() {
        return series.size();
    }

    /** Returns a line for each series, by its name. */
    Map<String, String> described() {
        Map<String, String> lines = new TreeMap<>();
        series.forEach((key, numbers) -> lines.put(key.family().name() + key.values(), numbers.toString()));
        lines.put("drops", Long.toString(drops));
        return lines;
    }

    /** Returns the same lines, of what a snapshot holds. */
    static Map<String, String> described(Snapshot snapshot) {
        Map<String, String> lines = new TreeMap<>();
        Family dropCounter = snapshot.store().catalog().dropCounter();
        for (Family family : snapshot.store().catalog().families()) {
            for (Sample sample : family == dropCounter ? List.<Sample>of() : snapshot.samples(family)) {
                String name = family.name() + sample.series().labelValues();
                if (lines.put(name, new Numbers(sample).toString()) != null) {
                    lines.put(name, "is there twice");
                }
            }
        }
        lines.put(
                "drops",
                SnapshotChecker.sum(snapshot.samples(dropCounter).get(0)).toString());
        return lines;
    }

    private record Key(Family family, List<String> values) {}

    private static final class Numbers {
        private BigInteger sum = BigInteger.ZERO;
        private long[] buckets = {};
        private double gauge;

        Numbers(Key key) {
            buckets = new long[CellLayout.buckets(key.family())];
        }

        Numbers(Sample sample) {
            this(new Key(sample.series().family(), List.of()));
            Arrays.setAll(buckets, sample::bucket);
            sum = SnapshotChecker.sum(sample);
            gauge = sample.series().family().type() == FamilyType.GAUGE ? sample.gauge() : 0;
        }

        void update(Family family, double number, BigDecimal meant) {
            if (family.type() == FamilyType.GAUGE) {
                gauge = number;
                return;
            }
            sum = sum.add(SnapshotChecker.inFractions(meant, family));
            if (family instanceof HistogramFamily histogram) {
                int bucket = 0;
                while (bucket < histogram.buckets().size()
                        && number > histogram.buckets().bound(bucket)) {
                    bucket++;
                }
                buckets[bucket]++;
            }
        }

        @Override
        public String toString() {
            return "sum " + sum + ", buckets " + Arrays.toString(buckets) + ", gauge " + gauge;
        }
    }
}
