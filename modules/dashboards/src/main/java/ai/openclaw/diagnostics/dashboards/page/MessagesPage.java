package ai.openclaw.diagnostics.dashboards.page;

import static ai.openclaw.diagnostics.catalog.domain.Labels.*;
import static ai.openclaw.diagnostics.catalog.domain.MessageMetrics.*;
import static ai.openclaw.diagnostics.catalog.domain.QueueMetrics.*;
import static ai.openclaw.diagnostics.catalog.domain.SessionMetrics.*;
import static ai.openclaw.diagnostics.dashboards.grafana.Panels.*;
import static ai.openclaw.diagnostics.dashboards.query.Queries.*;
import static ai.openclaw.diagnostics.promql.Promql.increase;
import static ai.openclaw.diagnostics.promql.Promql.labels;
import static ai.openclaw.diagnostics.promql.Promql.max;
import static ai.openclaw.diagnostics.promql.Promql.quantile;
import static ai.openclaw.diagnostics.promql.Promql.sum;
import static ai.openclaw.diagnostics.promql.Promql.topk;

import ai.openclaw.diagnostics.dashboards.grafana.Dashboard;
import ai.openclaw.diagnostics.dashboards.grafana.Panel;
import ai.openclaw.diagnostics.dashboards.grafana.Variable;
import ai.openclaw.diagnostics.promql.Expression;
import ai.openclaw.diagnostics.promql.Selector;

/** Do messages get through, do answers arrive, does work wait, do sessions get stuck. */
public final class MessagesPage {

    private static final Selector MESSAGES = chosen(ALL.of(MESSAGE_PROCESSED_TOTAL));
    private static final Selector MESSAGE_TIMES = chosen(ALL.buckets(MESSAGE_PROCESSED_DURATION));
    private static final Selector DELIVERIES = chosen(ALL.of(MESSAGE_DELIVERY_TOTAL));
    private static final Selector DELIVERY_TIMES = chosen(ALL.buckets(MESSAGE_DELIVERY_DURATION));
    private static final Selector WAITS = ALL.buckets(QUEUE_LANE_WAIT);
    private static final Selector RECOVERIES = ALL.of(SESSION_RECOVERY_TOTAL);

    private MessagesPage() {}

    private static Selector chosen(Selector series) {
        return series.matches(CHANNEL, "$channel");
    }

    /** Returns the page. */
    public static Dashboard page() {
        return new Dashboard(
                        "messages",
                        "Messages and queues",
                        "Do messages get through, do answers arrive, does work wait, do sessions get stuck?")
                .variable(Variable.values(CHANNEL, ALL.of(MESSAGE_PROCESSED_TOTAL)))
                .row("Now", perMinuteNow(), errors(), slow(), deliveryErrors(), waiting(), recoveries())
                .row(
                        "Messages",
                        byOutcome(),
                        byChannel(),
                        reasons(),
                        errorsByChannel(),
                        slowByChannel(),
                        spreadOfTimes())
                .row("Deliveries", deliveries(), failedDeliveries(), unfinished(), slowDeliveries())
                .row("Queues", laneSize(), laneWait(), dequeues(), waitSpread())
                .closedRow("Sessions", transitions(), depth(), asked(), recovered(), recoveryAge())
                .closedRow("From channel to agent (2026.9)", IntakePanels.all());
    }

    // ------------------------------------------------------------------- now

    private static Panel perMinuteNow() {
        return stat("Messages / min", "cpm", "Inbound messages processed, a minute. 0 on a quiet gateway.")
                .query(perMinute(MESSAGES).orZero())
                .neutral()
                .size(4, 4);
    }

    private static Panel errors() {
        return stat(
                        "Message errors",
                        "percentunit",
                        "The part of messages that ended with an error. Yellow from 1 %, "
                                + "which is the objective, red from 5 %.")
                .query(errorRatio(MESSAGES))
                .risky(0.01, 0.05)
                .decimals(2)
                .size(4, 4);
    }

