package ai.openclaw.diagnostics.dashboards.page;

import static ai.openclaw.diagnostics.catalog.domain.Labels.*;
import static ai.openclaw.diagnostics.catalog.domain.MessageMetrics.*;
import static ai.openclaw.diagnostics.catalog.domain.SessionMetrics.*;
import static ai.openclaw.diagnostics.catalog.domain.WebhookMetrics.*;
import static ai.openclaw.diagnostics.dashboards.grafana.Panels.*;
import static ai.openclaw.diagnostics.dashboards.query.Queries.*;

import ai.openclaw.diagnostics.dashboards.grafana.Panel;

/** The way of a message from a channel to an agent, of which profile 2026.9 tells. */
final class IntakePanels {

    private IntakePanels() {}

    static Panel[] all() {
        return new Panel[] {
            intake(), dispatches(), dispatchTime(), webhooks(), webhookTime(), turns(), stuck(), stuckAge()
        };
    }

    private static Panel intake() {
        return lines("Intake", "cpm", "Messages that were received and dispatches to an agent that began, a minute.")
                .query("received", perMinute(ALL.of(MESSAGE_RECEIVED)))
                .query("dispatches begun", perMinute(ALL.of(MESSAGE_DISPATCH_STARTED)));
    }

    private static Panel dispatches() {
        return stack("Dispatches by outcome", "cpm", "Dispatches of messages to an agent that ended, a minute.")
                .query(perMinute(ALL.of(MESSAGE_DISPATCH_COMPLETED), OUTCOME));
    }

    private static Panel dispatchTime() {
        return lines("Dispatch p95", "s", "95 of 100 dispatches from each channel were shorter.")
                .query(percentile(0.95, ALL.buckets(MESSAGE_DISPATCH_DURATION), CHANNEL));
    }

    private static Panel webhooks() {
        return lines(
                        "Webhook updates",
                        "cpm",
                        "Updates that channels sent, a minute, and those that could not be processed.")
                .query("received", perMinute(ALL.of(WEBHOOK_RECEIVED)))
                .query("failed", perMinute(ALL.of(WEBHOOK_ERROR)))
                .orElse("No webhooks");
    }

    private static Panel webhookTime() {
        return lines("Webhook p95", "s", "95 of 100 updates of each kind were processed faster.")
                .query(percentile(0.95, ALL.buckets(WEBHOOK_DURATION), WEBHOOK))
                .orElse("No webhooks");
    }

    private static Panel turns() {
        return stack("Turns created", "cpm", "Turns that were created in sessions, a minute, by what began them.")
                .query(perMinute(ALL.of(SESSION_TURN_CREATED), TURN_TRIGGER));
    }

    private static Panel stuck() {
        return stack(
                        "Stuck sessions",
                        "short",
                        "Times that a session was found stuck, an hour, by the state it was in.")
                .query(hourly(ALL.of(SESSION_STUCK), STATE))
                .orElse("None stuck");
    }

    private static Panel stuckAge() {
        return lines("Stuck for", "s", "95 of 100 sessions that were found stuck had been in their state for less.")
                .query(percentile(0.95, ALL.buckets(SESSION_STUCK_AGE)))
                .orElse("None stuck");
    }
}
