package ai.openclaw.diagnostics.dashboards.page;

import static ai.openclaw.diagnostics.catalog.domain.Labels.*;
import static ai.openclaw.diagnostics.catalog.domain.RunMetrics.*;
import static ai.openclaw.diagnostics.catalog.domain.TalkMetrics.*;
import static ai.openclaw.diagnostics.catalog.domain.ToolMetrics.*;
import static ai.openclaw.diagnostics.dashboards.grafana.Panels.*;
import static ai.openclaw.diagnostics.dashboards.query.Queries.*;
import static ai.openclaw.diagnostics.promql.Aggregations.quantile;
import static ai.openclaw.diagnostics.promql.Aggregations.topk;
import static ai.openclaw.diagnostics.promql.OverTime.increase;

import ai.openclaw.diagnostics.dashboards.grafana.Dashboard;
import ai.openclaw.diagnostics.dashboards.grafana.Panel;
import ai.openclaw.diagnostics.dashboards.grafana.Table;
import ai.openclaw.diagnostics.dashboards.grafana.Table.Column;
import ai.openclaw.diagnostics.dashboards.grafana.Variable;
import ai.openclaw.diagnostics.promql.Selector;
import java.util.List;

/** Which tool or harness fails or is slow, and how voice sessions go. */
public final class ToolsPage {

    private static final Selector EXECUTIONS = chosen(ALL.of(TOOL_EXECUTION_TOTAL));
    private static final Selector TOOL_TIMES = chosen(ALL.buckets(TOOL_EXECUTION_DURATION));
    private static final Selector HARNESS_RUNS = ALL.of(HARNESS_RUN_TOTAL);
    private static final Selector TALK_EVENTS = ALL.of(TALK_EVENT_TOTAL);

    private ToolsPage() {}

    private static Selector chosen(Selector series) {
        return series.matches(TOOL, "$tool");
    }

    /** Returns the page. */
    public static Dashboard page() {
        return new Dashboard(
                        "tools",
                        "Tools and talk",
                        "Which tool or harness fails or is slow, and how do voice sessions go?")
                .variable(Variable.values(TOOL, ALL.of(TOOL_EXECUTION_TOTAL)))
                .row("Now", executions(), toolErrors(), toolSlow(), harnessErrors(), harnessSlow(), talkNow())
                .row(
                        "Tools",
                        byOutcome(),
                        byTool(),
                        errorRatioByTool(),
                        slowByTool(),
                        toolSpread(),
                        categories(),
                        summary())
                .row("Harnesses", harnesses(), phases(), slowHarnesses())
                .closedRow("Talk", talkEvents(), talkAudio(), talkSlow())
                .closedRow("Denied tools and skills (2026.9)", blocked(), skills());
    }

    // ------------------------------------------------------------------- now

    private static Panel executions() {
        return stat("Tool executions / min", "cpm", "Tool executions that ended, a minute.")
                .query(perMinute(EXECUTIONS).orZero())
                .neutral()
                .size(4, 4);
    }

    private static Panel toolErrors() {
        return stat(
                        "Tool errors",
                        "percentunit",
                        "The part of tool executions that failed. Agents try again with other "
                                + "parameters, so some failures are part of the work.")
                .query(errorRatio(EXECUTIONS))
                .risky(0.1, 0.3)
                .decimals(1)
                .size(4, 4);
    }

    private static Panel toolSlow() {
        return stat("Tool p95", "s", "95 of 100 tool executions were shorter.")
                .query(percentile(0.95, TOOL_TIMES))
                .risky(30, 120)
                .decimals(1)
                .size(4, 4);
    }

    private static Panel harnessErrors() {
        return stat("Harness errors", "percentunit", "The part of harness runs that failed.")
                .query(errorRatio(HARNESS_RUNS))
                .risky(0.05, 0.2)
                .decimals(1)
                .size(4, 4);
    }

    private static Panel harnessSlow() {
        return stat("Harness p95", "s", "95 of 100 harness runs were shorter.")
                .query(percentile(0.95, ALL.buckets(HARNESS_RUN_DURATION)))
                .risky(120, 300)
                .decimals(1)
                .size(4, 4);
    }

    private static Panel talkNow() {
        return stat("Talk events / min", "cpm", "Events of voice sessions, a minute. 0 without talk sessions.")
                .query(perMinute(TALK_EVENTS).orZero())
                .neutral()
                .size(4, 4);
    }

    // ----------------------------------------------------------------- tools

    private static Panel byOutcome() {
        return stack("Executions by outcome", "cpm", "Tool executions that ended, a minute, by how they ended.")
                .query(perMinute(EXECUTIONS, OUTCOME));
    }