    private static Panel slow() {
        return stat("Message p95", "s", "95 of 100 messages were done sooner after their receipt.")
                .query(percentile(0.95, MESSAGE_TIMES))
                .risky(120, 300)
                .decimals(1)
                .size(4, 4);
    }

    private static Panel deliveryErrors() {
        return stat(
                        "Delivery errors",
                        "percentunit",
                        "The part of outbound deliveries that failed: the work was done and paid "
                                + "for, and the answer did not arrive.")
                .query(errorRatio(DELIVERIES))
                .risky(0.02, 0.1)
                .decimals(2)
                .size(4, 4);
    }

    private static Panel waiting() {
        return stat(
                        "Queue wait p95",
                        "s",
                        "95 of 100 entries waited less in their lane; the lane session is left out, where a message "
                                + "waits for the one before. Yellow from 2 s, the objective.")
                .query(percentile(0.95, waits()))
                .risky(2, 30)
                .decimals(1)
                .size(4, 4);
    }

    private static Panel recoveries() {
        return total(
                        "Recoveries in range",
                        "none",
                        "Stuck sessions for which a recovery was requested. Now and then one "
                                + "is usual; a dozen an hour means that the same work hangs again and again.")
                .query(inRange(RECOVERIES.is(RECOVERY_STATUS, "requested")).orZero())
                .rare()
                .risky(1, 12)
                .decimals(0)
                .size(4, 4);
    }

    // -------------------------------------------------------------- messages

    private static Panel byOutcome() {
        return stack("Messages by outcome", "cpm", "Inbound messages processed, a minute, by what came of them.")
                .query(perMinute(MESSAGES, OUTCOME));
    }

    private static Panel byChannel() {
        return stack(
                        "Messages by channel",
                        "cpm",
                        "Inbound messages processed, a minute. A channel that vanishes has lost "
                                + "its connection, or its users sleep.")
                .query(perMinute(MESSAGES, CHANNEL));
    }

    private static Panel reasons() {
        return stack("Skipped and failed, by reason", "cpm", "Messages a minute that were not answered, and why.")
                .query(perMinute(MESSAGES.isNot(OUTCOME, "completed"), OUTCOME, REASON));
    }

    private static Panel errorsByChannel() {
        return lines(
                        "Error ratio by channel",
                        "percentunit",
                        "The part of each channel's messages that ended with an error. One channel alone points at its"
                                + " connection, all at once at the gateway or a model.")
                .query(errorRatio(MESSAGES, CHANNEL))
                .risky(0.01, 0.05)
                .withThresholdLines();
    }

    private static Panel slowByChannel() {
        return lines("Processing p95 by channel", "s", "95 of 100 of each channel's messages were done sooner.")
                .query(percentile(0.95, MESSAGE_TIMES, CHANNEL));
    }

    private static Panel spreadOfTimes() {
        return heatmap("Processing time", "s", "How long messages took: the darker, the more fell into that range.")
                .query(spread(MESSAGE_TIMES));
    }

    // ------------------------------------------------------------ deliveries

    private static Panel deliveries() {
        return stack("Deliveries by outcome", "cpm", "Outbound deliveries that arrived or failed, a minute.")
                .query(perMinute(DELIVERIES, OUTCOME))
                .size(6, 8);
    }

    private static Panel failedDeliveries() {
        return stack(
                        "Failed deliveries by channel and category",
                        "cpm",
                        "Deliveries that failed, a minute, and the class "
                                + "of the failure. Empty where none has ever failed.")
                .query(perMinute(DELIVERIES.is(OUTCOME, "error"), CHANNEL, ERROR_CATEGORY))
                .orElse("No errors")
                .size(6, 8);
    }

    private static Panel unfinished() {
        Expression begun = sum(chosen(ALL.of(MESSAGE_DELIVERY_STARTED)).exists(), CHANNEL);
        Expression ended = sum(DELIVERIES.exists(), CHANNEL).or(begun.times(0)); // where none has ever ended
        return lines(
                        "Deliveries without an end",
                        "none",
                        "Deliveries that were begun and have not ended since the gateway started: both counters begin"
                                + " at 0 with it, so the difference is exact. A few are under way; what does not fall"
                                + " again hangs.")
                .query(begun.minus(ended))
                .decimals(0)
                .size(6, 8);
    }

