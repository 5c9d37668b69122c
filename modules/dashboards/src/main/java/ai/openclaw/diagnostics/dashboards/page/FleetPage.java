package ai.openclaw.diagnostics.dashboards.page;

import static ai.openclaw.diagnostics.catalog.domain.GatewayMetrics.*;
import static ai.openclaw.diagnostics.catalog.domain.Labels.*;
import static ai.openclaw.diagnostics.catalog.domain.MessageMetrics.*;
import static ai.openclaw.diagnostics.catalog.domain.ModelMetrics.*;
import static ai.openclaw.diagnostics.catalog.domain.ProcessMetrics.*;
import static ai.openclaw.diagnostics.catalog.domain.ToolMetrics.*;
import static ai.openclaw.diagnostics.dashboards.grafana.Panels.*;
import static ai.openclaw.diagnostics.dashboards.query.Queries.*;
import static ai.openclaw.diagnostics.promql.Aggregations.count;
import static ai.openclaw.diagnostics.promql.Aggregations.group;
import static ai.openclaw.diagnostics.promql.Aggregations.labels;
import static ai.openclaw.diagnostics.promql.Aggregations.max;
import static ai.openclaw.diagnostics.promql.Aggregations.topk;
import static ai.openclaw.diagnostics.promql.TargetLabels.INSTANCE;

import ai.openclaw.diagnostics.catalog.Label;
import ai.openclaw.diagnostics.dashboards.grafana.Dashboard;
import ai.openclaw.diagnostics.dashboards.grafana.Links;
import ai.openclaw.diagnostics.dashboards.grafana.Panel;
import ai.openclaw.diagnostics.dashboards.grafana.Table;
import ai.openclaw.diagnostics.dashboards.grafana.Table.Column;
import ai.openclaw.diagnostics.dashboards.query.Queries;
import ai.openclaw.diagnostics.promql.Expression;
import ai.openclaw.diagnostics.promql.Selector;
import java.util.List;

/** Which gateway of a fleet fails, is busy, costs, or began anew. */
public final class FleetPage {

    private static final int TOP = 10;

    private static final Selector MESSAGES = ALL.of(MESSAGE_PROCESSED_TOTAL);
    private static final Selector CALLS = ALL.of(MODEL_CALL_TOTAL);
    private static final Selector TOOLS = ALL.of(TOOL_EXECUTION_TOTAL);
    private static final Selector COST = ALL.of(MODEL_COST_USD);

    private static final Selector BUILDS = ALL.of(BUILD_INFO);

    private FleetPage() {}

    /** Returns the page. */
    public static Dashboard page() {
        return new Dashboard("fleet", "Fleet", "Which gateway fails, is busy, costs, or restarts?")
                .row("Now", up(), down(), failing(), restarted(), messages(), spend())
                .row("Gateways", gateways())
                .row("Top ten", errors(), busiest(), waits(), resident())
                .closedRow("Versions", versions(), builds());
    }

    // ------------------------------------------------------------------- now

    private static Panel up() {
        return stat("Gateways up", "none", "Targets that Prometheus could scrape at its last try.")
                .query(count(targets().equalTo(1)).orZero())
                .neutral()
                .size(4, 4);
    }

    private static Panel down() {
        return stat("Gateways down", "none", "Targets that Prometheus could not scrape at its last try.")
                .query(count(targets().equalTo(0)).orZero())
                .never(1)
                .size(4, 4)
                .link(Links.to("gateway"));
    }

    private static Panel failing() {
        return total(
                        "Gateways failing",
                        "none",
                        "Gateways of which more than 5 % of the messages in the time range ended with an error.")
                .query(count(errorRatioInRange(MESSAGES, GATEWAY).above(0.05)).orZero())
                .never(1)
                .size(4, 4);
    }

    private static Panel restarted() {
        return total("Gateways restarted, 24 h", "none", "Gateways that began anew within the last 24 hours.")
                .query(count(restarts("1d").above(0)).orZero())
                .risky(1, 1_000)
                .size(4, 4);
    }

