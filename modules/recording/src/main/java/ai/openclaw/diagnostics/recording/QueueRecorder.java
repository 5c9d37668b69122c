package ai.openclaw.diagnostics.recording;

import static ai.openclaw.diagnostics.catalog.QueueMetrics.*;

import ai.openclaw.diagnostics.events.QueueLaneDequeue;
import ai.openclaw.diagnostics.events.QueueLaneEnqueue;
import ai.openclaw.diagnostics.store.LabeledSeries;

/** Records queue lanes. */
final class QueueRecorder {

    private final SeriesResolver lanes;
    private final MetricUpdater metrics;

    QueueRecorder(RecordingContext context) {
        this.lanes = context.resolver(QUEUE_LANE);
        this.metrics = context.metrics();
    }

    void register(EventHandlers handlers) {
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
