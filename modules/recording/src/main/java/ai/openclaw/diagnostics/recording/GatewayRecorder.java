package ai.openclaw.diagnostics.recording;

import static ai.openclaw.diagnostics.catalog.GatewayMetrics.*;

import ai.openclaw.diagnostics.events.EventType;
import ai.openclaw.diagnostics.events.MemoryPressure;
import ai.openclaw.diagnostics.events.MemorySample;
import ai.openclaw.diagnostics.events.MemoryUsage;
import ai.openclaw.diagnostics.events.TelemetryExporter;
import ai.openclaw.diagnostics.store.LabeledSeries;

/** Records the Gateway's own condition: memory and telemetry. */
final class GatewayRecorder {

    private final SeriesResolver residentMemory;
    private final SeriesResolver memoryByKind;
    private final SeriesResolver pressure;
    private final SeriesResolver exporters;
    private final MetricUpdater metrics;

    GatewayRecorder(RecordingContext context) {
        this.residentMemory = context.resolver(MEMORY_RSS);
        this.memoryByKind = context.resolver(MEMORY);
        this.pressure = context.resolver(PRESSURE);
        this.exporters = context.resolver(TELEMETRY);
        this.metrics = context.metrics();
    }

    void register(EventHandlers handlers) {
        handlers.on(MemorySample.TYPE, this::record)
                .on(MemoryPressure.TYPE, this::record)
                .on(TelemetryExporter.TYPE, this::record);
    }

    private void record(MemorySample event) {
        MemoryUsage memory = event.memory();
        if (memory == null) {
            metrics.missing(event.type(), "memory");
            return;
        }
        memory("rss", memory.rssBytes(), event.type(), "memory.rssBytes");
        memory("heap_total", memory.heapTotalBytes(), event.type(), "memory.heapTotalBytes");
        memory("heap_used", memory.heapUsedBytes(), event.type(), "memory.heapUsedBytes");
        LabeledSeries rss = residentMemory.resolve();
        if (MEMORY_RSS_BYTES.unit().admits(memory.rssBytes())) { // else the gauge above rejected it already
            rss.observe(MEMORY_RSS_BYTES, memory.rssBytes());
        }
    }

    private void memory(String kind, double bytes, EventType<?> type, String field) {
        metrics.set(memoryByKind.resolve(kind), MEMORY_BYTES, bytes, type, field);
    }

    private void record(MemoryPressure event) {
        metrics.count(pressure.resolve(event.level(), event.reason()), MEMORY_PRESSURE_TOTAL);
    }

    private void record(TelemetryExporter event) {
        metrics.count(
                exporters.resolve(event.exporter(), event.reason(), event.signal(), event.status()),
                TELEMETRY_EXPORTER_TOTAL);
    }
}