    private static Panel slowDeliveries() {
        return lines("Delivery p95", "s", "95 of 100 deliveries were quicker, by channel and what was delivered.")
                .query(percentile(0.95, DELIVERY_TIMES, CHANNEL, DELIVERY_KIND))
                .size(6, 8);
    }

    // ---------------------------------------------------------------- queues

    private static Panel laneSize() {
        return lines(
                        "Waiting in lane",
                        "short",
                        "Entries that waited when the lane last changed, of the 20 longest lanes. It holds its last"
                                + " value while nothing happens, so a lone number above 0 is no fault: look at the waits"
                                + " beside it.")
                .query(topk(20, max(ALL.of(QUEUE_LANE_SIZE).value(), labels(GATEWAY, LANE))))
                .decimals(0)
                .size(6, 8);
    }

    private static Panel laneWait() {
        return lines("Wait p95 by lane", "s", "95 of 100 entries waited less. The line is the objective, 2 s.")
                .query(percentile(0.95, WAITS, LANE))
                .risky(2, 30)
                .withThresholdLines()
                .size(6, 8);
    }

    private static Panel dequeues() {
        return stack(
                        "Taken from lane",
                        "cpm",
                        "Entries taken from each lane, a minute. Entries that wait in a lane from "
                                + "which nothing is taken are a stalled lane.")
                .query(perMinute(ALL.count(QUEUE_LANE_WAIT), LANE))
                .size(6, 8);
    }

    private static Panel waitSpread() {
        return heatmap("Wait", "s", "How long entries waited: the darker, the more fell into that range.")
                .query(spread(WAITS))
                .size(6, 8);
    }

    // -------------------------------------------------------------- sessions

    private static Panel transitions() {
        return lines(
                        "Sessions entering a state",
                        "cpm",
                        "Sessions that entered each state, a minute. The lines run "
                                + "together: sessions that begin to work also become idle again.")
                .query(perMinute(ALL.of(SESSION_STATE_TOTAL), STATE))
                .size(12, 8);
    }

    private static Panel depth() {
        return lines(
                        "Queued for a session",
                        "short",
                        "Messages that waited for a session when one last entered the state. "
                                + "It holds its last value while nothing happens.")
                .query(topk(20, max(ALL.of(SESSION_QUEUE_DEPTH).value(), labels(GATEWAY, STATE))))
                .decimals(0)
                .size(12, 8);
    }

    private static Panel asked() {
        return stack(
                        "Recoveries requested",
                        "short",
                        "Stuck sessions for which a recovery was requested, by what kept them "
                                + "busy. Empty where no session has ever been stuck.")
                .query(hourly(RECOVERIES.is(RECOVERY_STATUS, "requested"), ACTION, ACTIVE_WORK_KIND))
                .orElse("No recoveries")
                .decimals(1);
    }

    private static Panel recovered() {
        return stack(
                        "Recoveries by result",
                        "short",
                        "What came of recoveries within the hour before each moment. Requests "
                                + "are counted apart, so they are not in here. Failed ones need a hand.")
                .query(hourly(RECOVERIES.isNot(RECOVERY_STATUS, "requested"), RECOVERY_STATUS))
                .orElse("No recoveries")
                .decimals(1);
    }

    private static Panel recoveryAge() {
        return lines(
                        "Stuck for, p95",
                        "s",
                        "95 of 100 sessions had been stuck for less when their recovery was requested.")
                .query(quantile(
                        0.95,
                        increase(ALL.buckets(SESSION_RECOVERY_AGE).is(RECOVERY_STATUS, "requested"), "1h"),
                        ACTIVE_WORK_KIND))
                .orElse("No recoveries");
    }
}
