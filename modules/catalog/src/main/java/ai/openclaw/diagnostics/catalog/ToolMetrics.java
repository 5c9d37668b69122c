package ai.openclaw.diagnostics.catalog;

import static ai.openclaw.diagnostics.catalog.Labels.ERROR_CATEGORY;
import static ai.openclaw.diagnostics.catalog.Labels.OUTCOME;
import static ai.openclaw.diagnostics.catalog.Labels.PARAMS_KIND;
import static ai.openclaw.diagnostics.catalog.Labels.TOOL;
import static ai.openclaw.diagnostics.catalog.Unit.NONE;
import static ai.openclaw.diagnostics.catalog.Unit.SECONDS;

import java.util.List;

/** Tool executions. */
public final class ToolMetrics {

    /** Tool executions. */
    public static final FamilyGroup TOOL_EXECUTION = FamilyGroup.of(ERROR_CATEGORY, OUTCOME, PARAMS_KIND, TOOL);
    /** Duration of tool executions. */
    public static final HistogramFamily TOOL_EXECUTION_DURATION = TOOL_EXECUTION.histogram(
            0, "openclaw_tool_execution_duration_seconds", SECONDS, Buckets.SECONDS, "Duration of tool executions.");
    /** Tool executions. */
    public static final CounterFamily TOOL_EXECUTION_TOTAL =
            TOOL_EXECUTION.counter(1, "openclaw_tool_execution_total", NONE, "Tool executions that ended or failed.");

    /** The families of this domain, in the order of the exposition. */
    static final List<Family> FAMILIES = List.of(TOOL_EXECUTION_DURATION, TOOL_EXECUTION_TOTAL);

    private ToolMetrics() {}
}