    private static Panel messages() {
        return stat("Messages / min", "cpm", "Inbound messages processed by all gateways, a minute.")
                .query(perMinute(MESSAGES).orZero())
                .neutral()
                .size(4, 4)
                .link(Links.to("messages"));
    }

    private static Panel spend() {
        return total(
                        "Spend, 24 h",
                        CostPage.USD,
                        "US dollars spent by all gateways within the last 24 hours. " + CostPage.BLIND)
                .query(within("1d", COST).orZero())
                .neutral()
                .decimals(2)
                .size(4, 4)
                .link(Links.to("cost"));
    }

    // -------------------------------------------------------------- gateways

    private static Panel gateways() {
        return Table.of(
                        "Gateways",
                        "Each gateway in the time range, the one with the most failing messages first; click a heading"
                                + " to sort by it, and an instance to see its page. Two clusters may have an instance of"
                                + " the same name. " + CostPage.BLIND,
                        List.of(GATEWAY),
                        Column.of("Message errors", "percentunit", errorRatioInRange(MESSAGES, GATEWAY))
                                .risky(0.01, 0.05),
                        Column.of("Messages", "none", inRange(MESSAGES, GATEWAY))
                                .decimals(0),
                        Column.of("Call errors", "percentunit", errorRatioInRange(CALLS, GATEWAY))
                                .risky(0.05, 0.2),
                        Column.of("Tool errors", "percentunit", errorRatioInRange(TOOLS, GATEWAY))
                                .risky(0.1, 0.3),
                        Column.of("Spend", CostPage.USD, within(RANGE, COST, GATEWAY))
                                .decimals(2),
                        Column.of("Restarts", "none", restarts(RANGE)).risky(1, 4),
                        Column.of("Uptime", "s", uptime()),
                        Column.of("Up", "none", max(targets(), GATEWAY)))
                .size(24, 10)
                .override(Table.linked(INSTANCE, Links.to("overview", INSTANCE)));
    }

    // -------------------------------------------------------------- top lists

    private static Panel errors() {
        return lines(
                        "Message error ratio, the ten worst",
                        "percentunit",
                        "The part of each gateway's messages that ended with an error, of the ten worst at each"
                                + " moment.")
                .query(topk(TOP, errorRatio(MESSAGES, GATEWAY)))
                .size(6, 8);
    }

    private static Panel busiest() {
        return lines(
                        "Messages, the ten busiest",
                        "cpm",
                        "Inbound messages processed a minute, of the ten busiest gateways at each moment.")
                .query(topk(TOP, perMinute(MESSAGES, GATEWAY)))
                .size(6, 8);
    }

    private static Panel waits() {
        return lines(
                        "Queue wait p95, the ten longest",
                        "s",
                        "95 of 100 entries waited less in their lane, of the ten gateways with the longest waits.")
                .query(topk(TOP, percentile(0.95, Queries.waits(), GATEWAY)))
                .size(6, 8);
    }

    private static Panel resident() {
        return lines(
                        "Resident memory, the ten largest",
                        "bytes",
                        "Resident memory of the process at its last sample, of the ten largest at each moment.")
                .query(topk(TOP, max(ALL.of(MEMORY_BYTES).is(KIND, "rss").value(), GATEWAY)))
                .size(6, 8);
    }

    // --------------------------------------------------------------- versions

    private static Panel versions() {
        return bars(
                        "Gateways by version",
                        "none",
                        "How many gateways run each build. Empty where the exporter does not tell: OpenClaw tells it"
                                + " from 2026.9 on, this exporter in that compatibility profile.")
                .query(count(builds(BUILD_ID, GATEWAY), BUILD_ID))
                .orElse("Not told")
                .size(8, 8);
    }

    private static Panel builds() {
        return Table.of(
                        "Versions",
                        "The build that each gateway runs.",
                        List.of(labels(GATEWAY, BUILD_ID)),
                        Column.of("Gateways", "none", builds(BUILD_ID, GATEWAY)))
                .orElse("Not told")
                .size(16, 8);
    }

    private static Expression builds(Label build, Label... gateway) {
        return group(BUILDS.value(), labels(gateway, build));
    }
}
