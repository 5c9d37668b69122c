package ai.openclaw.diagnostics.dashboards.page;

import static ai.openclaw.diagnostics.catalog.domain.Labels.*;
import static ai.openclaw.diagnostics.catalog.domain.ModelMetrics.*;
import static ai.openclaw.diagnostics.catalog.domain.RunMetrics.*;
import static ai.openclaw.diagnostics.dashboards.grafana.Panels.*;
import static ai.openclaw.diagnostics.dashboards.query.Queries.*;
import static ai.openclaw.diagnostics.promql.Aggregations.sum;
import static ai.openclaw.diagnostics.promql.Aggregations.topk;
import static ai.openclaw.diagnostics.promql.OverTime.rate;

import ai.openclaw.diagnostics.catalog.Label;
import ai.openclaw.diagnostics.dashboards.grafana.Dashboard;
import ai.openclaw.diagnostics.dashboards.grafana.Panel;
import ai.openclaw.diagnostics.dashboards.grafana.Variable;
import ai.openclaw.diagnostics.dashboards.query.Queries;
import ai.openclaw.diagnostics.promql.Expression;
import ai.openclaw.diagnostics.promql.Selector;

/** Which model or provider fails, is slow, or uses many tokens. */
public final class ModelsPage {

    private static final Label[] BY_MODEL = {PROVIDER, MODEL};
    private static final Selector CALLS = chosen(ALL.of(MODEL_CALL_TOTAL));
    private static final Selector CALL_TIMES = chosen(ALL.buckets(MODEL_CALL_DURATION));
    private static final Selector TOKENS = chosen(ALL.of(MODEL_TOKENS_TOTAL));

    private ModelsPage() {}

    private static Selector chosen(Selector series) {
        return series.matches(PROVIDER, "$provider").matches(MODEL, "$model");
    }

    /** Returns the page. */
    public static Dashboard page() {
        return new Dashboard("models", "Models", "Which model or provider fails, is slow, or uses many tokens?")
                .variable(Variable.values(PROVIDER, ALL.of(MODEL_CALL_TOTAL)))
                .variable(Variable.values(MODEL, ALL.of(MODEL_CALL_TOTAL).matches(PROVIDER, "$provider")))
                .row("Now", calls(), errors(), median(), slow(), tokens(), cached())
                .row("Calls", byOutcome(), byProvider(), errorRatio(), byCategory(), errorTypes(), transports())
                .row("Tokens", byType(), cacheRatio(), perCall())
                .closedRow("Duration", callMedian(), callSlow(), callSpread(), runSlow(), usageSlow(), outputSpeed())
                .closedRow("Failovers (2026.9)", failovers());
    }

    // ------------------------------------------------------------------- now

    private static Panel calls() {
        return stat("Calls / min", "cpm", "Calls to model providers that ended, a minute.")
                .query(perMinute(CALLS).orZero())
                .neutral()
                .size(4, 4);
    }

    private static Panel errors() {
        return stat("Call errors", "percentunit", "The part of calls that failed. Retries may have saved the run.")
                .query(Queries.errorRatio(CALLS))
                .risky(0.05, 0.2)
                .decimals(1)
                .size(4, 4);
    }

    private static Panel median() {
        return stat("Call p50", "s", "Half of the calls were shorter.")
                .query(percentile(0.5, CALL_TIMES))
                .neutral()
                .decimals(1)
                .size(4, 4);
    }

    private static Panel slow() {
        return stat("Call p95", "s", "95 of 100 calls were shorter. Yellow from a minute, red from three.")
                .query(percentile(0.95, CALL_TIMES))
                .risky(60, 180)
                .decimals(1)
                .size(4, 4);
    }

    private static Panel tokens() {
        return stat("Tokens / s", "short", "Tokens a second, cached ones included, as far as usage is reported.")
                .query(perSecond(disjoint(TOKENS)).orZero())
                .neutral()
                .decimals(1)
                .size(4, 4);
    }

    private static Panel cached() {
        return stat(
                        "Read from cache",
                        "percentunit",
                        "The part of prompt tokens that the provider read from its cache, "
                                + "which costs a fraction. A sudden fall makes every call dearer.")
                .query(cacheReads())
                .wanted(0.1, 0.3)
                .decimals(0)
                .size(4, 4);
    }

    // ----------------------------------------------------------------- calls

    private static Panel byOutcome() {
        return stack("Calls by outcome", "cpm", "Calls that ended, a minute, by how they ended.")
                .query(perMinute(CALLS, OUTCOME));
    }

    private static Panel byProvider() {
        return stack(
                        "Calls by provider",
                        "cpm",
                        "Calls that ended, a minute. A provider that vanishes here while another "
                                + "grows is failing over.")
                .query(perMinute(CALLS, PROVIDER));
    }

