package ai.openclaw.diagnostics.dashboards.page;

import static ai.openclaw.diagnostics.catalog.domain.Labels.*;
import static ai.openclaw.diagnostics.catalog.domain.MessageMetrics.*;
import static ai.openclaw.diagnostics.catalog.domain.ModelMetrics.*;
import static ai.openclaw.diagnostics.catalog.domain.RunMetrics.*;
import static ai.openclaw.diagnostics.catalog.domain.ToolMetrics.*;
import static ai.openclaw.diagnostics.dashboards.grafana.Panels.*;
import static ai.openclaw.diagnostics.dashboards.query.Queries.*;
import static ai.openclaw.diagnostics.promql.Aggregations.count;

import ai.openclaw.diagnostics.dashboards.grafana.Panel;
import ai.openclaw.diagnostics.dashboards.grafana.Table;
import ai.openclaw.diagnostics.dashboards.grafana.Table.Column;
import ai.openclaw.diagnostics.promql.Expression;
import ai.openclaw.diagnostics.promql.Selector;
import ai.openclaw.diagnostics.promql.TargetLabels;
import java.util.List;

/** What fails, and the alerts that fire. */
final class FailurePanels {

    private static final Selector CALLS = ALL.of(MODEL_CALL_TOTAL);
    private static final Selector MESSAGES = ALL.of(MESSAGE_PROCESSED_TOTAL);

    private FailurePanels() {}

    static Panel[] all() {
        return new Panel[] {failures(), runDurations(), firing()};
    }

    private static Panel failures() {
        return stack(
                        "Failures by part",
                        "cpm",
                        "What failed, a minute, in each part of the gateway. One failure often "
                                + "shows in several parts: a model that is down fails calls, then runs, then messages.")
                .query("Model calls", failing(CALLS))
                .query("Runs", failing(ALL.of(RUN_COMPLETED)))
                .query("Tools", failing(ALL.of(TOOL_EXECUTION_TOTAL)))
                .query("Harnesses", failing(ALL.of(HARNESS_RUN_TOTAL)))
                .query("Messages", failing(MESSAGES))
                .query("Deliveries", failing(ALL.of(MESSAGE_DELIVERY_TOTAL)));
    }

    private static Panel runDurations() {
        return heatmap(
                        "Run duration",
                        "s",
                        "How long agent runs took: the darker, the more runs fell into that range. A "
                                + "second band above the usual one is a part of the runs that waits for something.")
                .query(spread(ALL.buckets(RUN_DURATION)));
    }

    private static Panel firing() {
        return Table.of(
                        "Firing alerts",
                        "Alerts of this project that fire now. Empty where none fires, and where Prometheus has not "
                                + "loaded the alert rules.",
                        List.of(ALERT, SEVERITY, TargetLabels.INSTANCE),
                        Column.of("Series", "none", count(FIRING.value(), ALERT, SEVERITY, TargetLabels.INSTANCE)))
                .size(8, 8)
                .orElse("None");
    }

    private static Expression failing(Selector counter) {
        return perMinute(counter.is(OUTCOME, "error")).or(perMinute(counter).times(0));
    }
}
