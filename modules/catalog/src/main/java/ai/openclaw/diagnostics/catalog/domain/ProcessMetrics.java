package ai.openclaw.diagnostics.catalog.domain;

import static ai.openclaw.diagnostics.catalog.Unit.BYTES;
import static ai.openclaw.diagnostics.catalog.Unit.NONE;
import static ai.openclaw.diagnostics.catalog.Unit.SECONDS;
import static ai.openclaw.diagnostics.catalog.domain.Labels.BUILD_ID;
import static ai.openclaw.diagnostics.catalog.domain.Labels.PROCESS_FAMILY;
import static ai.openclaw.diagnostics.catalog.domain.Labels.PROCESS_INSTANCE_ID;
import static ai.openclaw.diagnostics.catalog.domain.Labels.SCRIPT;

import ai.openclaw.diagnostics.catalog.Buckets;
import ai.openclaw.diagnostics.catalog.CounterFamily;
import ai.openclaw.diagnostics.catalog.Family;
import ai.openclaw.diagnostics.catalog.FamilyGroup;
import ai.openclaw.diagnostics.catalog.GaugeFamily;
import ai.openclaw.diagnostics.catalog.HistogramFamily;
import ai.openclaw.diagnostics.catalog.Profile;
import java.util.List;

/** The Gateway's process: its build, garbage collection, event loop, workers and child processes. */
public final class ProcessMetrics {

    /** The exporter's identity. */
    public static final FamilyGroup BUILD = FamilyGroup.of(BUILD_ID, PROCESS_INSTANCE_ID);
    /** The build. */
    public static final GaugeFamily BUILD_INFO = GaugeFamily.of(
                    BUILD,
                    0,
                    "openclaw_gateway_build_info",
                    NONE,
                    "Always 1; its labels identify the build and the start of the exporter.")
            .since(Profile.V2026_9);

    /** Garbage collection. */
    public static final FamilyGroup GC = FamilyGroup.of();
    /** Duration of collections. */
    public static final HistogramFamily GC_DURATION = HistogramFamily.of(
                    GC, 0, "openclaw_gc_duration_seconds", SECONDS, Buckets.SECONDS, "Duration of garbage collections.")
            .since(Profile.V2026_9);

    /** The event loop. */
    public static final FamilyGroup EVENT_LOOP = FamilyGroup.of();
    /** The longest delay. */
    public static final HistogramFamily EVENT_LOOP_DELAY_MAX = HistogramFamily.of(
                    EVENT_LOOP,
                    0,
                    "openclaw_gateway_event_loop_delay_max_seconds",
                    SECONDS,
                    Buckets.SECONDS,
                    "Longest delay of the event loop in each interval that was observed.")
            .since(Profile.V2026_9);
    /** Time observed. */
    public static final CounterFamily EVENT_LOOP_OBSERVED = CounterFamily.of(
                    EVENT_LOOP,
                    1,
                    "openclaw_gateway_event_loop_observed_seconds_total",
                    SECONDS,
                    "Time during which the event loop's delay was observed.")
            .since(Profile.V2026_9);

    /** Worker threads. */
    public static final FamilyGroup WORKERS = FamilyGroup.of();
    /** Workers. */
    public static final GaugeFamily WORKER_COUNT = GaugeFamily.of(
                    WORKERS, 0, "openclaw_worker_count", NONE, "Worker threads at the last memory sample.")
            .since(Profile.V2026_9);
    /** Workers that were measured. */
    public static final GaugeFamily WORKER_HEAP_SAMPLED = GaugeFamily.of(
                    WORKERS,
                    1,
                    "openclaw_worker_heap_sampled_count",
                    NONE,
                    "Worker threads whose heap the last memory sample measured.")
            .since(Profile.V2026_9);

    /** Workers by script. */
    public static final FamilyGroup WORKER = FamilyGroup.of(SCRIPT);
    /** Heap by script. */
    public static final GaugeFamily WORKER_HEAP_USED = GaugeFamily.of(
                    WORKER,
                    0,
                    "openclaw_worker_heap_used_bytes",
                    BYTES,
                    "Heap in use by the workers of a script at the last memory sample; a script without workers has no series.")
            .since(Profile.V2026_9);

    /** Child processes. */
    public static final FamilyGroup CHILD_PROCESS = FamilyGroup.of(PROCESS_FAMILY);
    /** Child processes started. */
    public static final CounterFamily CHILD_PROCESS_SPAWN = CounterFamily.of(
                    CHILD_PROCESS,
                    0,
                    "openclaw_child_process_spawn_total",
                    NONE,
                    "Child processes that the Gateway started.")
            .since(Profile.V2026_9);

    /** The families of this domain, in the order of the exposition. */
    static final List<Family> FAMILIES = List.of(
            BUILD_INFO,
            GC_DURATION,
            EVENT_LOOP_DELAY_MAX,
            EVENT_LOOP_OBSERVED,
            WORKER_COUNT,
            WORKER_HEAP_SAMPLED,
            WORKER_HEAP_USED,
            CHILD_PROCESS_SPAWN);

    private ProcessMetrics() {}
}
