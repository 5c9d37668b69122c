package ai.openclaw.diagnostics.store;

import ai.openclaw.diagnostics.catalog.Family;
import java.util.List;

/**
 * A family with a value for each of its labels. Immutable but for its numbers, which a {@link Snapshot} reads.
 *
 * <p>A series is admitted once and lives as long as its store.
 */
public final class Series {

    private final Family family;
    private final int ordinal;
    private final List<String> labelValues;
    private final FixedPoint point;
    private final Cell cell;

    Series(Family family, int ordinal, List<String> labelValues, UpdateCounts updates) {
        this.family = family;
        this.ordinal = ordinal;
        this.labelValues = labelValues;
        this.point = FixedPoint.of(family.unit());
        this.cell = switch (family.type()) {
            case COUNTER -> new StripedCell(0, updates, ordinal);
            case HISTOGRAM -> new StripedCell(family.buckets().size() + 1, updates, ordinal);
            case GAUGE -> new GaugeCell();
        };
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

    /** Returns the value of each label, in the order of the family's labels. */
    public List<String> labelValues() {
        return labelValues;
    }

    Cell cell() {
        return cell;
    }

    /** Adds to a counter a value that its unit admits. */
    void add(double value) {
        int fraction = point.fractionDigits(value);
        ((StripedCell) cell).add(point.digits(value, fraction), point.multiplier(fraction));
    }

    /** Records in a histogram a value that its unit admits. */
    void observe(double value) {
        int bucket = family.buckets().indexOf(value);
        int fraction = point.fractionDigits(value);
        ((StripedCell) cell).record(bucket, point.digits(value, fraction), point.multiplier(fraction));
    }

    /** Sets a gauge. */
    void set(double value) {
        ((GaugeCell) cell).set(value);
    }
}
