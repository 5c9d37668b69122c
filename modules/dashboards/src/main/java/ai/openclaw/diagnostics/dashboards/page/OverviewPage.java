package ai.openclaw.diagnostics.dashboards.page;

import static ai.openclaw.diagnostics.catalog.domain.Labels.*;
import static ai.openclaw.diagnostics.catalog.domain.MessageMetrics.*;
import static ai.openclaw.diagnostics.catalog.domain.ModelMetrics.*;
import static ai.openclaw.diagnostics.catalog.domain.RunMetrics.*;
import static ai.openclaw.diagnostics.dashboards.grafana.Panels.*;
import static ai.openclaw.diagnostics.dashboards.query.Queries.*;
import static ai.openclaw.diagnostics.promql.Aggregations.count;
import static ai.openclaw.diagnostics.promql.Aggregations.quantile;
import static ai.openclaw.diagnostics.promql.Aggregations.sum;
import static ai.openclaw.diagnostics.promql.OverTime.increase;
import static ai.openclaw.diagnostics.promql.Promql.ratio;

import ai.openclaw.diagnostics.catalog.Label;
import ai.openclaw.diagnostics.dashboards.grafana.Colours;
import ai.openclaw.diagnostics.dashboards.grafana.Dashboard;
import ai.openclaw.diagnostics.dashboards.grafana.Links;
import ai.openclaw.diagnostics.dashboards.grafana.Panel;
import ai.openclaw.diagnostics.dashboards.grafana.Table;
import ai.openclaw.diagnostics.dashboards.grafana.Table.Column;
import ai.openclaw.diagnostics.dashboards.grafana.Variable;
import ai.openclaw.diagnostics.promql.Expression;
import ai.openclaw.diagnostics.promql.Selector;
import java.util.List;

/** Is it healthy, what is it doing, what does it cost: one screen, and the ways on from there. */
public final class OverviewPage {

    private static final Selector MESSAGES = ALL.of(MESSAGE_PROCESSED_TOTAL);
    private static final Selector CALLS = ALL.of(MODEL_CALL_TOTAL);
    private static final Label[] BY_MODEL = {PROVIDER, MODEL};

    private OverviewPage() {}

    /** Returns the page. */
    public static Dashboard page() {
        return new Dashboard("overview", "Overview", "Is the gateway healthy, what is it doing, and what does it cost?")
                .variable(Variable.latencyTarget())
                .row("Now", gateways(), alerts(), messages(), errors(), inTime(), queueWait(), budgetLeft(), spend())
                .row("Traffic and error budget", byOutcome(), runs(), burn())
                .row("Models", models(), spendRate())
                .row("Failures", FailurePanels.all());
    }

    // ------------------------------------------------------------------- now

    private static Panel gateways() {
        return stat(
                        "Gateways",
                        "none",
                        "Targets that Prometheus could scrape at its last try, and those it could not. A "
                                + "target counts once its job has had an exporter within a day.")
                .query("Up", count(targets().equalTo(1)).orZero())
                .query("Down", count(targets().equalTo(0)).orZero())
                .never(1)
                .needed("Up", 1)
                .option("graphMode", "none")
                .link(Links.to("gateway"));
    }

    private static Panel alerts() {
        return stat(
                        "Firing alerts",
                        "none",
                        "Alerts of this project that fire. It is 0, too, where Prometheus has not "
                                + "loaded the alert rules.")
                .query(count(FIRING.value()).orZero())
                .never(1);
    }

    private static Panel messages() {
        return stat("Messages / min", "cpm", "Inbound messages processed, whatever came of them. 0 on a quiet gateway.")
                .query(perMinute(MESSAGES).orZero())
                .neutral()
                .link(Links.to("messages"));
    }

    private static Panel errors() {
        return stat(
                        "Message errors",
                        "percentunit",
                        "The part of messages that ended with an error. Yellow from 1 %, "
                                + "which is the objective, red from 5 %.")
                .query(errorRatio(MESSAGES))
                .risky(0.01, 0.05)
                .decimals(2)
                .link(Links.to("messages"));
    }

    private static Panel inTime() {
        Selector quick =
                ALL.buckets(MESSAGE_PROCESSED_DURATION).upToVariable(Variable.LATENCY_TARGET, Variable.LATENCY_TARGETS);
        return stat(
                        "Within latency target",
                        "percentunit",
                        "The part of messages that were done within the latency target chosen above. Red below 90 %, "
                                + "green from 95 % on.")
                .query(perSecond(quick).per(perSecond(ALL.count(MESSAGE_PROCESSED_DURATION))))
                .wanted(0.9, 0.95)
                .decimals(1);
    }

