package ai.openclaw.diagnostics.recording.domain;

import static ai.openclaw.diagnostics.catalog.domain.WebhookMetrics.*;

import ai.openclaw.diagnostics.events.WebhookError;
import ai.openclaw.diagnostics.events.WebhookProcessed;
import ai.openclaw.diagnostics.events.WebhookReceived;
import ai.openclaw.diagnostics.recording.update.EventHandlers;
import ai.openclaw.diagnostics.recording.update.MetricUpdater;
import ai.openclaw.diagnostics.recording.update.RecordingContext;
import ai.openclaw.diagnostics.recording.update.SeriesResolver;
import ai.openclaw.diagnostics.store.LabeledSeries;

/** Records the updates that channels send. */
public final class WebhookRecorder {

    private final SeriesResolver updates;
    private final MetricUpdater metrics;

    /** Makes the recorder of this domain. */
    public WebhookRecorder(RecordingContext context) {
        this.updates = context.resolver(WEBHOOK_UPDATE);
        this.metrics = context.metrics();
    }

    /** Registers what it does with the events of its domain. */
    public void register(EventHandlers handlers) {
        handlers.on(WebhookReceived.TYPE, WEBHOOK_UPDATE, this::record)
                .on(WebhookProcessed.TYPE, WEBHOOK_UPDATE, this::record)
                .on(WebhookError.TYPE, WEBHOOK_UPDATE, this::record);
    }

    private void record(WebhookReceived event) {
        metrics.count(updates.resolve(event.channel(), event.updateType()), WEBHOOK_RECEIVED);
    }

    private void record(WebhookProcessed event) {
        LabeledSeries series = updates.resolve(event.channel(), event.updateType());
        metrics.observeMs(series, WEBHOOK_DURATION, event.durationMs(), event.type(), "durationMs");
    }

    private void record(WebhookError event) {
        metrics.count(updates.resolve(event.channel(), event.updateType()), WEBHOOK_ERROR);
    }
}
