package ai.openclaw.diagnostics.recording;

import static ai.openclaw.diagnostics.catalog.RunMetrics.*;
import static ai.openclaw.diagnostics.catalog.ToolMetrics.*;

import ai.openclaw.diagnostics.events.EventType;
import ai.openclaw.diagnostics.events.HarnessRunCompleted;
import ai.openclaw.diagnostics.events.HarnessRunError;
import ai.openclaw.diagnostics.events.RunCompleted;
import ai.openclaw.diagnostics.events.ToolExecutionCompleted;
import ai.openclaw.diagnostics.events.ToolExecutionError;
import ai.openclaw.diagnostics.store.LabeledSeries;

/** Records agent runs, the harnesses that they ran in and the tools that they used. */
final class RunRecorder {

    private final SeriesResolver series;
    private final MetricUpdater updates;

    RunRecorder(SeriesResolver series, MetricUpdater updates) {
        this.series = series;
        this.updates = updates;
    }

    void register(EventHandlers handlers) {
        handlers.on(RunCompleted.TYPE, this::record)
                .on(ToolExecutionCompleted.TYPE, this::record)
                .on(ToolExecutionError.TYPE, this::record)
                .on(HarnessRunCompleted.TYPE, this::record)
                .on(HarnessRunError.TYPE, this::record);
    }

    private void record(RunCompleted event) {
        LabeledSeries set =
                series.resolve(RUN, event.channel(), event.model(), event.outcome(), event.provider(), event.trigger());
        updates.observeMsAndCount(set, RUN_DURATION, event.durationMs(), RUN_COMPLETED, event.type(), "durationMs");
    }

    private void record(ToolExecutionCompleted event) {
        LabeledSeries set = series.resolve(TOOL_EXECUTION, "none", "completed", event.paramsKind(), event.toolName());
        tool(set, event.durationMs(), event.type());
    }

    private void record(ToolExecutionError event) {
        LabeledSeries set =
                series.resolve(TOOL_EXECUTION, event.errorCategory(), "error", event.paramsKind(), event.toolName());
        tool(set, event.durationMs(), event.type());
    }

    private void tool(LabeledSeries set, double durationMs, EventType<?> type) {
        updates.observeMsAndCount(set, TOOL_EXECUTION_DURATION, durationMs, TOOL_EXECUTION_TOTAL, type, "durationMs");
    }

    private void record(HarnessRunCompleted event) {
        LabeledSeries set = series.resolve(
                HARNESS_RUN,
                event.channel(),
                "none",
                event.harnessId(),
                event.model(),
                event.outcome(),
                "none",
                event.pluginId(),
                event.provider());
        harness(set, event.durationMs(), event.type());
    }

    private void record(HarnessRunError event) {
        LabeledSeries set = series.resolve(
                HARNESS_RUN,
                event.channel(),
                event.errorCategory(),
                event.harnessId(),
                event.model(),
                "error",
                event.phase(),
                event.pluginId(),
                event.provider());
        harness(set, event.durationMs(), event.type());
    }

    private void harness(LabeledSeries set, double durationMs, EventType<?> type) {
        updates.observeMsAndCount(set, HARNESS_RUN_DURATION, durationMs, HARNESS_RUN_TOTAL, type, "durationMs");
    }
}
