package ai.openclaw.diagnostics.recording.update;

import ai.openclaw.diagnostics.catalog.CounterFamily;
import ai.openclaw.diagnostics.catalog.HistogramFamily;
import ai.openclaw.diagnostics.events.EventType;
import ai.openclaw.diagnostics.store.CountedObservation;
import ai.openclaw.diagnostics.store.LabeledSeries;
import org.jspecify.annotations.Nullable;

/**
 * A counter of the events of one type and a histogram of a duration that they report. Both are updated in one step, which
 * also counts the event for the status; only the first event of a series, one without a valid duration and one that the cap
 * refuses take two steps and count the event apart.
 */
public final class TimedTotal {

    private final CounterFamily total;
    private final HistogramFamily durations;
    private final boolean isTotalFirst;
    private final EventType<?> type;
    private final String field;
    private final MetricUpdater metrics;
    private final EventCounts events;

    /** Null if the profile has neither family: then no event of the type is handled. */
    private final @Nullable CountedObservation both;

    private TimedTotal(
            RecordingContext context,
            CounterFamily total,
            HistogramFamily durations,
            boolean isTotalFirst,
            EventType<?> type,
            String field) {
        this.total = total;
        this.durations = durations;
        this.isTotalFirst = isTotalFirst;
        this.type = type;
        this.field = field;
        this.metrics = context.metrics();
        this.events = context.events();
        this.both = context.has(total.group())
                ? context.store().countedObservation(durations, total, events.countInStore(type, total))
                : null;
    }

    /**
     * Returns the total and the durations of a type; at the cap the total comes first.
     *
     * @param field the duration's, in milliseconds
     */
    public static TimedTotal totalFirst(
            RecordingContext context, CounterFamily total, HistogramFamily durations, EventType<?> type, String field) {
        return new TimedTotal(context, total, durations, true, type, field);
    }

    /** The same, but at the cap the durations come first. */
    public static TimedTotal durationsFirst(
            RecordingContext context, HistogramFamily durations, CounterFamily total, EventType<?> type, String field) {
        return new TimedTotal(context, total, durations, false, type, field);
    }

    /** Counts an event, once, and observes its duration. */
    public void record(LabeledSeries series, double ms) {
        if (both == null || !series.tryObserveAndCount(both, MetricUpdater.seconds(ms))) {
            recordApart(series, ms);
        }
    }

    private void recordApart(LabeledSeries series, double ms) {
        events.countTrusted(type);
        if (isTotalFirst) {
            metrics.count(series, total);
        }
        metrics.observeMs(series, durations, ms, type, field);
        if (!isTotalFirst) {
            metrics.count(series, total);
        }
    }
}
