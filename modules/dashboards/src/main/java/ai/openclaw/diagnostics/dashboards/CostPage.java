package ai.openclaw.diagnostics.dashboards;

import static ai.openclaw.diagnostics.catalog.OpenClawCatalog.*;
import static ai.openclaw.diagnostics.dashboards.Panel.*;
import static ai.openclaw.diagnostics.dashboards.Queries.*;
import static ai.openclaw.diagnostics.promql.Promql.count;
import static ai.openclaw.diagnostics.promql.Promql.increase;
import static ai.openclaw.diagnostics.promql.Promql.sortDesc;
import static ai.openclaw.diagnostics.promql.Promql.sum;
import static ai.openclaw.diagnostics.promql.Promql.variable;

import ai.openclaw.diagnostics.catalog.Label;
import ai.openclaw.diagnostics.dashboards.Table.Column;
import ai.openclaw.diagnostics.promql.Expression;
import ai.openclaw.diagnostics.promql.Selector;
import java.util.List;

/** What is spent, by whom, how fast, and what cannot be seen of it. */
final class CostPage {

    /** What every panel about money has to say. */
    static final String BLIND = "It cannot see calls that report no usage, nor models without a price.";

    private static final String USD = "currencyUSD";
    private static final int MILLION = 1_000_000;
    private static final Label[] BY_MODEL = {PROVIDER, MODEL};
    private static final Selector COST = ALL.of(MODEL_COST_USD);
    private static final Selector TOKENS = inputAndOutput(ALL.of(MODEL_TOKENS_TOTAL));
    private static final Selector REPORTS = ALL.count(GEN_AI_TOKEN_USAGE).is(TOKEN_TYPE, "output");

    private CostPage() {}

    static Dashboard page() {
        return new Dashboard(
                        "cost", "Cost", "What is spent, by which agent, channel and model, and will it fit the budget?")
                .variable(Variable.dailyBudget())
                .row("Now", inTimeRange(), lastHour(), lastDay(), budget(), month(), perRun(), perMessage(), unpriced())
                .row("Spend over time", byModel(), byAgentAndDay(), byChannel())
                .row("Who spends", agents(), channels(), providers(), models())
                .row("What cannot be seen", unpricedModels(), reports());
    }

    // ------------------------------------------------------------------- now

    private static Panel inTimeRange() {
        return money("Spend in range", "US dollars spent within the time range chosen above.")
                .query(inRange(COST).orZero());
    }

    private static Panel lastHour() {
        return stat("Spend, last hour", USD, sees("US dollars spent within the hour before each moment."))
                .query(sum(increase(COST, "1h")).orZero())
                .neutral()
                .decimals(2);
    }

    private static Panel lastDay() {
        return money("Spend, 24 h", "US dollars spent within the last 24 hours, whatever the time range.")
                .query(sum(increase(COST, "1d")).orZero());
    }

    private static Panel budget() {
        return gauge(
                        "Daily budget used",
                        "percentunit",
                        sees("Spend of the last 24 hours against the daily budget "
                                + "typed in above. Yellow from 80 %, red when it is used up."))
                .query(sum(increase(COST, "1d")).orZero().per(variable(Variable.DAILY_BUDGET)))
                .risky(0.8, 1)
                .from(0)
                .upTo(1)
                .decimals(0);
    }

    private static Panel month() {
        return money("30 days at this rate", "What 30 days cost if each is like the last 24 hours.")
                .query(sum(increase(COST, "1d")).times(30).orZero());
    }

    private static Panel perRun() {
        return money("Spend per run", "US dollars for each agent run that ended within the time range.")
                .query(inRange(COST).per(inRange(ALL.of(RUN_COMPLETED))))
                .decimals(3);
    }

    private static Panel perMessage() {
        return money(
                        "Spend per message",
                        "US dollars for each inbound message within the time range; what cron and "
                                + "heartbeats spend is in it.")
                .query(inRange(COST).per(inRange(ALL.of(MESSAGE_PROCESSED_TOTAL))))
                .decimals(3);
    }

