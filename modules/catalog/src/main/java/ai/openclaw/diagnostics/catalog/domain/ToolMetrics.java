package ai.openclaw.diagnostics.catalog.domain;

import static ai.openclaw.diagnostics.catalog.Unit.NONE;
import static ai.openclaw.diagnostics.catalog.Unit.SECONDS;
import static ai.openclaw.diagnostics.catalog.domain.Labels.ACTIVATION;
import static ai.openclaw.diagnostics.catalog.domain.Labels.AGENT;
import static ai.openclaw.diagnostics.catalog.domain.Labels.DENIED_REASON;
import static ai.openclaw.diagnostics.catalog.domain.Labels.ERROR_CATEGORY;
import static ai.openclaw.diagnostics.catalog.domain.Labels.OUTCOME;
import static ai.openclaw.diagnostics.catalog.domain.Labels.PARAMS_KIND;
import static ai.openclaw.diagnostics.catalog.domain.Labels.SKILL;
import static ai.openclaw.diagnostics.catalog.domain.Labels.SKILL_SOURCE;
import static ai.openclaw.diagnostics.catalog.domain.Labels.TOOL;
import static ai.openclaw.diagnostics.catalog.domain.Labels.TOOL_OWNER;
import static ai.openclaw.diagnostics.catalog.domain.Labels.TOOL_SOURCE;

import ai.openclaw.diagnostics.catalog.Buckets;
import ai.openclaw.diagnostics.catalog.CounterFamily;
import ai.openclaw.diagnostics.catalog.Family;
import ai.openclaw.diagnostics.catalog.FamilyGroup;
import ai.openclaw.diagnostics.catalog.HistogramFamily;
import ai.openclaw.diagnostics.catalog.Profile;
import java.util.List;

/** Tool executions and skills. */
public final class ToolMetrics {

    /** Tool executions. */
    public static final FamilyGroup TOOL_EXECUTION =
            FamilyGroup.of(ERROR_CATEGORY, OUTCOME, PARAMS_KIND, TOOL, TOOL_OWNER, TOOL_SOURCE);
    /** Duration of tool executions. */
    public static final HistogramFamily TOOL_EXECUTION_DURATION = HistogramFamily.of(
            TOOL_EXECUTION,
            0,
            "openclaw_tool_execution_duration_seconds",
            SECONDS,
            Buckets.SECONDS,
            "Duration of tool executions.");
    /** Tool executions. */
    public static final CounterFamily TOOL_EXECUTION_TOTAL = CounterFamily.of(
            TOOL_EXECUTION, 1, "openclaw_tool_execution_total", NONE, "Tool executions that ended or failed.");

    /** Blocked tools. */
    public static final FamilyGroup TOOL_BLOCK =
            FamilyGroup.of(DENIED_REASON, PARAMS_KIND, TOOL, TOOL_OWNER, TOOL_SOURCE);
    /** Denied executions. */
    public static final CounterFamily TOOL_EXECUTION_BLOCKED = CounterFamily.of(
                    TOOL_BLOCK,
                    0,
                    "openclaw_tool_execution_blocked_total",
                    NONE,
                    "Tool executions that were denied before they began.")
            .since(Profile.V2026_9);

    /** Uses of skills. */
    public static final FamilyGroup SKILL_USE = FamilyGroup.of(ACTIVATION, AGENT, SKILL, SKILL_SOURCE);
    /** Skills used. */
    public static final CounterFamily SKILL_USED = CounterFamily.of(
                    SKILL_USE, 0, "openclaw_skill_used_total", NONE, "Times that an agent used a skill.")
            .since(Profile.V2026_9);

    /** The families of this domain, in the order of the exposition. */
    static final List<Family> FAMILIES =
            List.of(TOOL_EXECUTION_DURATION, TOOL_EXECUTION_TOTAL, TOOL_EXECUTION_BLOCKED, SKILL_USED);

    private ToolMetrics() {}
}
