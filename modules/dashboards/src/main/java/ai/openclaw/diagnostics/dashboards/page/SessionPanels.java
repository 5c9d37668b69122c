package ai.openclaw.diagnostics.dashboards.page;

import static ai.openclaw.diagnostics.catalog.domain.Labels.*;
import static ai.openclaw.diagnostics.catalog.domain.SessionMetrics.*;
import static ai.openclaw.diagnostics.dashboards.grafana.Panels.*;
import static ai.openclaw.diagnostics.dashboards.query.Queries.*;
import static ai.openclaw.diagnostics.promql.Aggregations.labels;
import static ai.openclaw.diagnostics.promql.Aggregations.max;
import static ai.openclaw.diagnostics.promql.Aggregations.quantile;
import static ai.openclaw.diagnostics.promql.Aggregations.topk;
import static ai.openclaw.diagnostics.promql.OverTime.increase;

import ai.openclaw.diagnostics.dashboards.grafana.Panel;
import ai.openclaw.diagnostics.promql.Selector;

/** The states of sessions, and the recoveries of stuck ones. */
final class SessionPanels {

    private static final Selector RECOVERIES = ALL.of(SESSION_RECOVERY_TOTAL);

    private SessionPanels() {}

    static Panel[] all() {
        return new Panel[] {transitions(), depth(), asked(), recovered(), recoveryAge()};
    }

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
