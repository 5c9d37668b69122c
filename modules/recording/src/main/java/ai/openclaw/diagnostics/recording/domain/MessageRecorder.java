package ai.openclaw.diagnostics.recording.domain;

import static ai.openclaw.diagnostics.catalog.domain.MessageMetrics.*;

import ai.openclaw.diagnostics.events.MessageDeliveryCompleted;
import ai.openclaw.diagnostics.events.MessageDeliveryError;
import ai.openclaw.diagnostics.events.MessageDeliveryStarted;
import ai.openclaw.diagnostics.events.MessageDispatchCompleted;
import ai.openclaw.diagnostics.events.MessageDispatchStarted;
import ai.openclaw.diagnostics.events.MessageProcessed;
import ai.openclaw.diagnostics.events.MessageReceived;
import ai.openclaw.diagnostics.recording.update.EventHandlers;
import ai.openclaw.diagnostics.recording.update.MetricUpdater;
import ai.openclaw.diagnostics.recording.update.RecordingContext;
import ai.openclaw.diagnostics.recording.update.SeriesResolver;
import ai.openclaw.diagnostics.recording.update.TimedTotal;
import ai.openclaw.diagnostics.store.LabeledSeries;

/** Records messages that came in, were dispatched to agents and processed, and deliveries that went out. */
public final class MessageRecorder {

    private final SeriesResolver processed;
    private final SeriesResolver starts;
    private final SeriesResolver deliveries;
    private final SeriesResolver receipts;
    private final SeriesResolver dispatchStarts;
    private final SeriesResolver dispatches;
    private final TimedTotal processings;
    private final TimedTotal delivered;
    private final TimedTotal undelivered;
    private final TimedTotal dispatched;
    private final MetricUpdater metrics;

    /** Makes the recorder of this domain. */
    public MessageRecorder(RecordingContext context) {
        this.processed = context.resolver(MESSAGE_PROCESSED);
        this.starts = context.resolver(MESSAGE_DELIVERY_START);
        this.deliveries = context.resolver(MESSAGE_DELIVERY);
        this.receipts = context.resolver(MESSAGE_RECEIPT);
        this.dispatchStarts = context.resolver(MESSAGE_DISPATCH_START);
        this.dispatches = context.resolver(MESSAGE_DISPATCH);
        this.processings = TimedTotal.totalFirst(
                context, MESSAGE_PROCESSED_TOTAL, MESSAGE_PROCESSED_DURATION, MessageProcessed.TYPE, "durationMs");
        this.delivered = TimedTotal.totalFirst(
                context,
                MESSAGE_DELIVERY_TOTAL,
                MESSAGE_DELIVERY_DURATION,
                MessageDeliveryCompleted.TYPE,
                "durationMs");
        this.undelivered = TimedTotal.totalFirst(
                context, MESSAGE_DELIVERY_TOTAL, MESSAGE_DELIVERY_DURATION, MessageDeliveryError.TYPE, "durationMs");
        this.dispatched = TimedTotal.totalFirst(
                context,
                MESSAGE_DISPATCH_COMPLETED,
                MESSAGE_DISPATCH_DURATION,
                MessageDispatchCompleted.TYPE,
                "durationMs");
        this.metrics = context.metrics();
    }

    /** Registers what it does with the events of its domain. */
    public void register(EventHandlers handlers) {
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
        processings.record(series, event.durationMs());
    }

    private void record(MessageDeliveryStarted event) {
        metrics.count(starts.resolve(event.channel(), event.deliveryKind()), MESSAGE_DELIVERY_STARTED);
    }

    private void record(MessageDeliveryCompleted event) {
        LabeledSeries series = deliveries.resolve(event.channel(), event.deliveryKind(), "none", "completed");
        delivered.record(series, event.durationMs());
    }

    private void record(MessageDeliveryError event) {
        LabeledSeries series =
                deliveries.resolve(event.channel(), event.deliveryKind(), event.errorCategory(), "error");
        undelivered.record(series, event.durationMs());
    }

    private void record(MessageReceived event) {
        metrics.count(receipts.resolve(event.channel(), event.source()), MESSAGE_RECEIVED);
    }

    private void record(MessageDispatchStarted event) {
        metrics.count(dispatchStarts.resolve(event.channel(), event.source()), MESSAGE_DISPATCH_STARTED);
    }

    private void record(MessageDispatchCompleted event) {
        LabeledSeries series = dispatches.resolve(event.channel(), event.outcome(), event.reason(), event.source());
        dispatched.record(series, event.durationMs());
    }
}
