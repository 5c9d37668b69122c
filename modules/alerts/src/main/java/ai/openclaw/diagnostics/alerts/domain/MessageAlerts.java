package ai.openclaw.diagnostics.alerts.domain;

import static ai.openclaw.diagnostics.alerts.rule.Alert.WHERE;
import static ai.openclaw.diagnostics.alerts.rule.Severity.*;
import static ai.openclaw.diagnostics.alerts.rule.Target.byInstance;
import static ai.openclaw.diagnostics.alerts.rule.Target.byJob;
import static ai.openclaw.diagnostics.catalog.domain.GatewayMetrics.MEMORY_RSS_BYTES;
import static ai.openclaw.diagnostics.catalog.domain.Labels.*;
import static ai.openclaw.diagnostics.catalog.domain.QueueMetrics.*;
import static ai.openclaw.diagnostics.catalog.domain.SessionMetrics.*;
import static ai.openclaw.diagnostics.promql.Aggregations.*;
import static ai.openclaw.diagnostics.promql.OverTime.*;

import ai.openclaw.diagnostics.alerts.recorded.Recordings;
import ai.openclaw.diagnostics.alerts.recorded.Thresholds;
import ai.openclaw.diagnostics.alerts.recorded.WorkRecordings;
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

/** Are answers delivered, and do queues, tools and harnesses do their work? */
final class MessageAlerts {

    private final Scope scope;
    private final Recordings recorded;
    private final WorkRecordings work;

    MessageAlerts(Scope scope, Recordings recorded) {
        this.scope = scope;
        this.recorded = recorded;
        this.work = recorded.work;
    }

    RuleGroup messages() {
        List<Alert> alerts = new ArrayList<>(deliveryFailing().ofMinutes());
        alerts.addAll(List.of(deliveryUnfinished(), queueWaitHigh(), queueStalled(), recoveryHigh()));
        return RuleGroup.of("openclaw-messages", alerts);
    }

    RuleGroup tools() {
        List<Alert> alerts = new ArrayList<>(toolErrorRatioHigh().ofMinutes());
        alerts.addAll(harnessRunFailing().ofMinutes());
        return RuleGroup.of("openclaw-tools", alerts);
    }

    List<Alert> ofHours() {
        return List.of(
                deliveryFailing().ofQuietGateway(),
                deliveryUnfinishedForHours(),
                toolErrorRatioHigh().ofQuietGateway(),
                harnessRunFailing().ofQuietGateway());
    }

    private FailureAlerts deliveryFailing() {
        return new FailureAlerts(
                scope,
                work.deliveries,
                work.deliveryErrorRatio.in(scope).value(),
                WorkRecordings.DELIVERY_WINDOW,
                Thresholds.DELIVERY_ERROR_RATIO,
                FailureAlerts.failures(Thresholds.DELIVERY_ERRORS),
                new Label[] {CHANNEL},
                Alert.of("OpenClawDeliveryFailing", WARNING, "messages", "Answers are not delivered.")
                        .lasts("10m"),
                "the deliveries to {{ $labels.channel }}",
                "failed");
    }

    /** The lowest level of a quarter of an hour against that of one before: what is merely busy comes down in between. */
    private Alert deliveryUnfinished() {
        Selector unfinished = work.deliveriesUnfinished.in(scope);
        Expression now = minOverTime(unfinished, closed("15m"));
        Expression before = minOverTime(unfinished.before("45m"), closed("15m"));
        Expression hanging = now.minus(before.or(atFirst(now, "1h", "5m")));
        Expression begun = work.deliveriesStarted.over("1h", Level.GATEWAY, CHANNEL);
        return Alert.when(
                        "OpenClawDeliveryUnfinished",
                        WARNING,
                        "messages",
                        hanging.above(Thresholds.DELIVERIES_UNFINISHED)
                                .and(hanging.above(begun.times(Thresholds.DELIVERIES_UNFINISHED_RATIO))))
                .lasts("5m")
                .says(
                        "Deliveries begin but do not end.",
                        "{{ $value | printf \"%.0f\" }} more deliveries to {{ $labels.channel }} are under way on"
                                + " {{ $labels.instance }} (" + WHERE
                                + ") than an hour ago, and have not come down for 15 minutes.");
    }

