package ai.openclaw.diagnostics.store;

import ai.openclaw.diagnostics.catalog.CounterFamily;
import ai.openclaw.diagnostics.catalog.Family;
import ai.openclaw.diagnostics.catalog.FamilyGroup;
import ai.openclaw.diagnostics.catalog.GaugeFamily;
import ai.openclaw.diagnostics.catalog.HistogramFamily;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Look-ups by an array of label values, which the store writes out for speed. */
final class Tuples {

    private Tuples() {}

    static LabeledSeries reserve(SeriesStore store, FamilyGroup group, String... values) {
        String[] v = padded(values);
        return store.getOrReserve(group, v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7]);
    }

    static @Nullable LabeledSeries find(SeriesStore store, FamilyGroup group, String... values) {
        String[] v = padded(values);
        return store.find(group, v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7]);
    }

    /** Updates the series of a family in the way of its type, and returns what that returns. */
    static boolean update(LabeledSeries set, Family family, double value) {
        if (family instanceof CounterFamily counter) {
            return set.add(counter, value);
        }
        return family instanceof GaugeFamily gauge
                ? set.set(gauge, value)
                : set.observe((HistogramFamily) family, value);
    }

    /** Returns the series of a family, admitted without an update. */
    static Series admit(LabeledSeries set, Family family) {
        set.admit(family);
        return set.series(family);
    }

    private static String[] padded(String[] values) {
        String[] padded = Arrays.copyOf(values, FamilyGroup.MAX_LABELS);
        Arrays.fill(padded, values.length, padded.length, "");
        return padded;
    }
}
