package ai.openclaw.diagnostics.dashboards.page;

import static ai.openclaw.diagnostics.catalog.domain.Labels.*;
import static ai.openclaw.diagnostics.catalog.domain.ModelMetrics.*;
import static ai.openclaw.diagnostics.catalog.domain.RunMetrics.*;
import static ai.openclaw.diagnostics.dashboards.grafana.Panels.*;
import static ai.openclaw.diagnostics.dashboards.query.CostQueries.COST;
import static ai.openclaw.diagnostics.dashboards.query.CostQueries.TOKENS;
import static ai.openclaw.diagnostics.dashboards.query.Queries.*;
import static ai.openclaw.diagnostics.promql.Aggregations.count;
import static ai.openclaw.diagnostics.promql.Aggregations.sortDesc;
import static ai.openclaw.diagnostics.promql.Aggregations.topk;
import static ai.openclaw.diagnostics.promql.Promql.variable;

import ai.openclaw.diagnostics.catalog.Label;
import ai.openclaw.diagnostics.dashboards.grafana.Colours;
import ai.openclaw.diagnostics.dashboards.grafana.Dashboard;
import ai.openclaw.diagnostics.dashboards.grafana.Links;
import ai.openclaw.diagnostics.dashboards.grafana.Panel;
import ai.openclaw.diagnostics.dashboards.grafana.Table;
import ai.openclaw.diagnostics.dashboards.grafana.Table.Column;
import ai.openclaw.diagnostics.dashboards.grafana.Variable;
import ai.openclaw.diagnostics.dashboards.query.CostQueries;
import ai.openclaw.diagnostics.promql.Expression;
import ai.openclaw.diagnostics.promql.Selector;
import java.util.List;

/** What is spent, by whom, how fast, and what cannot be seen of it. */
public final class CostPage {

    /** What every panel about money has to say. */
    static final String BLIND = "It cannot see calls that report no usage, nor models without a price.";

    static final String USD = "currencyUSD";

    private static final int MILLION = 1_000_000;
    private static final Label[] BY_MODEL = {PROVIDER, MODEL};

    private CostPage() {}

    /** Returns the page. */
    public static Dashboard page() {
        return new Dashboard(
                        "cost", "Cost", "What is spent, by which agent, channel and model, and will it fit the budget?")
                .variable(Variable.dailyBudget())
                .row(
                        "Now",
                        inTimeRange(),
                        lastHour(),
                        lastDay(),
                        budget(),
                        thisMonth(),
                        forecast(),
                        perRun(),
                        unpriced())
                .row("Spend over time", byModel(), byAgentAndDay(), byChannel())
                .row("Who spends", agents(), gateways(), channels(), triggers())
                .row("Models and caching", models(), saved(), cacheReads())
                .closedRow("What cannot be seen", UnseenSpendPanels.all());
    }

    // ------------------------------------------------------------------- now

    private static Panel inTimeRange() {
        return money("Spend in range", "US dollars spent within the time range chosen above.")
                .query(within(RANGE, COST).orZero());
    }

    private static Panel lastHour() {
        return stat("Spend, last hour", USD, sees("US dollars spent within the hour before each moment."))
                .query(within("1h", COST).orZero())
                .neutral()
                .decimals(2);
    }

    private static Panel lastDay() {
        return money("Spend, 24 h", "US dollars spent within the last 24 hours, whatever the time range.")
                .query(within("1d", COST).orZero());
    }

    private static Panel budget() {
        return gauge(
                        "Daily budget used",
                        "percentunit",
                        sees("Spend of the last 24 hours against the daily budget "
                                + "typed in above. Yellow from 80 %, red when it is used up."))
                .query(within("1d", COST).orZero().per(variable(Variable.DAILY_BUDGET)))
                .risky(0.8, 1)
                .from(0)
                .upTo(1)
                .decimals(0);
    }

    private static Panel thisMonth() {
        return money("Spend this month", "US dollars spent since the first of the month, whatever the time range.")
                .query(within(RANGE, COST).orZero())
                .thisMonth();
    }

    private static Panel forecast() {
        return money(
                        "Forecast for the month",
                        "What the whole month will cost: the spend so far, and for the rest the mean of the last "
                                + "seven days. A gateway that was first seen less than seven days ago counts with the "
                                + "time since then, so the figure is right on the first day.")
                .query(within(RANGE, COST).orZero().plus(CostQueries.restOfMonth()))
                .thisMonth();
    }

    private static Panel perRun() {
        return money("Spend per run", "US dollars for each agent run that ended within the time range.")
                .query(within(RANGE, COST).per(inRange(ALL.of(RUN_COMPLETED))))
                .decimals(4);
    }

