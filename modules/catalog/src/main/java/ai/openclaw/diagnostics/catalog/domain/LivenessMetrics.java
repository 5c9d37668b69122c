package ai.openclaw.diagnostics.catalog.domain;

import static ai.openclaw.diagnostics.catalog.Unit.NONE;
import static ai.openclaw.diagnostics.catalog.Unit.RATIO;
import static ai.openclaw.diagnostics.catalog.Unit.SECONDS;
import static ai.openclaw.diagnostics.catalog.domain.Labels.LIVENESS_REASON;
import static ai.openclaw.diagnostics.catalog.domain.Labels.SESSION_LOAD;

import ai.openclaw.diagnostics.catalog.Buckets;
import ai.openclaw.diagnostics.catalog.CounterFamily;
import ai.openclaw.diagnostics.catalog.Family;
import ai.openclaw.diagnostics.catalog.FamilyGroup;
import ai.openclaw.diagnostics.catalog.GaugeFamily;
import ai.openclaw.diagnostics.catalog.HistogramFamily;
import ai.openclaw.diagnostics.catalog.Profile;
import java.util.List;

/** Warnings that the Gateway is slow to answer. */
public final class LivenessMetrics {

    /** Warnings by reason. */
    public static final FamilyGroup LIVENESS = FamilyGroup.of(LIVENESS_REASON);
    /** Warnings. */
    public static final CounterFamily LIVENESS_WARNING = CounterFamily.of(
                    LIVENESS,
                    0,
                    "openclaw_liveness_warning_total",
                    NONE,
                    "Warnings that the Gateway is slow to answer.")
            .since(Profile.V2026_9);
    /** The 99th percentile of the delay. */
    public static final HistogramFamily LIVENESS_DELAY_P99 = seconds(
            1,
            "openclaw_liveness_event_loop_delay_p99_seconds",
            "The 99th percentile of the event loop's delay before each warning.");
    /** The longest delay. */
    public static final HistogramFamily LIVENESS_DELAY_MAX = seconds(
            2,
            "openclaw_liveness_event_loop_delay_max_seconds",
            "Longest delay of the event loop before each warning.");
    /** How busy the loop was. */
    public static final HistogramFamily LIVENESS_UTILIZATION = ratio(
            3,
            "openclaw_liveness_event_loop_utilization_ratio",
            "Share of time that the event loop was busy before each warning, 0 to 1.");
    /** How busy the process was. */
    public static final HistogramFamily LIVENESS_CPU = ratio(
            4,
            "openclaw_liveness_cpu_core_ratio",
            "Processor time of the whole process over real time before each warning; 2 is two cores in full use.");

    /** Sessions at the last warning. */
    public static final FamilyGroup LIVENESS_LOAD = FamilyGroup.of(SESSION_LOAD);
    /** Sessions. */
    public static final GaugeFamily LIVENESS_SESSIONS = GaugeFamily.of(
                    LIVENESS_LOAD,
                    0,
                    "openclaw_liveness_sessions",
                    NONE,
                    "Sessions at the last warning, by what they do.")
            .since(Profile.V2026_9);

    /** The families of this domain, in the order of the exposition. */
    static final List<Family> FAMILIES = List.of(
            LIVENESS_WARNING,
            LIVENESS_DELAY_P99,
            LIVENESS_DELAY_MAX,
            LIVENESS_UTILIZATION,
            LIVENESS_CPU,
            LIVENESS_SESSIONS);

    private LivenessMetrics() {}

    private static HistogramFamily seconds(int slot, String name, String help) {
        return HistogramFamily.of(LIVENESS, slot, name, SECONDS, Buckets.SECONDS, help)
                .since(Profile.V2026_9);
    }

    private static HistogramFamily ratio(int slot, String name, String help) {
        return HistogramFamily.of(LIVENESS, slot, name, RATIO, Buckets.RATIOS, help)
                .since(Profile.V2026_9);
    }
}
