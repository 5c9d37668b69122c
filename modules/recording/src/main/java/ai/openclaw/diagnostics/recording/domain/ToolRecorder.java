package ai.openclaw.diagnostics.recording.domain;

import static ai.openclaw.diagnostics.catalog.domain.ToolMetrics.*;

import ai.openclaw.diagnostics.events.SkillUsed;
import ai.openclaw.diagnostics.events.ToolExecutionBlocked;
import ai.openclaw.diagnostics.events.ToolExecutionCompleted;
import ai.openclaw.diagnostics.events.ToolExecutionError;
import ai.openclaw.diagnostics.recording.update.EventHandlers;
import ai.openclaw.diagnostics.recording.update.MetricUpdater;
import ai.openclaw.diagnostics.recording.update.RecordingContext;
import ai.openclaw.diagnostics.recording.update.SeriesResolver;
import ai.openclaw.diagnostics.recording.update.TimedTotal;
import ai.openclaw.diagnostics.store.LabeledSeries;

/** Records tool executions and uses of skills. */
public final class ToolRecorder {

    private final SeriesResolver executions;
    private final SeriesResolver blocks;
    private final SeriesResolver skills;
    private final TimedTotal completed;
    private final TimedTotal failed;
    private final MetricUpdater metrics;

    /** Makes the recorder of this domain. */
    public ToolRecorder(RecordingContext context) {
        this.executions = context.resolver(TOOL_EXECUTION);
        this.blocks = context.resolver(TOOL_BLOCK);
        this.skills = context.resolver(SKILL_USE);
        this.completed = TimedTotal.durationsFirst(
                context, TOOL_EXECUTION_DURATION, TOOL_EXECUTION_TOTAL, ToolExecutionCompleted.TYPE, "durationMs");
        this.failed = TimedTotal.durationsFirst(
                context, TOOL_EXECUTION_DURATION, TOOL_EXECUTION_TOTAL, ToolExecutionError.TYPE, "durationMs");
        this.metrics = context.metrics();
    }

    /** Registers what it does with the events of its domain. */
    public void register(EventHandlers handlers) {
        handlers.on(ToolExecutionCompleted.TYPE, this::record)
                .on(ToolExecutionError.TYPE, this::record)
                .on(ToolExecutionBlocked.TYPE, TOOL_BLOCK, this::record)
                .on(SkillUsed.TYPE, SKILL_USE, this::record);
    }

    private void record(ToolExecutionCompleted event) {
        LabeledSeries series = executions.resolve(
                "none", "completed", event.paramsKind(), event.toolName(), event.toolOwner(), event.toolSource());
        completed.record(series, event.durationMs());
    }

    private void record(ToolExecutionError event) {
        LabeledSeries series = executions.resolve(
                event.errorCategory(),
                "error",
                event.paramsKind(),
                event.toolName(),
                event.toolOwner(),
                event.toolSource());
        failed.record(series, event.durationMs());
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