    private static Panel budgetLeft() {
        Expression failed = within(RANGE, MESSAGES.is(OUTCOME, "error"));
        Expression used = ratio(failed, within(RANGE, MESSAGES)).dividedBy(ERROR_BUDGET);
        return total(
                        "Error budget left",
                        "percentunit",
                        "What this month has left of its error budget: 1 % of the month's messages so far may fail."
                                + " 100 % is untouched; below 0 the objective of 99 % is missed for the month.")
                .query(used.subtractedFrom(1))
                .thisMonth()
                .wanted(0, 0.25)
                .decimals(0)
                .link(Links.to("messages"));
    }

    private static Panel queueWait() {
        return stat(
                        "Queue wait p95",
                        "s",
                        "95 of 100 entries waited less in their lane; the lane session is left out, where a "
                                + "message waits for the one before. Yellow from 2 s, the objective, red from 30 s.")
                .query(percentile(0.95, waits()))
                .risky(2, 30)
                .decimals(1)
                .link(Links.to("messages"));
    }

    private static Panel spend() {
        return total(
                        "Spend, 24 h",
                        "currencyUSD",
                        "US dollars spent on models within the last 24 hours. " + CostPage.BLIND)
                .query(within("1d", ALL.of(MODEL_COST_USD)).orZero())
                .neutral()
                .decimals(2)
                .link(Links.to("cost"));
    }

    // --------------------------------------------------------------- traffic

    private static Panel byOutcome() {
        return stack(
                        "Messages by outcome",
                        "cpm",
                        "Inbound messages processed a minute. Red should be a thin line; "
                                + "skipped ones are those that the gateway chose not to answer.")
                .query(perMinute(MESSAGES, OUTCOME));
    }

    private static Panel runs() {
        return stack(
                        "Runs by outcome",
                        "cpm",
                        "Agent runs that ended, a minute. A message may start several runs, and "
                                + "cron or heartbeats start runs without a message.")
                .query(perMinute(ALL.of(RUN_COMPLETED), OUTCOME));
    }

    private static Panel burn() {
        return lines(
                        "Error budget burn",
                        "none",
                        "How many times faster than allowed messages fail: at 1 the budget of 1 % lasts just as long"
                                + " as its period. Above 14.4 over an hour, or 6 over six hours, it is worth waking a"
                                + " person; above 1 over three days, a ticket. It needs no recording rules.")
                .query("1 h", burnOver("1h"))
                .query("6 h", burnOver("6h"))
                .query("3 d", burnOver("3d"))
                .risky(6, 14.4)
                .withThresholdLines()
                .colour("1 h", Colours.ORANGE)
                .colour("6 h", Colours.PURPLE)
                .colour("3 d", Colours.BLUE)
                .decimals(1);
    }

    private static Expression burnOver(String window) {
        Expression errors = sum(increase(MESSAGES.is(OUTCOME, "error"), window));
        return ratio(errors, sum(increase(MESSAGES, window))).dividedBy(ERROR_BUDGET);
    }

    // ---------------------------------------------------------------- models

    private static Panel models() {
        return Table.of(
                        "Models",
                        "What each model did in the time range. The name leads to its page. Tokens are all tokens,"
                                + " cached ones included. A model without spend has no price, or reports no usage. "
                                + CostPage.BLIND,
                        List.of(PROVIDER, MODEL),
                        Column.of("Calls", "none", inRange(CALLS, BY_MODEL)).decimals(0),
                        Column.of("Errors", "percentunit", errorRatioInRange(CALLS, BY_MODEL))
                                .risky(0.05, 0.2),
                        Column.of("p95", "s", slowInRange()).risky(60, 180).decimals(1),
                        Column.of("Tokens", "short", inRange(disjoint(ALL.of(MODEL_TOKENS_TOTAL)), BY_MODEL))
                                .decimals(1)
                                .orElse("not reported"),
                        Column.of("Spend", "currencyUSD", inRange(ALL.of(MODEL_COST_USD), BY_MODEL))
                                .decimals(2)
                                .orElse("no price"))
                .override(Table.linked(MODEL, Links.to("models", PROVIDER, MODEL)));
    }

    private static Expression slowInRange() {
        return quantile(0.95, increase(ALL.buckets(MODEL_CALL_DURATION), RANGE), BY_MODEL);
    }

    private static Panel spendRate() {
        return stack(
                        "Spend by model, an hour",
                        "currencyUSD",
                        "US dollars spent within the hour before each moment. " + CostPage.BLIND)
                .query(within("1h", ALL.of(MODEL_COST_USD), BY_MODEL))
                .decimals(2)
                .link(Links.to("cost"));
    }
}
