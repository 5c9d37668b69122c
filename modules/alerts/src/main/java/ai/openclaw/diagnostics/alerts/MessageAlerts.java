package ai.openclaw.diagnostics.alerts;

import static ai.openclaw.diagnostics.alerts.Alert.WHERE;
import static ai.openclaw.diagnostics.alerts.Severity.*;
import static ai.openclaw.diagnostics.alerts.Target.byInstance;
import static ai.openclaw.diagnostics.alerts.Target.byJob;
import static ai.openclaw.diagnostics.alerts.Target.growth;
import static ai.openclaw.diagnostics.catalog.Labels.*;
import static ai.openclaw.diagnostics.catalog.QueueMetrics.*;
import static ai.openclaw.diagnostics.catalog.SessionMetrics.*;
import static ai.openclaw.diagnostics.promql.Promql.*;

import ai.openclaw.diagnostics.promql.Expression;
import ai.openclaw.diagnostics.promql.Scope;
import ai.openclaw.diagnostics.promql.Selector;
import java.util.List;
import java.util.Map;

/** Are messages answered, are answers delivered, and do queues, tools and harnesses do their work? */
final class MessageAlerts {

    private final Scope scope;
    private final Recordings recorded;

    MessageAlerts(Scope scope, Recordings recorded) {
        this.scope = scope;
        this.recorded = recorded;
    }

    /** The windows and factors of Google's SRE workbook, for an objective over 30 days. */
    RuleGroup objectives() {
        return new RuleGroup(
                "openclaw-slo",
                List.of(
                        burn(CRITICAL, 14.4, "1h", "5m", "2m"),
                        burn(CRITICAL, 6, "6h", "30m", "15m"),
                        burn(WARNING, 3, "1d", "2h", "1h"),
                        burn(WARNING, 1, "3d", "6h", "3h")));
    }

    RuleGroup messages() {
        return new RuleGroup(
                "openclaw-messages",
                List.of(deliveryFailing(), deliveryUnfinished(), queueWaitHigh(), queueStalled(), recoveryHigh()));
    }

    RuleGroup tools() {
        return new RuleGroup("openclaw-tools", List.of(toolErrorRatioHigh(), harnessRunFailing()));
    }

    private Alert burn(Severity severity, double factor, String window, String recent, String duration) {
        Expression budget = recorded.errorBudget.in(scope).value().times(factor);
        // An error counts in five of the steps, each of which looks five minutes back.
        Expression errors =
                sumOverTime(recorded.messageErrors.in(scope), window + ":1m").dividedBy(5);
        return Alert.when(
                        "OpenClawMessageErrorBudgetBurn",
                        severity,
                        "overview",
                        errorRatio(window)
                                .above(budget)
                                .and(errorRatio(recent).above(budget))
                                .and(errors.atLeast(Thresholds.MESSAGE_ERRORS)))
                .lasts(duration)
                .labelled(Map.of("window", window))
                .says(
                        "Too many messages fail for the error budget.",
                        "{{ $value | humanizePercentage }} of the messages of " + WHERE + " failed within " + window
                                + ", and the last " + recent + " are no better.");
    }

    private Expression errorRatio(String window) {
        return recorded.messageErrorRatio(window).in(scope).value();
    }

    private Alert deliveryFailing() {
        Expression errors = sum(recorded.errors(recorded.deliveries, "error").value(), byJob(CHANNEL));
        return Alert.when(
                        "OpenClawDeliveryFailing",
                        WARNING,
                        "messages",
                        recorded.deliveryErrorRatio
                                .in(scope)
                                .value()
                                .above(Thresholds.DELIVERY_ERROR_RATIO)
                                .and(errors.atLeast(Thresholds.DELIVERY_ERRORS)))
                .lasts("10m")
                .says(
                        "Answers are not delivered.",
                        "{{ $value | humanizePercentage }} of the deliveries to {{ $labels.channel }} (" + WHERE
                                + ") failed in the last 15 minutes.");
    }

