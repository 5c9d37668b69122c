package ai.openclaw.diagnostics.store;

import ai.openclaw.diagnostics.catalog.Family;
import ai.openclaw.diagnostics.catalog.Label;
import java.util.List;

/**
 * A family with a value for each of its labels. Immutable but for its numbers, which a {@link Snapshot} reads.
 *
 * <p>A series is admitted once and exists as long as its store.
 */
public final class Series {

    private final Family family;
    private final int ordinal;
    private final LabeledSeries set;
    private final List<Label> labels;
    private final List<String> labelValues;
    private final long admittedAtMs = System.currentTimeMillis();
    private volatile double gauge = Double.NaN; // absent until it is set

    Series(Family family, int ordinal, LabeledSeries set) {
        this.family = family;
        this.ordinal = ordinal;
        this.set = set;
        List<String> values = set.values();
        this.labels = family.labels().stream()
                .filter(label -> !values.get(family.labels().indexOf(label)).isEmpty())
                .toList();
        this.labelValues = values.stream().filter(value -> !value.isEmpty()).toList();
    }

    /** Returns the family. */
    public Family family() {
        return family;
    }

    /**
     * Returns this series' number: 0 is the catalog's drop counter, the others are numbered from 1 in the order of
     * their admission.
     */
    public int ordinal() {
        return ordinal;
    }

    /** Returns the labels that this series has: those of its family that are neither hidden nor absent, in their order. */
    public List<Label> labels() {
        return labels;
    }

    /** Returns the value of each of the {@link #labels()}. */
    public List<String> labelValues() {
        return labelValues;
    }

    /** Returns when this series was admitted, in milliseconds since 1970: its numbers count from then on. */
    public long admittedAtMs() {
        return admittedAtMs;
    }

    /** Returns the set that this series belongs to, which holds the numbers of a counter or histogram. */
    LabeledSeries set() {
        return set;
    }

    /** Returns the last value that a gauge was set to, {@code NaN} if it is absent. */
    double gauge() {
        return gauge;
    }

    void setGauge(double value) {
        gauge = value;
    }
}
