package ai.openclaw.diagnostics.recording;

import static ai.openclaw.diagnostics.catalog.MessageMetrics.*;

import ai.openclaw.diagnostics.events.EventType;
import ai.openclaw.diagnostics.events.MessageDeliveryCompleted;
import ai.openclaw.diagnostics.events.MessageDeliveryError;
import ai.openclaw.diagnostics.events.MessageDeliveryStarted;
import ai.openclaw.diagnostics.events.MessageDispatchCompleted;
import ai.openclaw.diagnostics.events.MessageDispatchStarted;
import ai.openclaw.diagnostics.events.MessageProcessed;
import ai.openclaw.diagnostics.events.MessageReceived;
import ai.openclaw.diagnostics.store.LabeledSeries;

/** Records messages that came in, were dispatched to agents and processed, and deliveries that went out. */
final class MessageRecorder {

    private final SeriesResolver processed;
    private final SeriesResolver starts;
    private final SeriesResolver deliveries;
    private final SeriesResolver receipts;
    private final SeriesResolver dispatchStarts;
    private final SeriesResolver dispatches;
    private final MetricUpdater metrics;

    MessageRecorder(RecordingContext context) {
        this.processed = context.resolver(MESSAGE_PROCESSED);
        this.starts = context.resolver(MESSAGE_DELIVERY_START);
        this.deliveries = context.resolver(MESSAGE_DELIVERY);
        this.receipts = context.resolver(MESSAGE_RECEIPT);
        this.dispatchStarts = context.resolver(MESSAGE_DISPATCH_START);
        this.dispatches = context.resolver(MESSAGE_DISPATCH);
        this.metrics = context.metrics();
    }

    void register(EventHandlers handlers) {
        handlers.on(MessageProcessed.TYPE, this::record)
                .on(MessageDeliveryStarted.TYPE, this::record)
                .on(MessageDeliveryCompleted.TYPE, this::record)
                .on(MessageDeliveryError.TYPE, this::record)
                .on(MessageReceived.TYPE, MESSAGE_RECEIPT, this::record)
                .on(MessageDispatchStarted.TYPE, MESSAGE_DISPATCH_START, this::record)
                .on(MessageDispatchCompleted.TYPE, MESSAGE_DISPATCH, this::record);
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

    private void record(MessageReceived event) {
        metrics.count(receipts.resolve(event.channel(), event.source()), MESSAGE_RECEIVED);
    }

    private void record(MessageDispatchStarted event) {
        metrics.count(dispatchStarts.resolve(event.channel(), event.source()), MESSAGE_DISPATCH_STARTED);
    }

    private void record(MessageDispatchCompleted event) {
        LabeledSeries series = dispatches.resolve(event.channel(), event.outcome(), event.reason(), event.source());
        metrics.countAndObserveMs(
                series,
                MESSAGE_DISPATCH_COMPLETED,
                MESSAGE_DISPATCH_DURATION,
                event.durationMs(),
                event.type(),
                "durationMs");
    }
}