    private static Panel errorRatio() {
        return lines(
                        "Error ratio by model",
                        "percentunit",
                        "The part of each model's calls that failed. At 1 the model "
                                + "is down; look at the category beside it.")
                .query(Queries.errorRatio(CALLS, BY_MODEL))
                .risky(0.05, 0.2)
                .withThresholdLines()
                .upTo(1);
    }

    private static Panel byCategory() {
        return stack(
                        "Errors by category",
                        "cpm",
                        "Failed calls a minute. A rate limit asks for a slower pace or a greater "
                                + "quota, a timeout for the provider's status page.")
                .query(perMinute(CALLS.is(OUTCOME, "error"), ERROR_CATEGORY))
                .orElse("No errors");
    }

    private static Panel errorTypes() {
        return bars("Errors by model and category", "none", "Failed calls in the time range, the ten most frequent.")
                .query(topk(10, inRange(CALLS.is(OUTCOME, "error"), PROVIDER, MODEL, ERROR_CATEGORY)))
                .decimals(0)
                .orElse("No errors");
    }

    private static Panel transports() {
        return stack("Calls by API and transport", "cpm", "Calls that ended, a minute, by the API spoken and how.")
                .query(perMinute(CALLS, API, TRANSPORT));
    }

    // -------------------------------------------------------------- duration

    private static Panel callMedian() {
        return lines("Call duration p50", "s", "Half of each model's calls were shorter.")
                .query(percentile(0.5, CALL_TIMES, BY_MODEL));
    }

    private static Panel callSlow() {
        return lines(
                        "Call duration p95",
                        "s",
                        "95 of 100 of each model's calls were shorter. Failed calls count as well: a "
                                + "step up to a round number is a timeout.")
                .query(percentile(0.95, CALL_TIMES, BY_MODEL));
    }

    private static Panel callSpread() {
        return heatmap("Call duration", "s", "How long calls took: the darker, the more calls fell into that range.")
                .query(spread(CALL_TIMES));
    }

    private static Panel runSlow() {
        return lines(
                        "Run duration p95",
                        "s",
                        "95 of 100 agent runs with each model were shorter. A run is made of model calls, tools and"
                                + " waiting; where calls are quick and runs are slow, look at the tools.")
                .query(percentile(0.95, chosen(ALL.buckets(RUN_DURATION)), BY_MODEL));
    }

    private static Panel usageSlow() {
        return lines(
                        "Duration per usage report, p95",
                        "s",
                        "95 of 100 usage reports covered less work than this. A report " + "may cover several calls.")
                .query(percentile(0.95, chosen(ALL.buckets(MODEL_USAGE_DURATION)), BY_MODEL));
    }

    private static Panel outputSpeed() {
        Expression busy = sum(rate(chosen(ALL.sum(MODEL_USAGE_DURATION)), RATE), BY_MODEL);
        return lines(
                        "Output tokens per second of work",
                        "none",
                        "Output tokens for each second that usage reports cover. "
                                + "It falls where a provider is overloaded.")
                .query(perSecond(TOKENS.is(TOKEN_TYPE, "output"), BY_MODEL).per(busy))
                .decimals(0);
    }

    // ---------------------------------------------------------------- tokens

    private static Panel byType() {
        return stack(
                        "Tokens by type, a second",
                        "short",
                        "Tokens a second; together they are all tokens. Those read from and written to the cache are "
                                + "part of the prompt, beside the plain input.")
                .query(perSecond(disjoint(TOKENS), TOKEN_TYPE));
    }

    private static Panel cacheRatio() {
        return lines(
                        "Read from cache, by model",
                        "percentunit",
                        "The part of prompt tokens that the provider read from "
                                + "its cache. It falls when prompts change near their beginning.")
                .query(cacheReads(BY_MODEL))
                .upTo(1);
    }

    private static Expression cacheReads(Label... by) {
        return perSecond(TOKENS.is(TOKEN_TYPE, "cache_read"), by).per(perSecond(TOKENS.is(TOKEN_TYPE, "prompt"), by));
    }

    private static Panel perCall() {
        return lines(
                        "Uncached input per usage report, p95",
                        "short",
                        "95 of 100 usage reports had fewer input tokens beside those read from or written to a cache. "
                                + "What grows day by day is a context that is never cut, or a cache that is missed.")
                .query(percentile(0.95, chosen(ALL.buckets(GEN_AI_TOKEN_USAGE)).is(TOKEN_TYPE, "input"), BY_MODEL))
                .decimals(1);
    }

    private static Panel failovers() {
        return stack(
                        "Failovers",
                        "short",
                        "Times that another model took over for one that failed, an hour, by which and why.")
                .query(hourly(ALL.of(MODEL_FAILOVER_TOTAL), FROM_MODEL, TO_MODEL, FAILOVER_REASON))
                .orElse("No failovers");
    }
}
