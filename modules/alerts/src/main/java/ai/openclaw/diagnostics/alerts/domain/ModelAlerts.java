package ai.openclaw.diagnostics.alerts.domain;

import static ai.openclaw.diagnostics.alerts.rule.Alert.WHERE;
import static ai.openclaw.diagnostics.alerts.rule.Severity.*;
import static ai.openclaw.diagnostics.alerts.rule.Target.byJob;
import static ai.openclaw.diagnostics.catalog.domain.Labels.*;
import static ai.openclaw.diagnostics.promql.Aggregations.*;
import static ai.openclaw.diagnostics.promql.OverTime.*;

import ai.openclaw.diagnostics.alerts.recorded.ModelRecordings;
import ai.openclaw.diagnostics.alerts.recorded.Outcomes;
import ai.openclaw.diagnostics.alerts.recorded.Recordings;
import ai.openclaw.diagnostics.alerts.recorded.Thresholds;
import ai.openclaw.diagnostics.alerts.rule.Alert;
import ai.openclaw.diagnostics.alerts.rule.Level;
import ai.openclaw.diagnostics.alerts.rule.RuleGroup;
import ai.openclaw.diagnostics.catalog.Label;
import ai.openclaw.diagnostics.promql.Expression;
import ai.openclaw.diagnostics.promql.Scope;
import ai.openclaw.diagnostics.promql.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Do models answer, in time, and for how much? */
final class ModelAlerts {

    private final Scope scope;
    private final Recordings recorded;
    private final Outcomes calls;

    ModelAlerts(Scope scope, Recordings recorded) {
        this.scope = scope;
        this.recorded = recorded;
        this.calls = recorded.models.calls;
    }

    RuleGroup models() {
        List<Alert> alerts = new ArrayList<>(List.of(providerDown(), providerDownOfGateway()));
        alerts.addAll(errorRatioHigh().ofMinutes());
        alerts.add(latencyHigh());
        return RuleGroup.of("openclaw-models", alerts);
    }

    List<Alert> ofHours() {
        return List.of(providerDownForHours(), errorRatioHigh().ofQuietGateway());
    }

    RuleGroup cost() {
        return RuleGroup.of(
                "openclaw-cost", List.of(dailySpendHigh(), budgetBurnFast(), spendSpike(), modelUnpriced()));
    }

    private Alert providerDown() {
        return down(ModelRecordings.WINDOW, Level.JOB, Thresholds.PROVIDER_ERRORS)
                .says(
                        "Every call to a model provider fails.",
                        "{{ $labels.provider }} (" + WHERE
                                + "): {{ $value | printf \"%.0f\" }} failed calls and no success in 15 minutes.");
    }

    /** Quiet where the provider is down for the whole job, which is another alert. */
    private Alert providerDownOfGateway() {
        Alert alert = down(ModelRecordings.WINDOW, Level.GATEWAY, Thresholds.PROVIDER_ERRORS);
        Expression elsewhere = calls.succeeded(ModelRecordings.WINDOW, Level.JOB, PROVIDER);
        return alert.when(alert.expression()
                        .andOn(FailureAlerts.fleet(scope), byJob())
                        .andOn(elsewhere.above(0), byJob(PROVIDER)))
                .graded(WARNING)
                .labelled(Map.of("scope", "gateway"))
                .says(
                        "Every call to a model provider fails.",
                        "{{ $labels.provider }} (" + Level.GATEWAY.where()
                                + "): {{ $value | printf \"%.0f\" }} failed calls and no success in 15 minutes, while"
                                + " other gateways reach it.");
    }

    /** Of a Gateway with few calls, also where a fallback answers instead. */
    private Alert providerDownForHours() {
        Expression ofHours = failedWithoutSuccess("6h", "3h").or(failedWithoutSuccess("1d", "1d"));
        return down(ModelRecordings.WINDOW, Level.GATEWAY, Thresholds.PROVIDER_ERRORS)
                .when(ofHours)
                .graded(WARNING)
                .labelled(Map.of("scope", "gateway", "window", "1d"))
                .says(
                        "Every call to a model provider fails.",
                        "{{ $labels.provider }} (" + Level.GATEWAY.where()
                                + "): {{ $value | printf \"%.0f\" }} failed calls within hours, and no success since.");
    }

    private Expression failedWithoutSuccess(String range, String since) {
        return calls.failed(range, Level.GATEWAY, PROVIDER)
                .and(calls.failedRepeatedly(range, PROVIDER))
                .unless(calls.succeeded(since, Level.GATEWAY, PROVIDER).above(0));
    }

    private Alert down(String window, Level level, int errors) {
        return Alert.when(
                        "OpenClawProviderDown",
                        CRITICAL,
                        "models",
                        calls.failed(window, level, PROVIDER)
                                .atLeast(errors)
                                .unless(calls.succeeded(window, level, PROVIDER).above(0)))
                .lasts("5m");
    }

    private FailureAlerts errorRatioHigh() {
        return new FailureAlerts(
                scope,
                calls,
                recorded.models.errorRatio.in(scope).value(),
                ModelRecordings.WINDOW,
                Thresholds.MODEL_ERROR_RATIO,
                FailureAlerts.attempts(Thresholds.MODEL_CALLS),
                new Label[] {PROVIDER, MODEL},
                Alert.of("OpenClawModelErrorRatioHigh", WARNING, "models", "A model fails more than one call in five.")
                        .lasts("10m"),
                "the calls to {{ $labels.provider }}/{{ $labels.model }}",
                "failed");
    }

    private Alert latencyHigh() {
        Expression p95 =
                quantileOf(0.95, recorded.models.latencyBuckets.in(scope).buckets());
        Expression called = calls.all(ModelRecordings.WINDOW, Level.JOB, PROVIDER, MODEL);
        return Alert.when(
                        "OpenClawModelLatencyHigh",
                        WARNING,
                        "models",
                        p95.aboveEach(recorded.modelLatency.in(scope).value(), byJob())
                                .and(called.atLeast(Thresholds.MODEL_CALLS)))
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
                        recorded.cost
                                .day
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
                        recorded.cost.hour.in(scope).value().above(part))
                .lasts("10m")
                .says(
                        "A quarter of the daily budget was spent within an hour.",
                        WHERE + " spent {{ $value | printf \"%.2f\" }} USD in the last hour; at this pace the budget"
                                + " of a day lasts less than four hours.");
    }

    /** Against the most expensive hour of a week: work that comes once a day or once a week is no spike. */
    private Alert spendSpike() {
        Selector hour = recorded.cost.hourByAgent.in(scope);
        Expression usual = maxOverTime(hour.before("1d"), "7d:30m");
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
        Expression used = recorded.cost.tokensOfPricedModels("6h");
        Expression paid = recorded.cost.spendByModel("6h");
        return Alert.when("OpenClawModelUnpriced", INFO, "cost", used.above(0).unless(paid.above(0)))
                .lasts("1h")
                .says(
                        "A model uses tokens at no known price.",
                        "{{ $labels.provider }}/{{ $labels.model }} (" + WHERE
                                + ") used {{ $value | humanize }} tokens in six hours at a reported cost of zero;"
                                + " the spend shown is too low.");
    }
}
