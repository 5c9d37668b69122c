package ai.openclaw.diagnostics.recording;

import static ai.openclaw.diagnostics.catalog.ToolMetrics.*;

import ai.openclaw.diagnostics.events.EventType;
import ai.openclaw.diagnostics.events.SkillUsed;
import ai.openclaw.diagnostics.events.ToolExecutionBlocked;
import ai.openclaw.diagnostics.events.ToolExecutionCompleted;
import ai.openclaw.diagnostics.events.ToolExecutionError;
import ai.openclaw.diagnostics.store.LabeledSeries;

/** Records tool executions and uses of skills. */
final class ToolRecorder {

    private final SeriesResolver executions;
    private final SeriesResolver blocks;
    private final SeriesResolver skills;
    private final MetricUpdater metrics;

    ToolRecorder(RecordingContext context) {
        this.executions = context.resolver(TOOL_EXECUTION);
        this.blocks = context.resolver(TOOL_BLOCK);
        this.skills = context.resolver(SKILL_USE);
        this.metrics = context.metrics();
    }

    void register(EventHandlers handlers) {
        handlers.on(ToolExecutionCompleted.TYPE, this::record)
                .on(ToolExecutionError.TYPE, this::record)
                .on(ToolExecutionBlocked.TYPE, TOOL_BLOCK, this::record)
                .on(SkillUsed.TYPE, SKILL_USE, this::record);
    }

    private void record(ToolExecutionCompleted event) {
        LabeledSeries series = executions.resolve(
                "none", "completed", event.paramsKind(), event.toolName(), event.toolOwner(), event.toolSource());
        tool(series, event.durationMs(), event.type());
    }

    private void record(ToolExecutionError event) {
        LabeledSeries series = executions.resolve(
                event.errorCategory(),
                "error",
                event.paramsKind(),
                event.toolName(),
                event.toolOwner(),
                event.toolSource());
        tool(series, event.durationMs(), event.type());
    }

    private void tool(LabeledSeries series, double durationMs, EventType<?> type) {
        metrics.observeMsAndCount(
                series, TOOL_EXECUTION_DURATION, durationMs, TOOL_EXECUTION_TOTAL, type, "durationMs");
    }

    private void record(ToolExecutionBlocked event) {
        LabeledSeries series = blocks.resolve(
                event.deniedReason(), event.paramsKind(), event.toolName(), event.toolOwner(), event.toolSource());
        metrics.count(series, TOOL_EXECUTION_BLOCKED);
    }

    private void record(SkillUsed event) {
        LabeledSeries series =
                skills.resolve(event.activation(), event.agentId(), event.skillName(), event.skillSource());
        metrics.count(series, SKILL_USED);
    }
}
