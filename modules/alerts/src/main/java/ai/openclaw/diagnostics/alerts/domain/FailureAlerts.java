package ai.openclaw.diagnostics.alerts.domain;

import static ai.openclaw.diagnostics.promql.Aggregations.count;

import ai.openclaw.diagnostics.alerts.recorded.Outcomes;
import ai.openclaw.diagnostics.alerts.recorded.Thresholds;
import ai.openclaw.diagnostics.alerts.rule.Alert;
import ai.openclaw.diagnostics.alerts.rule.Level;
import ai.openclaw.diagnostics.alerts.rule.Target;
import ai.openclaw.diagnostics.catalog.Label;
import ai.openclaw.diagnostics.promql.Expression;
import ai.openclaw.diagnostics.promql.Scope;
import java.util.List;
import java.util.Map;

/**
 * The alerts of work of which a part may fail, all under one name: of a whole job, of one Gateway of a fleet, and of a
 * Gateway with so little to do that minutes tell nothing.
 *
 * @param outcomes how often the work succeeded and failed
 * @param jobRatio the recorded part that failed, of a job
 * @param window the window of a busy Gateway
 * @param tolerated which part may fail
 * @param enough whether there were enough attempts, or failures, in the window for the part to mean something
 * @param labels what is evaluated separately
 * @param alert name, severity, page, duration and summary
 * @param what what failed and the verb, such as {@code the deliveries to x} and {@code failed}
 */
@SuppressWarnings("ArrayRecordComponent") // passed on to a method of variable arity
record FailureAlerts(
        Scope scope,
        Outcomes outcomes,
        Expression jobRatio,
        String window,
        double tolerated,
        Enough enough,
        Label[] labels,
        Alert alert,
        String what,
        String verb) {

    /** The part of a job's work from which on the fault is not that of single Gateways. */
    static final double EVERYWHERE = 0.5;

    /** Whether the ratio of a window means something. */
    interface Enough {
        Expression of(Outcomes outcomes, String window, Level level, Label... by);
    }

    static Enough failures(int count) {
        return (outcomes, window, level, by) ->
                outcomes.failed(window, level, by).atLeast(count);
    }

    static Enough attempts(int count) {
        return (outcomes, window, level, by) -> outcomes.all(window, level, by).atLeast(count);
    }

    /** Returns those of minutes. */
    List<Alert> ofMinutes() {
        return List.of(ofJob(), ofGateway());
    }

    private Alert ofJob() {
        Expression condition = jobRatio.above(tolerated).and(enough.of(outcomes, window, Level.JOB, labels));
        return told(condition, Level.JOB, verb + " in the last " + minutes() + ".");
    }

    private Alert ofGateway() {
        Expression condition = outcomes.failedRatio(window, Level.GATEWAY, labels)
                .above(tolerated)
                .and(enough.of(outcomes, window, Level.GATEWAY, labels))
                .andOn(fleet(scope), Level.JOB.by())
                .unlessOn(jobRatio.above(EVERYWHERE), Level.JOB.by(labels));
        return told(condition, Level.GATEWAY, verb + " in the last " + minutes() + ", and other gateways fare better.")
                .labelled(Map.of("scope", "gateway"));
    }

    /** Returns that of hours. */
    Alert ofQuietGateway() {
        return told(
                        mostlyFails("6h", "1h").or(mostlyFails("1d", "6h")),
                        Level.GATEWAY,
                        verb + " again and again within hours, and of late too.")
                .labelled(Map.of("scope", "gateway", "window", "1d"));
    }

    /** Returns which part failed, where it is more than half and of late not less. */
    private Expression mostlyFails(String range, String late) {
        Expression lateSuccesses = outcomes.succeeded(late, Level.GATEWAY, labels);
        Expression lateFailures = outcomes.failed(late, Level.GATEWAY, labels).or(lateSuccesses.times(0));
        return outcomes.failedRatio(range, Level.GATEWAY, labels)
                .above(Thresholds.QUIET_ERROR_RATIO)
                .and(outcomes.failedRepeatedly(range, labels))
                .unless(lateSuccesses.above(lateFailures));
    }

    private Alert told(Expression condition, Level level, String end) {
        String description = "{{ $value | humanizePercentage }} of " + what + " (" + level.where() + ") " + end;
        return alert.when(condition).says(alert.summary(), description);
    }

    private String minutes() {
        return window.replace("m", " minutes");
    }

    /** Returns the jobs that have more than one Gateway: in others, what is said of the job is said of the Gateway. */
    static Expression fleet(Scope scope) {
        return count(Target.up(scope).value(), Level.JOB.by()).above(1);
    }
}
