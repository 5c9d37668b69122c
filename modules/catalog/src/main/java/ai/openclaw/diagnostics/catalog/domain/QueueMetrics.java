package ai.openclaw.diagnostics.catalog.domain;

import static ai.openclaw.diagnostics.catalog.Unit.NONE;
import static ai.openclaw.diagnostics.catalog.Unit.SECONDS;
import static ai.openclaw.diagnostics.catalog.domain.Labels.LANE;

import ai.openclaw.diagnostics.catalog.Buckets;
import ai.openclaw.diagnostics.catalog.Family;
import ai.openclaw.diagnostics.catalog.FamilyGroup;
import ai.openclaw.diagnostics.catalog.GaugeFamily;
import ai.openclaw.diagnostics.catalog.HistogramFamily;
import java.util.List;

/** Queue lanes. */
public final class QueueMetrics {

    /** Queue lanes. */
    public static final FamilyGroup QUEUE_LANE = FamilyGroup.of(LANE);
    /** Lane length. */
    public static final GaugeFamily QUEUE_LANE_SIZE = GaugeFamily.of(
            QUEUE_LANE, 0, "openclaw_queue_lane_size", NONE, "Entries waiting in a queue lane when it last changed.");
    /** Lane wait. */
    public static final HistogramFamily QUEUE_LANE_WAIT = HistogramFamily.of(
            QUEUE_LANE,
            1,
            "openclaw_queue_lane_wait_seconds",
            SECONDS,
            Buckets.SECONDS,
            "Time that entries waited in a queue lane.");

    /** The families of this domain, in the order of the exposition. */
    static final List<Family> FAMILIES = List.of(QUEUE_LANE_SIZE, QUEUE_LANE_WAIT);

    private QueueMetrics() {}
}