    /** The same of a Gateway with few deliveries: what hangs is told by the part of those that began. */
    private Alert deliveryUnfinishedForHours() {
        Selector unfinished = work.deliveriesUnfinished.in(scope);
        Expression now = minOverTime(unfinished, closed("1h"));
        Expression before = minOverTime(unfinished.before("11h"), closed("1h")).atMost(now); // less after a restart
        Expression hanging = now.minus(before.or(atFirst(now, "12h", "10m")));
        Expression begun = work.deliveriesStarted.over("12h", Level.GATEWAY, CHANNEL);
        return Alert.when(
                        "OpenClawDeliveryUnfinished",
                        WARNING,
                        "messages",
                        hanging.atLeast(Thresholds.QUIET_ERRORS)
                                .and(hanging.above(begun.times(Thresholds.QUIET_ERROR_RATIO))))
                .lasts("5m")
                .labelled(Map.of("scope", "gateway", "window", "12h"))
                .says(
                        "Deliveries begin but do not end.",
                        "{{ $value | printf \"%.0f\" }} more deliveries to {{ $labels.channel }} ("
                                + Level.GATEWAY.where()
                                + ") are under way than twelve hours ago, more than half of those that began.");
    }

    /**
     * Returns how many deliveries were under way where no earlier number is known: none on a Gateway that was there without
     * one, and on others, which Prometheus sees for the first time, the fewest since.
     */
    private Expression atFirst(Expression now, String range, String step) {
        Selector unfinished = work.deliveriesUnfinished.in(scope);
        Expression withoutOne =
                work.scraped.in(scope).value().equalTo(1).unlessOn(unfinished.value(), Level.GATEWAY.by());
        return now.times(0)
                .andOn(countOfSteps(withoutOne, range, step).above(0), Level.GATEWAY.by())
                .or(minOverTime(unfinished, closed(range)));
    }

    private Alert queueWaitHigh() {
        Selector shared = work.laneWaitBuckets.in(scope).isNot(LANE, "session"); // where a turn waits for its last one
        Expression p95 = quantileOf(0.95, shared.buckets());
        Expression dequeues = sum(growth(scope.count(QUEUE_LANE_WAIT), "10m"), byJob(LANE));
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
     *
     * <p>Where Prometheus keeps histograms in native form alone, it cannot be told what was handed out, and the alert is
     * quiet.
     */
    private Alert queueStalled() {
        Selector size = scope.of(QUEUE_LANE_SIZE);
        Expression rose = max(lastOverTime(size, "2m"), byInstance(LANE))
                .above(min(minOverTime(size, closed("20m")), byInstance(LANE)));
        Expression dequeues = work.laneDequeues.over(WorkRecordings.DELIVERY_WINDOW, Level.GATEWAY, LANE);
        return Alert.when(
                        "OpenClawQueueStalled",
                        CRITICAL,
                        "messages",
                        rose.unless(dequeues.above(0)).andOn(classicHistograms(), byInstance()))
                .lasts("10m")
                .says(
                        "A queue lane holds work and hands none out.",
                        "Lane {{ $labels.lane }} of {{ $labels.instance }} (" + WHERE
                                + ") holds {{ $value }} entries and has handed out none for 15 minutes or longer.");
    }

    /** Returns the Gateways of which histograms are kept in their classic form. */
    private Expression classicHistograms() {
        Expression waits = lastOverTime(scope.count(QUEUE_LANE_WAIT), "1h");
        return group(waits.together(lastOverTime(scope.count(MEMORY_RSS_BYTES), "1h")), byInstance());
    }

    private Alert recoveryHigh() {
        Selector requests = scope.of(SESSION_RECOVERY_TOTAL).is(RECOVERY_STATUS, "requested");
        return Alert.when(
                        "OpenClawSessionRecoveryHigh",
                        WARNING,
                        "messages",
                        sum(growth(requests, "1h"), byInstance()).above(Thresholds.SESSION_RECOVERIES))
                .lasts("5m")
                .says(
                        "Sessions get stuck often.",
                        "{{ $labels.instance }} (" + WHERE
                                + ") asked for {{ $value | printf \"%.0f\" }} session recoveries within an hour.");
    }

    private FailureAlerts toolErrorRatioHigh() {
        return new FailureAlerts(
                scope,
                work.tools,
                work.toolErrorRatio.in(scope).value(),
                WorkRecordings.RUN_WINDOW,
                Thresholds.TOOL_ERROR_RATIO,
                FailureAlerts.failures(Thresholds.TOOL_ERRORS),
                new Label[] {TOOL},
                Alert.of("OpenClawToolErrorRatioHigh", INFO, "tools", "A tool fails more often than not.")
                        .lasts("15m"),
                "the executions of tool {{ $labels.tool }}",
                "failed");
    }

    private FailureAlerts harnessRunFailing() {
        return new FailureAlerts(
                scope,
                work.harnesses,
                work.harnessErrorRatio.in(scope).value(),
                WorkRecordings.RUN_WINDOW,
                Thresholds.HARNESS_ERROR_RATIO,
                FailureAlerts.failures(Thresholds.HARNESS_ERRORS),
                new Label[] {HARNESS},
                Alert.of("OpenClawHarnessRunFailing", WARNING, "tools", "Runs of an agent harness fail.")
                        .lasts("10m"),
                "the runs of harness {{ $labels.harness }}",
                "failed or timed out");
    }
}