    private static Panel unpriced() {
        return total(
                        "Models without a price",
                        "none",
                        "Models that used tokens in the time range and cost nothing. A "
                                + "local model costs nothing rightly; any other lacks a price, and its spend is missing here.")
                .query(count(tokensWithoutCost()).orZero())
                .risky(1, 1_000);
    }

    // ------------------------------------------------------------- over time

    private static Panel byModel() {
        return stack("Spend by model, an hour", USD, sees("US dollars spent within the hour before each moment."))
                .query(sum(increase(COST, "1h"), BY_MODEL))
                .decimals(2);
    }

    private static Panel byAgentAndDay() {
        return stack(
                        "Spend by agent, 24 h",
                        USD,
                        sees("US dollars spent by each agent within the 24 hours before each "
                                + "moment. The line is the daily budget typed in above."))
                .query("{{agent}}", sum(increase(COST, "1d"), AGENT))
                .query("Daily budget", variable(Variable.DAILY_BUDGET))
                .line("Daily budget", Colours.RED)
                .decimals(2);
    }

    private static Panel byChannel() {
        return stack("Spend by channel, an hour", USD, sees("US dollars spent within the hour before each moment."))
                .query(sum(increase(COST, "1h"), CHANNEL))
                .decimals(2);
    }

    // ------------------------------------------------------------ who spends

    private static Panel agents() {
        return spenders("Spend by agent", AGENT);
    }

    private static Panel channels() {
        return spenders("Spend by channel", CHANNEL);
    }

    private static Panel providers() {
        return spenders("Spend by provider", PROVIDER);
    }

    private static Panel spenders(String title, Label by) {
        return bars(title, USD, sees("US dollars within the time range, the greatest first."))
                .query(sortDesc(inRange(COST, by)))
                .decimals(2);
    }

    private static Panel models() {
        return Table.of(
                        "Spend by model",
                        sees(
                                "What each model cost and used in the time range. Tokens are input and output; dollars for a "
                                        + "million of them make models comparable, and include what the cache costs."),
                        List.of(PROVIDER, MODEL),
                        Column.of("Spend", USD, inRange(COST, BY_MODEL))
                                .decimals(2)
                                .orElse("no price"),
                        Column.of("Tokens", "short", inRange(TOKENS, BY_MODEL)).decimals(1),
                        Column.of("Per 1M tokens", USD, perMillionTokens())
                                .decimals(2)
                                .orElse("no price"),
                        Column.of("Calls", "none", inRange(ALL.of(MODEL_CALL_TOTAL), BY_MODEL))
                                .decimals(0))
                .size(24, 8)
                .override(Table.linked(MODEL, Links.to("models", PROVIDER, MODEL)));
    }

    private static Expression perMillionTokens() {
        return inRange(COST, BY_MODEL).per(inRange(TOKENS, BY_MODEL)).times(MILLION);
    }

    // ---------------------------------------------------- what is not seen

    private static Panel unpricedModels() {
        return Table.of(
                        "Models without a price",
                        "Models that used tokens in the time range and cost nothing, with what they used. Empty where "
                                + "every model has a price. Give the model a price in the gateway's configuration.",
                        List.of(PROVIDER, MODEL),
                        Column.of("Tokens", "short", tokensWithoutCost()).decimals(1))
                .size(8, 8)
                .orElse("None");
    }

    private static Expression tokensWithoutCost() {
        return inRange(TOKENS, BY_MODEL).above(0).unless(inRange(COST, BY_MODEL).above(0));
    }

    private static Panel reports() {
        return lines(
                        "Model calls and usage reports",
                        "cpm",
                        "Calls that were completed, and usage reports, a minute. "
                                + "Spend and tokens come from the reports. A report may cover the several calls of a run, so fewer "
                                + "reports than calls are usual; no reports at all mean that spend cannot be seen.")
                .query("Completed calls", perMinute(ALL.of(MODEL_CALL_TOTAL).is(OUTCOME, "completed")))
                .query("Usage reports", perMinute(REPORTS))
                .size(16, 8);
    }

    private static Panel money(String title, String description) {
        return total(title, USD, sees(description)).neutral().decimals(2);
    }

    private static String sees(String description) {
        return description + " " + BLIND;
    }
}
