package ai.openclaw.diagnostics.recording;

import static ai.openclaw.diagnostics.catalog.ToolMetrics.*;

import ai.openclaw.diagnostics.events.EventType;
import ai.openclaw.diagnostics.events.ToolExecutionCompleted;
import ai.openclaw.diagnostics.events.ToolExecutionError;
import ai.openclaw.diagnostics.store.LabeledSeries;

/** Records tool executions. */
final class ToolRecorder {

    private final SeriesResolver executions;
    private final MetricUpdater metrics;

    ToolRecorder(RecordingContext context) {
        this.executions = context.resolver(TOOL_EXECUTION);
        this.metrics = context.metrics();
    }

    void register(EventHandlers handlers) {
        handlers.on(ToolExecutionCompleted.TYPE, this::record).on(ToolExecutionError.TYPE, this::record);
    }

    private void record(ToolExecutionCompleted event) {
        LabeledSeries series = executions.resolve("none", "completed", event.paramsKind(), event.toolName());
        tool(series, event.durationMs(), event.type());
    }

    private void record(ToolExecutionError event) {
        LabeledSeries series = executions.resolve(event.errorCategory(), "error", event.paramsKind(), event.toolName());
        tool(series, event.durationMs(), event.type());
    }

    private void tool(LabeledSeries series, double durationMs, EventType<?> type) {
        metrics.observeMsAndCount(
                series, TOOL_EXECUTION_DURATION, durationMs, TOOL_EXECUTION_TOTAL, type, "durationMs");
    }
}
