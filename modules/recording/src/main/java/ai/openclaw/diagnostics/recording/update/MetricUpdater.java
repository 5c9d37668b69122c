package ai.openclaw.diagnostics.recording.update;

import ai.openclaw.diagnostics.catalog.CounterFamily;
import ai.openclaw.diagnostics.catalog.GaugeFamily;
import ai.openclaw.diagnostics.catalog.HistogramFamily;
import ai.openclaw.diagnostics.events.EventType;
import ai.openclaw.diagnostics.events.Rejections;
import ai.openclaw.diagnostics.store.LabeledSeries;

/**
 * The updates that events make. A number that is absent ({@code NaN}) updates nothing; one that the family cannot hold
 * updates nothing and is counted as rejected, but for a gauge of -1: the gateway does not know.
 */
public final class MetricUpdater {

    private static final String OUT_OF_RANGE = "out of range: must be finite, ≥ 0 and at most what the family can hold";

    /** How gateways report the size of something that they cannot tell. */
    private static final double UNKNOWN = -1;

    private final Rejections rejections;

    /** @param rejections counts the numbers that are out of range */
    public MetricUpdater(Rejections rejections) {
        this.rejections = rejections;
    }

    /** Adds one. */
    public void count(LabeledSeries series, CounterFamily counter) {
        series.add(counter, 1);
    }

    /** Adds an amount, which may be zero. */
    public void add(LabeledSeries series, CounterFamily counter, double amount, EventType<?> type, String field) {
        checked(Double.isNaN(amount) || series.add(counter, amount), type, field);
    }

    /** As {@link #add}, but a zero creates no series. */
    public void addPositive(
            LabeledSeries series, CounterFamily counter, double amount, EventType<?> type, String field) {
        if (amount != 0) {
            add(series, counter, amount, type, field);
        }
    }

    /** Observes an amount in the unit of the family. */
    public void observe(
            LabeledSeries series, HistogramFamily histogram, double amount, EventType<?> type, String field) {
        checked(Double.isNaN(amount) || series.observe(histogram, amount), type, field);
    }

    /** Observes a duration given in milliseconds; families count seconds. */
    public void observeMs(LabeledSeries series, HistogramFamily histogram, double ms, EventType<?> type, String field) {
        observe(series, histogram, seconds(ms), type, field);
    }

    /** Sets a gauge, unless the value is the one that says that it is unknown. */
    public void set(LabeledSeries series, GaugeFamily gauge, double value, EventType<?> type, String field) {
        checked(Double.isNaN(value) || value == UNKNOWN || series.set(gauge, value), type, field);
    }

    /** Tells whether a gauge may have the value; counts it as rejected if it is out of range. */
    public boolean isKnown(double value, EventType<?> type, String field) {
        boolean inRange = value >= 0 && value <= Double.MAX_VALUE;
        checked(inRange || Double.isNaN(value) || value == UNKNOWN, type, field);
        return inRange;
    }

    /** Divides without losing the sign: the least negative numbers would become a zero, which counts. */
    public static double seconds(double ms) {
        return ms < 0 ? ms : ms / 1000;
    }

    /** Counts an object as rejected that an event of this type must have and lacks. */
    public void missing(EventType<?> type, String field) {
        rejections.count(type, field, "missing or not an object");
    }

    private void checked(boolean taken, EventType<?> type, String field) {
        if (!taken) {
            rejections.count(type, field, OUT_OF_RANGE);
        }
    }
}
