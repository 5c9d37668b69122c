package ai.openclaw.diagnostics.dashboards.page;

import static ai.openclaw.diagnostics.catalog.domain.GatewayMetrics.*;
import static ai.openclaw.diagnostics.catalog.domain.Labels.*;
import static ai.openclaw.diagnostics.catalog.domain.ModelMetrics.*;
import static ai.openclaw.diagnostics.catalog.domain.QueueMetrics.*;
import static ai.openclaw.diagnostics.catalog.domain.RunMetrics.*;
import static ai.openclaw.diagnostics.catalog.domain.ToolMetrics.*;
import static ai.openclaw.diagnostics.dashboards.grafana.Panels.*;
import static ai.openclaw.diagnostics.dashboards.query.Queries.*;
import static ai.openclaw.diagnostics.promql.Aggregations.topk;
import static ai.openclaw.diagnostics.promql.Promql.ratio;

import ai.openclaw.diagnostics.catalog.Label;
import ai.openclaw.diagnostics.dashboards.grafana.Panel;
import ai.openclaw.diagnostics.promql.Expression;
import ai.openclaw.diagnostics.promql.Selector;

/** What the exporters did not do: updates dropped, failures, and label values replaced. */
final class ExporterPanels {

    /** How many lines or bars a person can tell apart; a fleet has more gateways. */
    private static final int TOP = 20;

    private ExporterPanels() {}

    static Panel[] all() {
        return new Panel[] {drops(), lifecycle(), replaced()};
    }

    private static Panel drops() {
        return lines(
                        "Updates dropped",
                        "cpm",
                        "Updates dropped at the series cap, a minute. The table of series says which "
                                + "metric has the most; its label with the most values leaks.")
                .query(topk(TOP, perMinute(ALL.of(SERIES_DROPPED), GATEWAY)))
                .orElse("No drops");
    }

    private static Panel lifecycle() {
        return stack(
                        "Telemetry exporters, failures",
                        "short",
                        "Failures and drops that exporters of telemetry reported, "
                                + "within the hour before. Empty where all is well.")
                .query(
                        "{{status}} {{reason}} {{signal}} {{exporter}}",
                        hourly(
                                ALL.of(TELEMETRY_EXPORTER_TOTAL).in(EXPORTER_STATUS, "failure", "dropped"),
                                EXPORTER,
                                SIGNAL,
                                REASON,
                                EXPORTER_STATUS))
                .decimals(0)
                .orElse("No failures");
    }

    /** The label policy puts the fallback in the place of a value that it does not admit. */
    private static Panel replaced() {
        return bars(
                        "Replaced label values",
                        "percentunit",
                        "The part of what was counted in the time range whose label has its fallback, such as unknown:"
                                + " the label policy did not admit the value, or the event had none. A model of 100 % has"
                                + " ids with a slash.")
                .query("model", replaced(ALL.of(MODEL_CALL_TOTAL), MODEL))
                .query("provider", replaced(ALL.of(MODEL_CALL_TOTAL), PROVIDER))
                .query("agent", replaced(ALL.count(MODEL_USAGE_DURATION), AGENT))
                .query("channel", replaced(ALL.of(RUN_COMPLETED), CHANNEL))
                .query("trigger", replaced(ALL.of(RUN_COMPLETED), TRIGGER))
                .query("tool", replaced(ALL.of(TOOL_EXECUTION_TOTAL), TOOL))
                .query("lane", replaced(ALL.count(QUEUE_LANE_WAIT), LANE))
                .upTo(1)
                .decimals(1);
    }

    private static Expression replaced(Selector counter, Label label) {
        return ratio(within(RANGE, counter.is(label, label.fallback())), within(RANGE, counter));
    }
}
