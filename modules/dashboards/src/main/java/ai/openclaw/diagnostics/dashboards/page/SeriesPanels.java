package ai.openclaw.diagnostics.dashboards.page;

import static ai.openclaw.diagnostics.catalog.domain.GatewayMetrics.*;
import static ai.openclaw.diagnostics.dashboards.grafana.Panels.*;
import static ai.openclaw.diagnostics.dashboards.query.Queries.*;
import static ai.openclaw.diagnostics.promql.Aggregations.count;
import static ai.openclaw.diagnostics.promql.Aggregations.countByName;
import static ai.openclaw.diagnostics.promql.Aggregations.max;
import static ai.openclaw.diagnostics.promql.Aggregations.sortDesc;
import static ai.openclaw.diagnostics.promql.Aggregations.topk;

import ai.openclaw.diagnostics.dashboards.grafana.Panel;
import ai.openclaw.diagnostics.dashboards.grafana.Table;
import ai.openclaw.diagnostics.dashboards.grafana.Table.Column;
import ai.openclaw.diagnostics.promql.Expression;
import ai.openclaw.diagnostics.promql.Scope;
import ai.openclaw.diagnostics.promql.Selector;
import java.util.List;

/** Which metrics and which exporters have the most series. */
final class SeriesPanels {

    private static final int SERIES_CAP = 2048;

    /** How many lines or bars a person can tell apart; a fleet has more gateways. */
    private static final int TOP = 20;

    private static final Selector EVERY_SERIES =
            Scope.of("__name__=~\"openclaw_.+\"," + CHOSEN).series("");

    private SeriesPanels() {}

    static Panel[] all() {
        return new Panel[] {series(), seriesByInstance()};
    }

    private static Panel series() {
        return Table.of(
                        "Series by metric",
                        "The metrics with the most samples in Prometheus, each bucket of a histogram being one.",
                        List.of(),
                        Column.of("Samples", "none", topk(15, countByName(EVERY_SERIES)))
                                .decimals(0))
                .size(12, 9);
    }

    private static Panel seriesByInstance() {
        return bars(
                        "Series kept",
                        "none",
                        "Series of each exporter now, a histogram being one, of the 20 fullest. Beyond the cap, 2048,"
                                + " new series are dropped and counted.")
                .query(sortDesc(topk(TOP, seriesKept())))
                .risky(1843, SERIES_CAP)
                .coloured("thresholds")
                .decimals(0)
                .size(12, 9);
    }

    /** Returns the part of its series cap that the fullest exporter uses, from 0 to 1. */
    static Expression capUsed() {
        return max(seriesKept()).dividedBy(SERIES_CAP);
    }

    /** A histogram counts through its {@code _count} alone; the counter of drops is outside the cap. */
    private static Expression seriesKept() {
        Selector kept = Scope.of("__name__=~\"openclaw_.+\",__name__!~\".+_(bucket|sum)|" + SERIES_DROPPED.name()
                        + "\"," + CHOSEN)
                .series("");
        return count(kept.value(), GATEWAY);
    }
}
