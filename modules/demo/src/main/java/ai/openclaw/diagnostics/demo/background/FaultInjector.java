package ai.openclaw.diagnostics.demo.background;

import ai.openclaw.diagnostics.demo.cast.Dice;
import ai.openclaw.diagnostics.demo.cast.Latency;
import ai.openclaw.diagnostics.demo.cast.Provider;
import ai.openclaw.diagnostics.demo.fault.PlannedFault;
import ai.openclaw.diagnostics.demo.stage.Outage;
import ai.openclaw.diagnostics.demo.stage.Stage;
import ai.openclaw.diagnostics.events.MemoryPressure;
import ai.openclaw.diagnostics.events.ToolExecutionCompleted;
import java.util.function.LongSupplier;

/**
 * Starts each planned fault that acts by itself. The other faults are looked up on the stage by what they break: a
 * delivery, a tool, a lane, a run.
 */
public final class FaultInjector {

    private static final double RECOVERY_MEAN_GAP_MS = 60_000;
    private static final double EXPORTER_MEAN_GAP_MS = 30_000;
    private static final double LEAK_MEAN_GAP_MS = 50;
    /** How often a Gateway repeats a warning about the same pressure. */
    private static final long PRESSURE_GAP_MS = 300_000;

    private static final int RADIX = 36;
    private static final Latency JOB = new Latency(200, 0.5, 5_000);

    private final Stage stage;
    private final Housekeeping housekeeping;
    private long jobs;

    private FaultInjector(Stage stage, Housekeeping housekeeping) {
        this.stage = stage;
        this.housekeeping = housekeeping;
    }

    /** Plans the start of each fault of the stage. */
    public static void plan(Stage stage, Housekeeping housekeeping) {
        FaultInjector injector = new FaultInjector(stage, housekeeping);
        for (PlannedFault planned : stage.faults().planned()) {
            stage.in(planned.startMs(), () -> injector.begin(planned));
        }
    }

    private void begin(PlannedFault planned) {
        Dice dice = stage.dice();
        switch (planned.fault()) {
            case PROVIDER_DOWN -> down(Provider.ANTHROPIC, planned);
            case ALL_PROVIDERS_DOWN -> {
                for (Provider provider : Provider.values()) {
                    down(provider, planned);
                }
            }
            case LANE_STALLED, LANE_CONGESTED -> planEnd(planned);
            case SESSIONS_STUCK -> repeat(planned, () -> dice.gap(RECOVERY_MEAN_GAP_MS), housekeeping::recover);
            case EXPORTER_FAILING -> repeat(planned, () -> dice.gap(EXPORTER_MEAN_GAP_MS), housekeeping::exporterFails);
            case LEAKING_LABEL -> repeat(planned, () -> dice.gap(LEAK_MEAN_GAP_MS), this::leak);
            case MEMORY_PRESSURE -> repeat(planned, () -> PRESSURE_GAP_MS, this::press);
            default -> {} // looked up by what it breaks
        }
    }

    private void down(Provider provider, PlannedFault planned) {
        stage.providers().suffer(provider, Outage.total(planned.endMs()));
    }

    /** Resumes the lanes when the fault ends. */
    private void planEnd(PlannedFault planned) {
        if (planned.length() != null) {
            stage.in(planned.endMs() - stage.nowMs(), stage::resumeLanes);
        }
    }

    private void repeat(PlannedFault planned, LongSupplier gapMs, Runnable act) {
        if (planned.isOn(stage.nowMs())) {
            act.run();
            stage.in(gapMs.getAsLong(), () -> repeat(planned, gapMs, act));
        }
    }

    /** Short words with a counter: nothing that looks like an id, so the label policy admits them. */
    private void leak() {
        jobs++;
        String tool = "report-" + Long.toString(jobs, RADIX);
        stage.trusted(ToolExecutionCompleted.builder()
                .paramsKind("object")
                .toolName(tool)
                .durationMs(JOB.draw(stage.dice()))
                .build());
    }

    private void press() {
        stage.internal(MemoryPressure.builder()
                .level("critical")
                .reason("rss_threshold")
                .build());
    }
}
