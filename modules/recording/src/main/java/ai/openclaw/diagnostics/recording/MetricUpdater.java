package ai.openclaw.diagnostics.recording;

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
final class MetricUpdater {

    private static final String OUT_OF_RANGE = "out of range: must be finite, ≥ 0 and at most what the family can hold";

    /** How gateways report the size of something that they cannot tell. */
    private static final double UNKNOWN = -1;

    private final Rejections rejections;

    MetricUpdater(Rejections rejections) {
        this.rejections = rejections;
    }

    void count(LabeledSeries series, CounterFamily counter) {
        series.add(counter, 1);
    }

    void add(LabeledSeries series, CounterFamily counter, double amount, EventType<?> type, String field) {
        checked(Double.isNaN(amount) || series.add(counter, amount), type, field);
    }

    /** As {@link #add}, but a zero creates no series. */
    void addPositive(LabeledSeries series, CounterFamily counter, double amount, EventType<?> type, String field) {
        if (amount != 0) {
            add(series, counter, amount, type, field);
        }
    }

    void observe(LabeledSeries series, HistogramFamily histogram, double amount, EventType<?> type, String field) {
        checked(Double.isNaN(amount) || series.observe(histogram, amount), type, field);
    }

    /** Observes a duration given in milliseconds; families count seconds. */
    void observeMs(LabeledSeries series, HistogramFamily histogram, double ms, EventType<?> type, String field) {
        observe(series, histogram, seconds(ms), type, field);
    }

    void set(LabeledSeries series, GaugeFamily gauge, double value, EventType<?> type, String field) {
        checked(Double.isNaN(value) || value == UNKNOWN || series.set(gauge, value), type, field);
    }

    /** Tells whether a gauge may have the value; counts it as rejected if it is out of range. */
    boolean isKnown(double value, EventType<?> type, String field) {
        boolean inRange = value >= 0 && value <= Double.MAX_VALUE;
        checked(inRange || Double.isNaN(value) || value == UNKNOWN, type, field);
        return inRange;
    }

    /** Divides without losing the sign: the least negative numbers would become a zero, which counts. */
    static double seconds(double ms) {
        return ms < 0 ? ms : ms / 1000;
    }

    void missing(EventType<?> type, String field) {
        rejections.count(type, field, "missing or not an object");
    }

    private void checked(boolean taken, EventType<?> type, String field) {
        if (!taken) {
            rejections.count(type, field, OUT_OF_RANGE);
        }
    }
}
