package ai.openclaw.diagnostics.dashboards.query;

import static ai.openclaw.diagnostics.catalog.domain.Labels.*;
import static ai.openclaw.diagnostics.catalog.domain.ModelMetrics.*;
import static ai.openclaw.diagnostics.catalog.domain.RunMetrics.*;
import static ai.openclaw.diagnostics.dashboards.query.Queries.ALL;
import static ai.openclaw.diagnostics.dashboards.query.Queries.EXPORTERS_STARTED;
import static ai.openclaw.diagnostics.dashboards.query.Queries.RANGE;
import static ai.openclaw.diagnostics.dashboards.query.Queries.disjoint;
import static ai.openclaw.diagnostics.dashboards.query.Queries.within;
import static ai.openclaw.diagnostics.promql.Aggregations.labels;
import static ai.openclaw.diagnostics.promql.Aggregations.min;
import static ai.openclaw.diagnostics.promql.Aggregations.sum;
import static ai.openclaw.diagnostics.promql.OverTime.firstSeen;
import static ai.openclaw.diagnostics.promql.Promql.secondsSince;

import ai.openclaw.diagnostics.catalog.Label;
import ai.openclaw.diagnostics.promql.Expression;
import ai.openclaw.diagnostics.promql.Promql;
import ai.openclaw.diagnostics.promql.Selector;

/** Spend, and what follows from it and from something beside it: forecasts and estimates. */
public final class CostQueries {

    /** US dollars spent. */
    public static final Selector COST = ALL.of(MODEL_COST_USD);
    /** Tokens used, each counted once. */
    public static final Selector TOKENS = disjoint(ALL.of(MODEL_TOKENS_TOTAL));

    private static final Label[] BY_MODEL = {PROVIDER, MODEL};

    /** Prices as a multiple of a model's price of input: what most providers charge. */
    private static final double OUTPUT = 5;

    private static final double CACHE_READ = 0.1;
    private static final double CACHE_WRITE = 1.25;

    private CostQueries() {}

    /** Returns what the rest of the month will cost at the mean of the last seven days, or of the days there were. */
    public static Expression restOfMonth() {
        Expression seconds = secondsSince(min(firstSeen(ALL.of(EXPORTERS_STARTED), "7d", "5m")));
        return within("7d", COST).per(seconds).times(Promql.restOfMonth());
    }

    /** Returns each model's spend shared out by the time that its runs of each trigger took. */
    public static Expression byTrigger() {
        Selector time = ALL.sum(RUN_DURATION);
        Expression part =
                within(RANGE, time, labels(BY_MODEL, TRIGGER)).perEach(within(RANGE, time, BY_MODEL), BY_MODEL);
        return sum(part.timesEach(within(RANGE, COST, BY_MODEL), BY_MODEL), TRIGGER);
    }

    /** Returns what tokens read from a cache would have cost more as input, less what writing them cost more. */
    public static Expression savedByCaching() {
        Expression asInput = weighted(1, OUTPUT, CACHE_READ, CACHE_WRITE);
        Expression inputPrice = within(RANGE, COST, BY_MODEL).per(asInput);
        return inputPrice.times(weighted(0, 0, 1 - CACHE_READ, 1 - CACHE_WRITE));
    }

    /** Returns the tokens of the models that cost nothing within the time range, by model. */
    public static Expression tokensWithoutCost() {
        return within(RANGE, TOKENS, BY_MODEL)
                .above(0)
                .unless(within(RANGE, COST, BY_MODEL).above(0));
    }

    /** Returns the tokens of each model, each kind times its weight; a kind without weight is left out. */
    private static Expression weighted(double input, double output, double read, double write) {
        Expression all = weighted("cache_read", read).or(weighted("cache_write", write));
        if (input > 0) {
            all = all.or(weighted("input", input)).or(weighted("output", output));
        }
        return sum(all, BY_MODEL);
    }

    private static Expression weighted(String type, double weight) {
        return within(RANGE, ALL.of(MODEL_TOKENS_TOTAL).is(TOKEN_TYPE, type), labels(BY_MODEL, TOKEN_TYPE))
                .times(weight);
    }
}
