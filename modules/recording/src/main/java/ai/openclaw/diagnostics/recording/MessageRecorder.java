package ai.openclaw.diagnostics.recording;

import static ai.openclaw.diagnostics.catalog.MessageMetrics.*;

import ai.openclaw.diagnostics.events.EventType;
import ai.openclaw.diagnostics.events.MessageDeliveryCompleted;
import ai.openclaw.diagnostics.events.MessageDeliveryError;
import ai.openclaw.diagnostics.events.MessageDeliveryStarted;
import ai.openclaw.diagnostics.events.MessageProcessed;
import ai.openclaw.diagnostics.store.LabeledSeries;

/** Records messages that came in and deliveries that went out. */
final class MessageRecorder {

    private final SeriesResolver processed;
    private final SeriesResolver starts;
    private final SeriesResolver deliveries;
    private final MetricUpdater metrics;

    MessageRecorder(RecordingContext context) {
        this.processed = context.resolver(MESSAGE_PROCESSED);
        this.starts = context.resolver(MESSAGE_DELIVERY_START);
        this.deliveries = context.resolver(MESSAGE_DELIVERY);
        this.metrics = context.metrics();
    }

    void register(EventHandlers handlers) {
        handlers.on(MessageProcessed.TYPE, this::record)
                .on(MessageDeliveryStarted.TYPE, this::record)
                .on(MessageDeliveryCompleted.TYPE, this::record)
                .on(MessageDeliveryError.TYPE, this::record);
    }

    private void record(MessageProcessed event) {
        LabeledSeries series = processed.resolve(event.channel(), event.outcome(), event.reason());
        metrics.countAndObserveMs(
                series,
                MESSAGE_PROCESSED_TOTAL,
                MESSAGE_PROCESSED_DURATION,
                event.durationMs(),
                event.type(),
                "durationMs");
    }

    private void record(MessageDeliveryStarted event) {
        metrics.count(starts.resolve(event.channel(), event.deliveryKind()), MESSAGE_DELIVERY_STARTED);
    }

    private void record(MessageDeliveryCompleted event) {
        LabeledSeries series = deliveries.resolve(event.channel(), event.deliveryKind(), "none", "completed");
        delivery(series, event.durationMs(), event.type());
    }

    private void record(MessageDeliveryError event) {
        LabeledSeries series =
                deliveries.resolve(event.channel(), event.deliveryKind(), event.errorCategory(), "error");
        delivery(series, event.durationMs(), event.type());
    }

    private void delivery(LabeledSeries series, double durationMs, EventType<?> type) {
        metrics.countAndObserveMs(
                series, MESSAGE_DELIVERY_TOTAL, MESSAGE_DELIVERY_DURATION, durationMs, type, "durationMs");
    }
}
