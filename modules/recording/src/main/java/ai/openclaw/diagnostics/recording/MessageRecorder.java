package ai.openclaw.diagnostics.recording;

import static ai.openclaw.diagnostics.catalog.MessageMetrics.*;
import static ai.openclaw.diagnostics.catalog.TalkMetrics.*;

import ai.openclaw.diagnostics.events.EventType;
import ai.openclaw.diagnostics.events.MessageDeliveryCompleted;
import ai.openclaw.diagnostics.events.MessageDeliveryError;
import ai.openclaw.diagnostics.events.MessageDeliveryStarted;
import ai.openclaw.diagnostics.events.MessageProcessed;
import ai.openclaw.diagnostics.events.TalkEvent;
import ai.openclaw.diagnostics.store.LabeledSeries;

/** Records messages that came in, deliveries that went out, and talk. */
final class MessageRecorder {

    private final SeriesResolver series;
    private final MetricUpdater updates;

    MessageRecorder(SeriesResolver series, MetricUpdater updates) {
        this.series = series;
        this.updates = updates;
    }

    void register(EventHandlers handlers) {
        handlers.on(MessageProcessed.TYPE, this::record)
                .on(MessageDeliveryStarted.TYPE, this::record)
                .on(MessageDeliveryCompleted.TYPE, this::record)
                .on(MessageDeliveryError.TYPE, this::record)
                .on(TalkEvent.TYPE, this::record);
    }

    private void record(MessageProcessed event) {
        LabeledSeries set = series.resolve(MESSAGE_PROCESSED, event.channel(), event.outcome(), event.reason());
        updates.countAndObserveMs(
                set,
                MESSAGE_PROCESSED_TOTAL,
                MESSAGE_PROCESSED_DURATION,
                event.durationMs(),
                event.type(),
                "durationMs");
    }

    private void record(MessageDeliveryStarted event) {
        updates.count(
                series.resolve(MESSAGE_DELIVERY_START, event.channel(), event.deliveryKind()),
                MESSAGE_DELIVERY_STARTED);
    }

    private void record(MessageDeliveryCompleted event) {
        LabeledSeries set = series.resolve(MESSAGE_DELIVERY, event.channel(), event.deliveryKind(), "none", "completed");
        delivery(set, event.durationMs(), event.type());
    }

    private void record(MessageDeliveryError event) {
        LabeledSeries set =
                series.resolve(MESSAGE_DELIVERY, event.channel(), event.deliveryKind(), event.errorCategory(), "error");
        delivery(set, event.durationMs(), event.type());
    }

    private void delivery(LabeledSeries set, double durationMs, EventType<?> type) {
        updates.countAndObserveMs(
                set, MESSAGE_DELIVERY_TOTAL, MESSAGE_DELIVERY_DURATION, durationMs, type, "durationMs");
    }

    private void record(TalkEvent event) {
        LabeledSeries set = series.resolve(
                TALK, event.brain(), event.talkEventType(), event.mode(), event.provider(), event.transport());
        updates.countAndObserveMs(
                set, TALK_EVENT_TOTAL, TALK_EVENT_DURATION, event.durationMs(), event.type(), "durationMs");
        updates.observe(set, TALK_AUDIO_BYTES, event.byteLength(), event.type(), "byteLength");
    }
}
