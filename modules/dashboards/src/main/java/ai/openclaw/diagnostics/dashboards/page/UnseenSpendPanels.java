package ai.openclaw.diagnostics.dashboards.page;

import static ai.openclaw.diagnostics.catalog.domain.Labels.*;
import static ai.openclaw.diagnostics.catalog.domain.ModelMetrics.*;
import static ai.openclaw.diagnostics.dashboards.grafana.Panels.*;
import static ai.openclaw.diagnostics.dashboards.query.Queries.*;

import ai.openclaw.diagnostics.dashboards.grafana.Panel;
import ai.openclaw.diagnostics.dashboards.grafana.Table;
import ai.openclaw.diagnostics.dashboards.grafana.Table.Column;
import ai.openclaw.diagnostics.dashboards.query.CostQueries;
import ai.openclaw.diagnostics.promql.Selector;
import java.util.List;

/** What spend and tokens do not show: models without a price, and calls without a usage report. */
final class UnseenSpendPanels {

    private static final Selector REPORTS = ALL.count(GEN_AI_TOKEN_USAGE).is(TOKEN_TYPE, "output");

    private UnseenSpendPanels() {}

    static Panel[] all() {
        return new Panel[] {unpricedModels(), reports()};
    }

    private static Panel unpricedModels() {
        return Table.of(
                        "Models without a price",
                        "Models that used tokens in the time range and cost nothing, with what they used. Empty where "
                                + "every model has a price. Give the model a price in the gateway's configuration.",
                        List.of(PROVIDER, MODEL),
                        Column.of("Tokens", "short", CostQueries.tokensWithoutCost())
                                .decimals(1))
                .size(8, 8)
                .orElse("None");
    }

    private static Panel reports() {
        return lines(
                        "Model calls and usage reports",
                        "cpm",
                        "Calls that were completed, and usage reports, a minute. Spend and tokens come from the"
                                + " reports. A report may cover the several calls of a run, so fewer reports than calls"
                                + " are usual; no reports at all mean that spend cannot be seen.")
                .query("Completed calls", perMinute(ALL.of(MODEL_CALL_TOTAL).is(OUTCOME, "completed")))
                .query("Usage reports", perMinute(REPORTS))
                .size(16, 8);
    }
}
