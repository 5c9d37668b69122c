package ai.openclaw.diagnostics.recording.domain;

import static ai.openclaw.diagnostics.catalog.domain.GatewayMetrics.*;
import static ai.openclaw.diagnostics.catalog.domain.ProcessMetrics.WORKERS;

import ai.openclaw.diagnostics.events.MemoryPressure;
import ai.openclaw.diagnostics.events.MemorySample;
import ai.openclaw.diagnostics.events.MemoryUsage;
import ai.openclaw.diagnostics.recording.update.EventHandlers;
import ai.openclaw.diagnostics.recording.update.MetricUpdater;
import ai.openclaw.diagnostics.recording.update.RecordingContext;
import ai.openclaw.diagnostics.recording.update.SeriesResolver;
import ai.openclaw.diagnostics.store.LabeledSeries;
import org.jspecify.annotations.Nullable;

/** Records the memory of the Gateway's process, and what it has too little of. */
public final class MemoryRecorder {

    private final SeriesResolver memoryByKind;
    private final @Nullable WorkerRecorder workers;
    private final SeriesResolver residentMemory;
    private final SeriesResolver pressure;
    private final MetricUpdater metrics;

    /** Makes the recorder of this domain. */
    public MemoryRecorder(RecordingContext context) {
        this.memoryByKind = context.resolver(MEMORY);
        this.workers = context.has(WORKERS) ? new WorkerRecorder(context) : null;
        this.residentMemory = context.resolver(MEMORY_RSS);
        this.pressure = context.resolver(PRESSURE);
        this.metrics = context.metrics();
    }

    /** Registers what it does with the events of its domain. */
    public void register(EventHandlers handlers) {
        handlers.on(MemorySample.TYPE, this::record).on(MemoryPressure.TYPE, this::record);
    }

    private void record(MemorySample event) {
        MemoryUsage memory = event.memory();
        if (memory == null) {
            metrics.missing(event.type(), "memory");
            return;
        }
        memory("rss", memory.rssBytes(), "memory.rssBytes");
        memory("heap_total", memory.heapTotalBytes(), "memory.heapTotalBytes");
        memory("heap_used", memory.heapUsedBytes(), "memory.heapUsedBytes");
        if (workers != null) {
            furtherMemory(memory);
            workers.record(memory);
        }
        LabeledSeries rss = residentMemory.resolve();
        if (MEMORY_RSS_BYTES.unit().admits(memory.rssBytes())) { // else the gauge above rejected it already
            rss.observe(MEMORY_RSS_BYTES, memory.rssBytes());
        }
    }

    private void furtherMemory(MemoryUsage memory) {
        memory("external", memory.externalBytes(), "memory.externalBytes");
        memory("array_buffers", memory.arrayBuffersBytes(), "memory.arrayBuffersBytes");
        memory("worker_heap_total", memory.workerHeapTotalBytes(), "memory.workerHeapTotalBytes");
        memory("worker_heap_used", memory.workerHeapUsedBytes(), "memory.workerHeapUsedBytes");
    }

    private void memory(String kind, double bytes, String field) {
        metrics.set(memoryByKind.resolve(kind), MEMORY_BYTES, bytes, MemorySample.TYPE, field);
    }

    private void record(MemoryPressure event) {
        metrics.count(pressure.resolve(event.level(), event.reason()), MEMORY_PRESSURE_TOTAL);
    }
}
