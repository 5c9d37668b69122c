package ai.openclaw.diagnostics.recording.domain;

import static ai.openclaw.diagnostics.catalog.domain.QueueMetrics.*;

import ai.openclaw.diagnostics.events.QueueLaneDequeue;
import ai.openclaw.diagnostics.events.QueueLaneEnqueue;
import ai.openclaw.diagnostics.recording.update.EventHandlers;
import ai.openclaw.diagnostics.recording.update.MetricUpdater;
import ai.openclaw.diagnostics.recording.update.RecordingContext;
import ai.openclaw.diagnostics.recording.update.SeriesResolver;
import ai.openclaw.diagnostics.store.LabeledSeries;

/** Records queue lanes. */
public final class QueueRecorder {

    private final SeriesResolver lanes;
    private final MetricUpdater metrics;

    /** Makes the recorder of this domain. */
    public QueueRecorder(RecordingContext context) {
        this.lanes = context.resolver(QUEUE_LANE);
        this.metrics = context.metrics();
    }

    /** Registers what it does with the events of its domain. */
    public void register(EventHandlers handlers) {
        handlers.on(QueueLaneEnqueue.TYPE, this::record).on(QueueLaneDequeue.TYPE, this::record);
    }

    private void record(QueueLaneEnqueue event) {
        LabeledSeries series = lanes.resolve(event.lane());
        metrics.set(series, QUEUE_LANE_SIZE, event.queueSize(), event.type(), "queueSize");
    }

    private void record(QueueLaneDequeue event) {
        LabeledSeries series = lanes.resolve(event.lane());
        metrics.set(series, QUEUE_LANE_SIZE, event.queueSize(), event.type(), "queueSize");
        metrics.observeMs(series, QUEUE_LANE_WAIT, event.waitMs(), event.type(), "waitMs");
    }
}
