package ai.openclaw.diagnostics.recording.domain;

import static ai.openclaw.diagnostics.catalog.domain.ProcessMetrics.*;

import ai.openclaw.diagnostics.events.MemorySample;
import ai.openclaw.diagnostics.events.MemoryUsage;
import ai.openclaw.diagnostics.events.WorkerHeap;
import ai.openclaw.diagnostics.recording.update.MetricUpdater;
import ai.openclaw.diagnostics.recording.update.RecordingContext;
import ai.openclaw.diagnostics.recording.update.SeriesResolver;
import ai.openclaw.diagnostics.store.LabeledSeries;
import ai.openclaw.diagnostics.store.SeriesStore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Records the worker threads of a memory sample. */
final class WorkerRecorder {

    private final SeriesStore store;
    private final SeriesResolver counts;
    private final SeriesResolver scripts;
    private final MetricUpdater metrics;

    WorkerRecorder(RecordingContext context) {
        this.store = context.store();
        this.counts = context.resolver(WORKERS);
        this.scripts = context.resolver(WORKER);
        this.metrics = context.metrics();
    }

    void record(MemoryUsage memory) {
        LabeledSeries workers = counts.resolve();
        metrics.set(workers, WORKER_COUNT, memory.workerCount(), MemorySample.TYPE, "memory.workerCount");
        metrics.set(
                workers,
                WORKER_HEAP_SAMPLED,
                memory.workerHeapSampledCount(),
                MemorySample.TYPE,
                "memory.workerHeapSampledCount");
        store.replaceAll(WORKER_HEAP_USED, heapByScript(memory.workerHeaps()));
    }

    /** Adds up by label and not by script: scripts that the policy refuses share one. */
    private Map<LabeledSeries, Double> heapByScript(List<WorkerHeap> heaps) {
        if (heaps.isEmpty()) {
            return Map.of();
        }
        Map<String, Double> sums = new LinkedHashMap<>();
        for (WorkerHeap heap : heaps) {
            if (metrics.isKnown(heap.heapUsed(), MemorySample.TYPE, "memory.workerHeaps.heapUsed")) {
                sums.merge(scripts.label(heap.script()), heap.heapUsed(), Double::sum);
            }
        }
        Map<LabeledSeries, Double> series = new LinkedHashMap<>();
        sums.forEach((script, sum) -> series.put(scripts.resolve(script), sum));
        return series;
    }
}
