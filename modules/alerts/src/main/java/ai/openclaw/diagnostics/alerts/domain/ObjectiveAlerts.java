package ai.openclaw.diagnostics.alerts.domain;

import static ai.openclaw.diagnostics.alerts.recorded.Thresholds.MESSAGE_ERRORS;
import static ai.openclaw.diagnostics.alerts.recorded.Thresholds.MESSAGE_ERRORS_OF_DAYS;
import static ai.openclaw.diagnostics.alerts.rule.Severity.CRITICAL;
import static ai.openclaw.diagnostics.alerts.rule.Severity.WARNING;
import static ai.openclaw.diagnostics.alerts.rule.Target.byJob;

import ai.openclaw.diagnostics.alerts.recorded.Recordings;
import ai.openclaw.diagnostics.alerts.rule.Alert;
import ai.openclaw.diagnostics.alerts.rule.Level;
import ai.openclaw.diagnostics.alerts.rule.RuleGroup;
import ai.openclaw.diagnostics.alerts.rule.Severity;
import ai.openclaw.diagnostics.promql.Expression;
import ai.openclaw.diagnostics.promql.Scope;
import java.util.List;
import java.util.Map;

/** Are messages answered? With the windows and factors of Google's SRE workbook, for an objective over 30 days. */
final class ObjectiveAlerts {

    private final Scope scope;
    private final Recordings recorded;

    ObjectiveAlerts(Scope scope, Recordings recorded) {
        this.scope = scope;
        this.recorded = recorded;
    }

    RuleGroup objectives() {
        return RuleGroup.of(
                "openclaw-slo",
                List.of(
                        burn(CRITICAL, 14.4, "1h", "5m", "2m", MESSAGE_ERRORS),
                        burn(CRITICAL, 6, "6h", "30m", "15m", MESSAGE_ERRORS),
                        burn(WARNING, 3, "1d", "2h", "1h", MESSAGE_ERRORS),
                        burn(WARNING, 1, "3d", "6h", "3h", MESSAGE_ERRORS_OF_DAYS),
                        burnOfGateway(14.4, "1h", "5m", "2m"),
                        burnOfGateway(6, "6h", "30m", "15m")));
    }

    private Alert burn(Severity severity, double factor, String window, String recent, String duration, int errors) {
        Expression budget = budget(factor);
        Expression condition = ratio(Level.JOB, window)
                .above(budget)
                .and(ratio(Level.JOB, recent).above(budget))
                .and(recorded.messages.failed(Level.JOB, window).atLeast(errors));
        return told(severity, Level.JOB, condition, window, recent)
                .lasts(duration)
                .labelled(Map.of("window", window));
    }

    /** Of one Gateway of a fleet; where most messages of the job fail, that is another alert. */
    private Alert burnOfGateway(double factor, String window, String recent, String duration) {
        Expression budget = budget(factor);
        Expression condition = ratio(Level.GATEWAY, window)
                .aboveEach(budget, byJob())
                .and(ratio(Level.GATEWAY, recent).aboveEach(budget, byJob()))
                .and(recorded.messages.failed(Level.GATEWAY, window).atLeast(MESSAGE_ERRORS))
                .andOn(FailureAlerts.fleet(scope), byJob())
                .unlessOn(ratio(Level.JOB, recent).above(FailureAlerts.EVERYWHERE), byJob());
        return told(WARNING, Level.GATEWAY, condition, window, recent)
                .lasts(duration)
                .labelled(Map.of("scope", "gateway", "window", window));
    }

    private Expression budget(double factor) {
        return recorded.errorBudget.in(scope).value().times(factor);
    }

    private Expression ratio(Level level, String window) {
        return recorded.messages.failedRatio(level, window);
    }

    private static Alert told(Severity severity, Level level, Expression condition, String window, String recent) {
        return Alert.when("OpenClawMessageErrorBudgetBurn", severity, "overview", condition)
                .says(
                        "Too many messages fail for the error budget.",
                        "{{ $value | humanizePercentage }} of the messages of " + level.where() + " failed within "
                                + window + ", and the last " + recent + " are no better.");
    }
}
