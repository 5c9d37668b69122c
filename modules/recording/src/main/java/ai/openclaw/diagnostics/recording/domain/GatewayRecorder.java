package ai.openclaw.diagnostics.recording.domain;

import static ai.openclaw.diagnostics.catalog.domain.GatewayMetrics.*;

import ai.openclaw.diagnostics.events.AsyncQueueDropped;
import ai.openclaw.diagnostics.events.PayloadLarge;
import ai.openclaw.diagnostics.events.TelemetryExporter;
import ai.openclaw.diagnostics.recording.update.EventHandlers;
import ai.openclaw.diagnostics.recording.update.MetricUpdater;
import ai.openclaw.diagnostics.recording.update.RecordingContext;
import ai.openclaw.diagnostics.recording.update.SeriesResolver;
import ai.openclaw.diagnostics.store.LabeledSeries;

/** Records what the Gateway says of its telemetry, and of payloads that are too large. */
public final class GatewayRecorder {

    private final SeriesResolver exporters;
    private final SeriesResolver drops;
    private final SeriesResolver queue;
    private final SeriesResolver payloads;
    private final MetricUpdater metrics;

    /** Makes the recorder of this domain. */
    public GatewayRecorder(RecordingContext context) {
        this.exporters = context.resolver(TELEMETRY);
        this.drops = context.resolver(ASYNC_QUEUE_DROP);
        this.queue = context.resolver(ASYNC_QUEUE);
        this.payloads = context.resolver(PAYLOAD);
        this.metrics = context.metrics();
    }

    /** Registers what it does with the events of its domain. */
    public void register(EventHandlers handlers) {
        handlers.on(TelemetryExporter.TYPE, this::record)
                .on(AsyncQueueDropped.TYPE, ASYNC_QUEUE_DROP, this::record)
                .on(PayloadLarge.TYPE, PAYLOAD, this::record);
    }

    private void record(TelemetryExporter event) {
        metrics.count(
                exporters.resolve(event.exporter(), event.reason(), event.signal(), event.status()),
                TELEMETRY_EXPORTER_TOTAL);
    }

    private void record(AsyncQueueDropped event) {
        drops("total", event.droppedEvents(), "droppedEvents");
        drops("trusted", event.droppedTrustedEvents(), "droppedTrustedEvents");
        drops("untrusted", event.droppedUntrustedEvents(), "droppedUntrustedEvents");
        drops("priority", event.droppedPriorityEvents(), "droppedPriorityEvents");
        metrics.set(queue.resolve(), ASYNC_QUEUE_LENGTH, event.queueLength(), event.type(), "queueLength");
    }

    private void drops(String dropClass, double events, String field) {
        metrics.addPositive(drops.resolve(dropClass), ASYNC_QUEUE_DROPPED, events, AsyncQueueDropped.TYPE, field);
    }

    private void record(PayloadLarge event) {
        LabeledSeries series =
                payloads.resolve(event.action(), event.channel(), event.pluginId(), event.reason(), event.surface());
        metrics.count(series, PAYLOAD_LARGE_TOTAL);
        metrics.observe(series, PAYLOAD_LARGE_BYTES, event.bytes(), event.type(), "bytes");
    }
}
