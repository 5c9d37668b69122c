package ai.openclaw.diagnostics.catalog;

import static ai.openclaw.diagnostics.catalog.Labels.BLOCKED_BY;
import static ai.openclaw.diagnostics.catalog.Labels.CHANNEL;
import static ai.openclaw.diagnostics.catalog.Labels.ERROR_CATEGORY;
import static ai.openclaw.diagnostics.catalog.Labels.HARNESS;
import static ai.openclaw.diagnostics.catalog.Labels.MODEL;
import static ai.openclaw.diagnostics.catalog.Labels.OUTCOME;
import static ai.openclaw.diagnostics.catalog.Labels.PHASE;
import static ai.openclaw.diagnostics.catalog.Labels.PLUGIN;
import static ai.openclaw.diagnostics.catalog.Labels.PROVIDER;
import static ai.openclaw.diagnostics.catalog.Labels.TRIGGER;
import static ai.openclaw.diagnostics.catalog.Unit.NONE;
import static ai.openclaw.diagnostics.catalog.Unit.SECONDS;

import java.util.List;

/** Agent runs, and runs of the harness that they use. */
public final class RunMetrics {

    /** Agent runs. */
    public static final FamilyGroup RUN = FamilyGroup.of(BLOCKED_BY, CHANNEL, MODEL, OUTCOME, PROVIDER, TRIGGER);
    /** Duration of runs. */
    public static final HistogramFamily RUN_DURATION = RUN.histogram(
            0,
            "openclaw_run_duration_seconds",
            SECONDS,
            Buckets.SECONDS,
            "Duration of agent runs, from start to outcome.");
    /** Runs. */
    public static final CounterFamily RUN_COMPLETED = RUN.counter(
            1, "openclaw_run_completed_total", NONE, "Agent runs that came to an end, whatever the outcome.");

    /** Harness runs. */
    public static final FamilyGroup HARNESS_RUN =
            FamilyGroup.of(CHANNEL, ERROR_CATEGORY, HARNESS, MODEL, OUTCOME, PHASE, PLUGIN, PROVIDER);
    /** Duration of harness runs. */
    public static final HistogramFamily HARNESS_RUN_DURATION = HARNESS_RUN.histogram(
            0,
            "openclaw_harness_run_duration_seconds",
            SECONDS,
            Buckets.SECONDS,
            "Duration of runs of an agent harness.");
    /** Harness runs. */
    public static final CounterFamily HARNESS_RUN_TOTAL = HARNESS_RUN.counter(
            1, "openclaw_harness_run_total", NONE, "Runs of an agent harness that ended or failed.");

    /** The families of this domain, in the order of the exposition. */
    static final List<Family> FAMILIES = List.of(RUN_DURATION, RUN_COMPLETED, HARNESS_RUN_DURATION, HARNESS_RUN_TOTAL);

    private RunMetrics() {}
}
