package ai.openclaw.diagnostics.alerts;

import static ai.openclaw.diagnostics.alerts.Alert.WHERE;
import static ai.openclaw.diagnostics.alerts.Severity.*;
import static ai.openclaw.diagnostics.alerts.Target.byJob;
import static ai.openclaw.diagnostics.alerts.Target.growth;
import static ai.openclaw.diagnostics.catalog.Labels.*;
import static ai.openclaw.diagnostics.catalog.ModelMetrics.*;
import static ai.openclaw.diagnostics.promql.Promql.*;

import ai.openclaw.diagnostics.catalog.Label;
import ai.openclaw.diagnostics.promql.Expression;
import ai.openclaw.diagnostics.promql.Scope;
import ai.openclaw.diagnostics.promql.Selector;
import java.util.List;

/** Do models answer, in time, and for how much? */
final class ModelAlerts {

    private static final Label[] BY_MODEL = byJob(PROVIDER, MODEL);

    private final Scope scope;
    private final Recordings recorded;

    ModelAlerts(Scope scope, Recordings recorded) {
        this.scope = scope;
        this.recorded = recorded;
    }

    RuleGroup models() {
        return new RuleGroup("openclaw-models", List.of(providerDown(), errorRatioHigh(), latencyHigh()));
    }

    RuleGroup cost() {
        return new RuleGroup(
                "openclaw-cost", List.of(dailySpendHigh(), budgetBurnFast(), spendSpike(), modelUnpriced()));
    }

    private Alert providerDown() {
        Selector calls = recorded.modelCalls.in(scope);
        Label[] byProvider = byJob(PROVIDER);
        Expression failed = sum(calls.is(OUTCOME, "error").value(), byProvider);
        Expression succeeded = sum(calls.isNot(OUTCOME, "error").value(), byProvider);
        return Alert.when(
                        "OpenClawProviderDown",
                        CRITICAL,
                        "models",
                        failed.atLeast(Thresholds.PROVIDER_ERRORS).unless(succeeded.above(0)))
                .lasts("5m")
                .says(
                        "Every call to a model provider fails.",
                        "{{ $labels.provider }} (" + WHERE
                                + "): {{ $value | printf \"%.0f\" }} failed calls and no success in 15 minutes.");
    }

    private Alert errorRatioHigh() {
        Expression calls = sum(recorded.modelCalls.in(scope).value(), BY_MODEL);
        return Alert.when(
                        "OpenClawModelErrorRatioHigh",
                        WARNING,
                        "models",
                        recorded.modelErrorRatio
                                .in(scope)
                                .value()
                                .above(Thresholds.MODEL_ERROR_RATIO)
                                .and(calls.atLeast(Thresholds.MODEL_CALLS)))
                .lasts("10m")
                .says(
                        "A model fails more than one call in five.",
                        "{{ $value | humanizePercentage }} of the calls to {{ $labels.provider }}/{{ $labels.model }} ("
                                + WHERE + ") failed in the last 15 minutes.");
    }

    private Alert latencyHigh() {
        Expression p95 = quantileOf(0.95, recorded.modelLatencyBuckets.in(scope).buckets());
        Expression calls = sum(recorded.modelCalls.in(scope).value(), BY_MODEL);
        return Alert.when(
                        "OpenClawModelLatencyHigh",
                        WARNING,
                        "models",
                        p95.aboveEach(recorded.modelLatency.in(scope).value(), byJob())
                                .and(calls.atLeast(Thresholds.MODEL_CALLS)))
                .lasts("15m")
                .says(
                        "Calls to a model are slow.",
                        "The 95th percentile of calls to {{ $labels.provider }}/{{ $labels.model }} (" + WHERE
                                + ") is {{ $value | humanizeDuration }}.");
    }

    private Alert dailySpendHigh() {
        return Alert.when(
                        "OpenClawDailySpendHigh",
                        WARNING,
                        "cost",
                        recorded.spendDay
                                .in(scope)
                                .value()
                                .above(recorded.dailyBudget.in(scope).value()))
                .lasts("5m")
                .says(
                        "The model spend of the last 24 hours is above the budget.",
                        WHERE + " spent {{ $value | printf \"%.2f\" }} USD in 24 hours.");
    }

    private Alert budgetBurnFast() {
        Expression part = recorded.dailyBudget.in(scope).value().times(Thresholds.BUDGET_PART_PER_HOUR);
        return Alert.when(
                        "OpenClawBudgetBurnFast",
                        WARNING,
                        "cost",
                        recorded.spendHour.in(scope).value().above(part))
                .lasts("10m")
                .says(
                        "A quarter of the daily budget was spent within an hour.",
                        WHERE + " spent {{ $value | printf \"%.2f\" }} USD in the last hour; at this pace the budget"
                                + " of a day lasts less than four hours.");
    }

    /** Against the most expensive hour of a week: work that comes once a day or once a week is no spike. */
    private Alert spendSpike() {
        Selector hour = recorded.spendHourAgent.in(scope);
        Expression usual = maxOverTime(hour.before("1d"), "7d");
        return Alert.when(
                        "OpenClawSpendSpike",
                        WARNING,
                        "cost",
                        hour.value()
                                .above(Thresholds.SPEND_SPIKE_USD)
                                .and(hour.value().above(usual.times(Thresholds.SPEND_SPIKE_FACTOR))))
                .lasts("10m")
                .says(
                        "An agent spends far more than usual.",
                        "Agent {{ $labels.agent }} (" + WHERE
                                + ") spent {{ $value | printf \"%.2f\" }} USD in the last hour, more than twice its"
                                + " most expensive hour of the week before.");
    }

    private Alert modelUnpriced() {
        Selector tokens = scope.of(MODEL_TOKENS_TOTAL)
                .in(TOKEN_TYPE, "input", "output")
                .matchesNot(PROVIDER, Thresholds.FREE_PROVIDERS);
        Expression used = growth(scope, tokens, "6h", BY_MODEL);
        Expression paid = growth(scope, scope.of(MODEL_COST_USD), "6h", BY_MODEL);
        return Alert.when("OpenClawModelUnpriced", INFO, "cost", used.above(0).unless(paid.above(0)))
                .lasts("1h")
                .says(
                        "A model uses tokens at no known price.",
                        "{{ $labels.provider }}/{{ $labels.model }} (" + WHERE
                                + ") used {{ $value | humanize }} tokens in six hours at a reported cost of zero;"
                                + " the spend shown is too low.");
    }
}