    private static Panel byTool() {
        return stack(
                        "Executions by tool",
                        "cpm",
                        "The ten busiest tools at each moment. One that leaps up may be an " + "agent in a loop.")
                .query(topk(10, perMinute(EXECUTIONS, TOOL)));
    }

    private static Panel errorRatioByTool() {
        return lines(
                        "Error ratio by tool",
                        "percentunit",
                        "The part of each tool's executions that failed. At 1 the tool is "
                                + "broken, or has lost its credentials.")
                .query(errorRatio(EXECUTIONS, TOOL))
                .risky(0.1, 0.3)
                .withThresholdLines()
                .upTo(1);
    }

    private static Panel slowByTool() {
        return lines("Execution p95 by tool", "s", "95 of 100 of each tool's executions were shorter.")
                .query(percentile(0.95, TOOL_TIMES, TOOL));
    }

    private static Panel toolSpread() {
        return heatmap("Execution time", "s", "How long executions took: the darker, the more fell into that range.")
                .query(spread(TOOL_TIMES));
    }

    private static Panel categories() {
        return stack(
                        "Errors by category",
                        "cpm",
                        "Tool executions that failed, a minute, and the class of the failure. "
                                + "Empty where none has ever failed.")
                .query(perMinute(EXECUTIONS.is(OUTCOME, "error"), ERROR_CATEGORY))
                .orElse("No errors");
    }

    private static Panel summary() {
        return Table.of(
                        "Tools",
                        "What each tool did in the time range, by the shape of the parameters it was given.",
                        List.of(TOOL, PARAMS_KIND),
                        Column.of("Executions", "none", inRange(EXECUTIONS, TOOL, PARAMS_KIND))
                                .decimals(0),
                        Column.of("Errors", "percentunit", errorRatioInRange(EXECUTIONS, TOOL, PARAMS_KIND))
                                .risky(0.1, 0.3),
                        Column.of("p95", "s", quantile(0.95, increase(TOOL_TIMES, RANGE), TOOL, PARAMS_KIND))
                                .risky(30, 120)
                                .decimals(1))
                .size(24, 8);
    }

    // ------------------------------------------------------------- harnesses

    private static Panel harnesses() {
        return stack("Harness runs by outcome", "cpm", "Runs of each agent harness that ended, a minute.")
                .query(perMinute(HARNESS_RUNS, HARNESS, OUTCOME));
    }

    private static Panel phases() {
        return stack(
                        "Harness errors by phase",
                        "cpm",
                        "Harness runs that failed, a minute, with the phase they were in. "
                                + "Empty where none has ever failed.")
                .query(perMinute(HARNESS_RUNS.is(OUTCOME, "error"), HARNESS, PHASE, ERROR_CATEGORY))
                .orElse("No errors");
    }

    private static Panel slowHarnesses() {
        return lines("Harness p95", "s", "95 of 100 runs of each harness were shorter.")
                .query(percentile(0.95, ALL.buckets(HARNESS_RUN_DURATION), HARNESS));
    }

    // ------------------------------------------------------------------ talk

    private static Panel talkEvents() {
        return stack(
                        "Talk events",
                        "cpm",
                        "Events of voice sessions, a minute. Turns that start and never end show as two "
                                + "bands of different height. Empty without talk sessions.")
                .query(perMinute(TALK_EVENTS, EVENT_TYPE));
    }

    private static Panel talkAudio() {
        return stack("Talk audio", "Bps", "Audio bytes a second that events report. Empty without talk sessions.")
                .query(perSecond(ALL.sum(TALK_AUDIO_BYTES), EVENT_TYPE));
    }

    private static Panel talkSlow() {
        return lines(
                        "Talk event p95",
                        "s",
                        "95 of 100 events of each type took less; for a turn it is how long the user "
                                + "waited for an answer. Empty without talk sessions.")
                .query(percentile(0.95, ALL.buckets(TALK_EVENT_DURATION), EVENT_TYPE));
    }

    // --------------------------------------------- denied tools and skills

    private static Panel blocked() {
        return stack("Denied tools", "short", "Tool executions that were denied before they began, an hour, by why.")
                .query(hourly(chosen(ALL.of(TOOL_EXECUTION_BLOCKED)), TOOL, DENIED_REASON))
                .orElse("None denied");
    }

    private static Panel skills() {
        return stack("Skills used", "short", "Times that agents used a skill, an hour; the ten most used.")
                .query(topk(10, hourly(ALL.of(SKILL_USED), SKILL)))
                .orElse("None used");
    }
}