    private static Panel unpriced() {
        return total(
                        "Models without a price",
                        "none",
                        "Models that used tokens in the time range and cost nothing. A local model costs nothing"
                                + " rightly; any other lacks a price, and its spend is missing here.")
                .query(count(CostQueries.tokensWithoutCost()).orZero())
                .risky(1, 1_000);
    }

    // ------------------------------------------------------------- over time

    private static Panel byModel() {
        return stack("Spend by model, an hour", USD, sees("US dollars spent within the hour before each moment."))
                .query(within("1h", COST, BY_MODEL))
                .decimals(2);
    }

    private static Panel byAgentAndDay() {
        return stack(
                        "Spend by agent, 24 h",
                        USD,
                        sees("US dollars spent by each agent within the 24 hours before each "
                                + "moment. The line is the daily budget typed in above."))
                .query("{{agent}}", within("1d", COST, AGENT))
                .query("Daily budget", variable(Variable.DAILY_BUDGET))
                .line("Daily budget", Colours.RED)
                .decimals(2);
    }

    private static Panel byChannel() {
        return stack("Spend by channel, an hour", USD, sees("US dollars spent within the hour before each moment."))
                .query(within("1h", COST, CHANNEL))
                .decimals(2);
    }

    // ------------------------------------------------------------ who spends

    private static Panel agents() {
        return spenders("Spend by agent", "US dollars within the time range, the 20 greatest first.")
                .query(greatest(within(RANGE, COST, AGENT)));
    }

    private static Panel gateways() {
        return spenders("Spend by gateway", "US dollars within the time range, the 20 greatest first.")
                .query(greatest(within(RANGE, COST, GATEWAY)));
    }

    private static Panel channels() {
        return spenders("Spend by channel", "US dollars within the time range, the 20 greatest first.")
                .query(greatest(within(RANGE, COST, CHANNEL)));
    }

    private static Panel triggers() {
        return spenders(
                        "Spend by trigger, estimated",
                        "What users, cron and heartbeats cost within the time range. Spend has no label for it, so"
                                + " each model's spend is shared out by how long its runs of each trigger took.")
                .query(greatest(CostQueries.byTrigger()));
    }

    private static Panel spenders(String title, String description) {
        return bars(title, USD, sees(description)).decimals(2).size(6, 8);
    }

    private static Expression greatest(Expression spend) {
        return sortDesc(topk(20, spend));
    }

    // ---------------------------------------------------- models and caching

    private static Panel models() {
        return Table.of(
                        "Spend by model",
                        sees("What each model cost and used in the time range. Tokens are all tokens: input,"
                                + " output, and what was read from and written to a cache. Dollars for a million"
                                + " of them make models comparable."),
                        List.of(PROVIDER, MODEL),
                        Column.of("Spend", USD, within(RANGE, COST, BY_MODEL))
                                .decimals(2)
                                .orElse("no price"),
                        Column.of("Tokens", "short", within(RANGE, TOKENS, BY_MODEL))
                                .decimals(1),
                        Column.of("Per 1M tokens", USD, perMillionTokens())
                                .decimals(2)
                                .orElse("no price"),
                        Column.of("Calls", "none", inRange(ALL.of(MODEL_CALL_TOTAL), BY_MODEL))
                                .decimals(0))
                .size(12, 8)
                .override(Table.linked(MODEL, Links.to("models", PROVIDER, MODEL)));
    }

    private static Expression perMillionTokens() {
        return within(RANGE, COST, BY_MODEL)
                .per(within(RANGE, TOKENS, BY_MODEL))
                .times(MILLION);
    }

    private static Panel saved() {
        return spenders(
                        "Saved by caching, estimated",
                        "What the tokens read from a cache would have cost beyond what they did, within the time"
                                + " range, less the surcharge for writing them. A model's input price follows from its"
                                + " spend, where output costs 5 times, a cache read 0.1 times and a cache write 1.25 times"
                                + " as much.")
                .query(greatest(CostQueries.savedByCaching()));
    }

    private static Panel cacheReads() {
        return bars(
                        "Read from cache",
                        "percentunit",
                        "The part of each model's prompt tokens that was read from a cache in the time range, the 20 "
                                + "greatest first. Its provider charges a fraction for them.")
                .query(greatest(cacheShare()))
                .upTo(1)
                .decimals(0)
                .size(6, 8);
    }

    private static Expression cacheShare() {
        Selector tokens = ALL.of(MODEL_TOKENS_TOTAL);
        return within(RANGE, tokens.is(TOKEN_TYPE, "cache_read"), BY_MODEL)
                .per(within(RANGE, tokens.is(TOKEN_TYPE, "prompt"), BY_MODEL));
    }

    private static Panel money(String title, String description) {
        return total(title, USD, sees(description)).neutral().decimals(2);
    }

    private static String sees(String description) {
        return description + " " + BLIND;
    }
}
