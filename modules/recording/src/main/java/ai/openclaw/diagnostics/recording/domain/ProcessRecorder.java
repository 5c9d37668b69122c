package ai.openclaw.diagnostics.recording.domain;

import static ai.openclaw.diagnostics.catalog.domain.ProcessMetrics.*;

import ai.openclaw.diagnostics.events.ChildProcessSpawn;
import ai.openclaw.diagnostics.events.EventLoopSample;
import ai.openclaw.diagnostics.events.GarbageCollection;
import ai.openclaw.diagnostics.recording.update.EventHandlers;
import ai.openclaw.diagnostics.recording.update.MetricUpdater;
import ai.openclaw.diagnostics.recording.update.RecordingContext;
import ai.openclaw.diagnostics.recording.update.SeriesResolver;
import ai.openclaw.diagnostics.store.LabeledSeries;

/** Records what the Gateway's process does: garbage collection, its event loop, and child processes. */
public final class ProcessRecorder {

    private final SeriesResolver collections;
    private final SeriesResolver loop;
    private final SeriesResolver children;
    private final MetricUpdater metrics;

    /** Makes the recorder of this domain. */
    public ProcessRecorder(RecordingContext context) {
        this.collections = context.resolver(GC);
        this.loop = context.resolver(EVENT_LOOP);
        this.children = context.resolver(CHILD_PROCESS);
        this.metrics = context.metrics();
    }

    /** Registers what it does with the events of its domain. */
    public void register(EventHandlers handlers) {
        handlers.on(GarbageCollection.TYPE, GC, this::record)
                .on(EventLoopSample.TYPE, EVENT_LOOP, this::record)
                .on(ChildProcessSpawn.TYPE, CHILD_PROCESS, this::record);
    }

    private void record(GarbageCollection event) {
        metrics.observeMs(collections.resolve(), GC_DURATION, event.durationMs(), event.type(), "durationMs");
    }

    private void record(EventLoopSample event) {
        LabeledSeries series = loop.resolve();
        metrics.observeMs(series, EVENT_LOOP_DELAY_MAX, event.delayMaxMs(), event.type(), "delayMaxMs");
        double seconds = MetricUpdater.seconds(event.intervalMs());
        metrics.addPositive(series, EVENT_LOOP_OBSERVED, seconds, event.type(), "intervalMs");
    }

    private void record(ChildProcessSpawn event) {
        LabeledSeries series = children.resolve(event.family());
        metrics.addPositive(series, CHILD_PROCESS_SPAWN, event.count(), event.type(), "count");
    }
}
