package ai.openclaw.diagnostics.recording;

import static ai.openclaw.diagnostics.catalog.GatewayMetrics.*;
import static ai.openclaw.diagnostics.catalog.QueueMetrics.*;
import static ai.openclaw.diagnostics.catalog.SessionMetrics.*;

import ai.openclaw.diagnostics.events.EventType;
import ai.openclaw.diagnostics.events.MemoryPressure;
import ai.openclaw.diagnostics.events.MemorySample;
import ai.openclaw.diagnostics.events.MemoryUsage;
import ai.openclaw.diagnostics.events.QueueLaneDequeue;
import ai.openclaw.diagnostics.events.QueueLaneEnqueue;
import ai.openclaw.diagnostics.events.SessionRecoveryCompleted;
import ai.openclaw.diagnostics.events.SessionRecoveryRequested;
import ai.openclaw.diagnostics.events.SessionState;
import ai.openclaw.diagnostics.events.TelemetryExporter;
import ai.openclaw.diagnostics.store.LabeledSeries;

/** Records the Gateway's own condition: sessions, queues, memory, telemetry. */
final class GatewayRecorder {

    private final SeriesResolver series;
    private final MetricUpdater updates;

    GatewayRecorder(SeriesResolver series, MetricUpdater updates) {
        this.series = series;
        this.updates = updates;
    }

    void register(EventHandlers handlers) {
        handlers.on(SessionRecoveryRequested.TYPE, this::record)
                .on(SessionRecoveryCompleted.TYPE, this::record)
                .on(QueueLaneEnqueue.TYPE, this::record)
                .on(QueueLaneDequeue.TYPE, this::record)
                .on(SessionState.TYPE, this::record)
                .on(MemorySample.TYPE, this::record)
                .on(MemoryPressure.TYPE, this::record)
                .on(TelemetryExporter.TYPE, this::record);
    }

    private void record(SessionRecoveryRequested event) {
        String action = event.allowActiveAbort() ? "abort" : "recover";
        LabeledSeries set = series.resolve(SESSION_RECOVERY, action, event.activeWorkKind(), event.state(), "requested");
        recovery(set, event.ageMs(), event.type());
    }

    private void record(SessionRecoveryCompleted event) {
        LabeledSeries set =
                series.resolve(SESSION_RECOVERY, event.action(), event.activeWorkKind(), event.state(), event.status());
        recovery(set, event.ageMs(), event.type());
    }

    private void recovery(LabeledSeries set, double ageMs, EventType<?> type) {
        updates.countAndObserveMs(set, SESSION_RECOVERY_TOTAL, SESSION_RECOVERY_AGE, ageMs, type, "ageMs");
    }

    private void record(QueueLaneEnqueue event) {
        LabeledSeries set = series.resolve(QUEUE_LANE, event.lane());
        updates.set(set, QUEUE_LANE_SIZE, event.queueSize(), event.type(), "queueSize");
    }

    private void record(QueueLaneDequeue event) {
        LabeledSeries set = series.resolve(QUEUE_LANE, event.lane());
        updates.set(set, QUEUE_LANE_SIZE, event.queueSize(), event.type(), "queueSize");
        updates.observeMs(set, QUEUE_LANE_WAIT, event.waitMs(), event.type(), "waitMs");
    }

    private void record(SessionState event) {
        updates.count(series.resolve(SESSION_TRANSITION, event.reason(), event.state()), SESSION_STATE_TOTAL);
        LabeledSeries queue = series.resolve(SESSION_QUEUE, event.state());
        updates.set(queue, SESSION_QUEUE_DEPTH, event.queueDepth(), event.type(), "queueDepth");
    }

    private void record(MemorySample event) {
        MemoryUsage memory = event.memory();
        if (memory == null) {
            updates.missing(event.type(), "memory");
            return;
        }
        memory("rss", memory.rssBytes(), event.type(), "memory.rssBytes");
        memory("heap_total", memory.heapTotalBytes(), event.type(), "memory.heapTotalBytes");
        memory("heap_used", memory.heapUsedBytes(), event.type(), "memory.heapUsedBytes");
        LabeledSeries rss = series.resolve(MEMORY_RSS);
        if (MEMORY_RSS_BYTES.unit().admits(memory.rssBytes())) { // else the gauge above rejected it already
            rss.observe(MEMORY_RSS_BYTES, memory.rssBytes());
        }
    }

    private void memory(String kind, double bytes, EventType<?> type, String field) {
        updates.set(series.resolve(MEMORY, kind), MEMORY_BYTES, bytes, type, field);
    }

    private void record(MemoryPressure event) {
        updates.count(series.resolve(PRESSURE, event.level(), event.reason()), MEMORY_PRESSURE_TOTAL);
    }

    private void record(TelemetryExporter event) {
        updates.count(
                series.resolve(TELEMETRY, event.exporter(), event.reason(), event.signal(), event.status()),
                TELEMETRY_EXPORTER_TOTAL);
    }
}
