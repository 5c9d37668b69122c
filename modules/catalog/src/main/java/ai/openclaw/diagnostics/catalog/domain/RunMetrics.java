package ai.openclaw.diagnostics.catalog.domain;

import static ai.openclaw.diagnostics.catalog.Unit.NONE;
import static ai.openclaw.diagnostics.catalog.Unit.SECONDS;
import static ai.openclaw.diagnostics.catalog.domain.Labels.BLOCKED_BY;
import static ai.openclaw.diagnostics.catalog.domain.Labels.CHANNEL;
import static ai.openclaw.diagnostics.catalog.domain.Labels.ERROR_CATEGORY;
import static ai.openclaw.diagnostics.catalog.domain.Labels.HARNESS;
import static ai.openclaw.diagnostics.catalog.domain.Labels.MODEL;
import static ai.openclaw.diagnostics.catalog.domain.Labels.OUTCOME;
import static ai.openclaw.diagnostics.catalog.domain.Labels.PHASE;
import static ai.openclaw.diagnostics.catalog.domain.Labels.PLUGIN;
import static ai.openclaw.diagnostics.catalog.domain.Labels.PROVIDER;
import static ai.openclaw.diagnostics.catalog.domain.Labels.TRIGGER;

import ai.openclaw.diagnostics.catalog.Buckets;
import ai.openclaw.diagnostics.catalog.CounterFamily;
import ai.openclaw.diagnostics.catalog.Family;
import ai.openclaw.diagnostics.catalog.FamilyGroup;
import ai.openclaw.diagnostics.catalog.HistogramFamily;
import java.util.List;

/** Agent runs, and runs of the harness that they use. */
public final class RunMetrics {

    /** Agent runs. */
    public static final FamilyGroup RUN = FamilyGroup.of(BLOCKED_BY, CHANNEL, MODEL, OUTCOME, PROVIDER, TRIGGER);
    /** Duration of runs. */
    public static final HistogramFamily RUN_DURATION = HistogramFamily.of(
            RUN,
            0,
            "openclaw_run_duration_seconds",
            SECONDS,
            Buckets.SECONDS,
            "Duration of agent runs, from start to outcome.");
    /** Runs. */
    public static final CounterFamily RUN_COMPLETED = CounterFamily.of(
            RUN, 1, "openclaw_run_completed_total", NONE, "Agent runs that came to an end, whatever the outcome.");

    /** Harness runs. */
    public static final FamilyGroup HARNESS_RUN =
            FamilyGroup.of(CHANNEL, ERROR_CATEGORY, HARNESS, MODEL, OUTCOME, PHASE, PLUGIN, PROVIDER);
    /** Duration of harness runs. */
    public static final HistogramFamily HARNESS_RUN_DURATION = HistogramFamily.of(
            HARNESS_RUN,
            0,
            "openclaw_harness_run_duration_seconds",
            SECONDS,
            Buckets.SECONDS,
            "Duration of runs of an agent harness.");
    /** Harness runs. */
    public static final CounterFamily HARNESS_RUN_TOTAL = CounterFamily.of(
            HARNESS_RUN, 1, "openclaw_harness_run_total", NONE, "Runs of an agent harness that ended or failed.");

    /** The families of this domain, in the order of the exposition. */
    static final List<Family> FAMILIES = List.of(RUN_DURATION, RUN_COMPLETED, HARNESS_RUN_DURATION, HARNESS_RUN_TOTAL);

    private RunMetrics() {}
}
