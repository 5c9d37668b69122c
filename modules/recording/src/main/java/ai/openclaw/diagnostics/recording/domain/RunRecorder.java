package ai.openclaw.diagnostics.recording.domain;

import static ai.openclaw.diagnostics.catalog.domain.RunMetrics.*;

import ai.openclaw.diagnostics.events.HarnessRunCompleted;
import ai.openclaw.diagnostics.events.HarnessRunError;
import ai.openclaw.diagnostics.events.RunCompleted;
import ai.openclaw.diagnostics.recording.update.EventHandlers;
import ai.openclaw.diagnostics.recording.update.RecordingContext;
import ai.openclaw.diagnostics.recording.update.SeriesResolver;
import ai.openclaw.diagnostics.recording.update.TimedTotal;
import ai.openclaw.diagnostics.store.LabeledSeries;

/** Records agent runs, and runs of the harness that they use. */
public final class RunRecorder {

    private final SeriesResolver runs;
    private final SeriesResolver harnessRuns;
    private final TimedTotal completed;
    private final TimedTotal harnessCompleted;
    private final TimedTotal harnessFailed;

    /** Makes the recorder of this domain. */
    public RunRecorder(RecordingContext context) {
        this.runs = context.resolver(RUN);
        this.harnessRuns = context.resolver(HARNESS_RUN);
        this.completed =
                TimedTotal.durationsFirst(context, RUN_DURATION, RUN_COMPLETED, RunCompleted.TYPE, "durationMs");
        this.harnessCompleted = TimedTotal.durationsFirst(
                context, HARNESS_RUN_DURATION, HARNESS_RUN_TOTAL, HarnessRunCompleted.TYPE, "durationMs");
        this.harnessFailed = TimedTotal.durationsFirst(
                context, HARNESS_RUN_DURATION, HARNESS_RUN_TOTAL, HarnessRunError.TYPE, "durationMs");
    }

    /** Registers what it does with the events of its domain. */
    public void register(EventHandlers handlers) {
        handlers.on(RunCompleted.TYPE, this::record)
                .on(HarnessRunCompleted.TYPE, this::record)
                .on(HarnessRunError.TYPE, this::record);
    }

    private void record(RunCompleted event) {
        LabeledSeries series = runs.resolve(
                event.blockedBy(), event.channel(), event.model(), event.outcome(), event.provider(), event.trigger());
        completed.record(series, event.durationMs());
    }

    private void record(HarnessRunCompleted event) {
        LabeledSeries series = harnessRuns.resolve(
                event.channel(),
                "none",
                event.harnessId(),
                event.model(),
                event.outcome(),
                "none",
                event.pluginId(),
                event.provider());
        harnessCompleted.record(series, event.durationMs());
    }

    private void record(HarnessRunError event) {
        LabeledSeries series = harnessRuns.resolve(
                event.channel(),
                event.errorCategory(),
                event.harnessId(),
                event.model(),
                "error",
                event.phase(),
                event.pluginId(),
                event.provider());
        harnessFailed.record(series, event.durationMs());
    }
}
