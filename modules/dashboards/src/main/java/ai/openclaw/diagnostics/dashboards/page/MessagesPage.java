package ai.openclaw.diagnostics.dashboards.page;

import static ai.openclaw.diagnostics.catalog.domain.Labels.*;
import static ai.openclaw.diagnostics.catalog.domain.MessageMetrics.*;
import static ai.openclaw.diagnostics.catalog.domain.SessionMetrics.*;
import static ai.openclaw.diagnostics.dashboards.grafana.Panels.*;
import static ai.openclaw.diagnostics.dashboards.query.Queries.*;
import static ai.openclaw.diagnostics.promql.Aggregations.sum;

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
                .row("Queues", QueuePanels.all())
                .closedRow("Sessions", SessionPanels.all())
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
}