    /** The lowest level of a quarter of an hour against that of one before: what is merely busy comes down in between. */
    private Alert deliveryUnfinished() {
        Selector unfinished = recorded.deliveriesUnfinished.in(scope);
        Expression now = minOverTime(unfinished, "15m");
        Expression before = minOverTime(unfinished.before("45m"), "15m").or(now.times(0));
        return Alert.when(
                        "OpenClawDeliveryUnfinished",
                        WARNING,
                        "messages",
                        now.minus(before).above(Thresholds.DELIVERIES_UNFINISHED))
                .lasts("5m")
                .says(
                        "Deliveries begin but do not end.",
                        "{{ $value | printf \"%.0f\" }} more deliveries to {{ $labels.channel }} are under way on"
                                + " {{ $labels.instance }} (" + WHERE
                                + ") than an hour ago, and have not come down for 15 minutes.");
    }

    private Alert queueWaitHigh() {
        Selector shared =
                recorded.laneWaitBuckets.in(scope).isNot(LANE, "session"); // where a turn waits for its last one
        Expression p95 = quantileOf(0.95, shared.buckets());
        Expression dequeues = growth(scope, scope.count(QUEUE_LANE_WAIT), "10m", byJob(LANE));
        return Alert.when(
                        "OpenClawQueueWaitHigh",
                        WARNING,
                        "messages",
                        p95.aboveEach(recorded.queueWait.in(scope).value(), byJob())
                                .and(dequeues.atLeast(Thresholds.DEQUEUES)))
                .lasts("10m")
                .says(
                        "Work waits long in a queue lane.",
                        "The 95th percentile of the wait in lane {{ $labels.lane }} (" + WHERE
                                + ") is {{ $value | humanizeDuration }}.");
    }

    /**
     * A lane's size is reported when it changes, and may stick above zero for ever. So a stall is that it rose while
     * nothing was handed out; the rise is looked for a little longer, to have the alert stay.
     */
    private Alert queueStalled() {
        Selector size = scope.of(QUEUE_LANE_SIZE);
        Expression rose =
                max(lastOverTime(size, "2m"), byInstance(LANE)).above(min(minOverTime(size, "20m"), byInstance(LANE)));
        Expression dequeues = recorded.laneDequeues.in(scope).value();
        return Alert.when("OpenClawQueueStalled", CRITICAL, "messages", rose.unless(dequeues.above(0)))
                .lasts("10m")
                .says(
                        "A queue lane holds work and hands none out.",
                        "Lane {{ $labels.lane }} of {{ $labels.instance }} (" + WHERE
                                + ") holds {{ $value }} entries and has handed out none for 15 minutes or longer.");
    }

    private Alert recoveryHigh() {
        Selector requests = scope.of(SESSION_RECOVERY_TOTAL).is(STATUS, "requested");
        return Alert.when(
                        "OpenClawSessionRecoveryHigh",
                        WARNING,
                        "messages",
                        growth(scope, requests, "1h", byInstance()).above(Thresholds.SESSION_RECOVERIES))
                .lasts("5m")
                .says(
                        "Sessions get stuck often.",
                        "{{ $labels.instance }} (" + WHERE
                                + ") asked for {{ $value | printf \"%.0f\" }} session recoveries within an hour.");
    }

    private Alert toolErrorRatioHigh() {
        Expression errors =
                sum(recorded.errors(recorded.toolExecutions, "error").value(), byJob(TOOL));
        return Alert.when(
                        "OpenClawToolErrorRatioHigh",
                        INFO,
                        "tools",
                        recorded.toolErrorRatio
                                .in(scope)
                                .value()
                                .above(Thresholds.TOOL_ERROR_RATIO)
                                .and(errors.atLeast(Thresholds.TOOL_ERRORS)))
                .lasts("15m")
                .says(
                        "A tool fails more often than not.",
                        "{{ $value | humanizePercentage }} of the executions of tool {{ $labels.tool }} (" + WHERE
                                + ") failed in the last 30 minutes.");
    }

    private Alert harnessRunFailing() {
        Expression errors =
                sum(recorded.errors(recorded.harnessRuns, "error|timed_out").value(), byJob(HARNESS));
        return Alert.when(
                        "OpenClawHarnessRunFailing",
                        WARNING,
                        "tools",
                        recorded.harnessErrorRatio
                                .in(scope)
                                .value()
                                .above(Thresholds.HARNESS_ERROR_RATIO)
                                .and(errors.atLeast(Thresholds.HARNESS_ERRORS)))
                .lasts("10m")
                .says(
                        "Runs of an agent harness fail.",
                        "{{ $value | humanizePercentage }} of the runs of harness {{ $labels.harness }} (" + WHERE
                                + ") failed or timed out in the last 30 minutes.");
    }
}
