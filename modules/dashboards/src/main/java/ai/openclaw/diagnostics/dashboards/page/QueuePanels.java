package ai.openclaw.diagnostics.dashboards.page;

import static ai.openclaw.diagnostics.catalog.domain.Labels.*;
import static ai.openclaw.diagnostics.catalog.domain.QueueMetrics.*;
import static ai.openclaw.diagnostics.dashboards.grafana.Panels.*;
import static ai.openclaw.diagnostics.dashboards.query.Queries.*;
import static ai.openclaw.diagnostics.promql.Aggregations.labels;
import static ai.openclaw.diagnostics.promql.Aggregations.max;
import static ai.openclaw.diagnostics.promql.Aggregations.topk;

import ai.openclaw.diagnostics.dashboards.grafana.Panel;
import ai.openclaw.diagnostics.promql.Selector;

/** What waits in lanes, and how long. */
final class QueuePanels {

    private static final Selector WAITS = ALL.buckets(QUEUE_LANE_WAIT);

    private QueuePanels() {}

    static Panel[] all() {
        return new Panel[] {laneSize(), laneWait(), dequeues(), waitSpread()};
    }

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
}
