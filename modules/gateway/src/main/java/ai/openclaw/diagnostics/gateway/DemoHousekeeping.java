package ai.openclaw.diagnostics.gateway;

import ai.openclaw.diagnostics.events.MessageProcessed;
import ai.openclaw.diagnostics.events.SessionRecoveryCompleted;
import ai.openclaw.diagnostics.events.SessionRecoveryRequested;
import ai.openclaw.diagnostics.events.TelemetryExporter;

/** What happens beside the work: stuck sessions are recovered, another exporter reports, a plugin chatters. */
final class DemoHousekeeping {

    /** The channel named by events that nobody vouches for: where it turns up, trust is broken. */
    static final String ROGUE = "rogue-plugin";

    private static final double RECOVERY_MEAN_GAP_MS = 480_000;
    private static final double EXPORTER_MEAN_GAP_MS = 900_000;
    private static final double ROGUE_MEAN_GAP_MS = 25_000;
    private static final DemoLatency STUCK = new DemoLatency(150_000, 0.5, 900_000);
    private static final DemoLatency RECOVERY = new DemoLatency(600, 0.8, 10_000);
    private static final DemoMix<Recovery> RECOVERIES = DemoMix.of(
                    new Recovery(true, "embedded_run", "processing", "abort_embedded_run", "aborted"), 4)
            .and(new Recovery(true, "tool_call", "processing", "abort_embedded_run", "aborted"), 2)
            .and(new Recovery(false, "model_call", "processing", "release_lane", "released"), 3)
            .and(new Recovery(false, "tool_call", "waiting", "none", "skipped"), 1)
            .and(new Recovery(false, "model_call", "processing", "none", "noop"), 2);

    private final DemoStage stage;

    private DemoHousekeeping(DemoStage stage) {
        this.stage = stage;
    }

    static DemoHousekeeping plan(DemoStage stage) {
        DemoHousekeeping housekeeping = new DemoHousekeeping(stage);
        DemoDice dice = stage.dice();
        stage.every(() -> dice.gap(RECOVERY_MEAN_GAP_MS), housekeeping::recover);
        stage.every(() -> dice.gap(EXPORTER_MEAN_GAP_MS), housekeeping::exporterFails);
        stage.every(() -> dice.gap(ROGUE_MEAN_GAP_MS), housekeeping::chatter);
        return housekeeping;
    }

    void recover() {
        Recovery recovery = RECOVERIES.pick(stage.dice());
        long ageMs = STUCK.draw(stage.dice());
        stage.internal(recovery.requested(ageMs));
        long tookMs = RECOVERY.draw(stage.dice());
        stage.in(tookMs, () -> stage.internal(recovery.completed(ageMs + tookMs)));
    }

    void exporterStarts() {
        exporter("configured", "traces", "started");
        exporter("configured", "logs", "started");
    }

    void exporterFails() {
        boolean dropped = stage.dice().chance(0.3);
        exporter(dropped ? "queue_full" : "emit_failed", "traces", dropped ? "dropped" : "failure");
    }

    private void exporter(String reason, String signal, String status) {
        stage.trusted(new TelemetryExporter("diagnostics-otel", reason, signal, status));
    }

    private void chatter() {
        stage.untrusted(new MessageProcessed(ROGUE, "completed", null, 1));
    }

    private record Recovery(boolean abort, String work, String state, String action, String status) {

        SessionRecoveryRequested requested(double ageMs) {
            return new SessionRecoveryRequested(abort, work, state, ageMs);
        }

        SessionRecoveryCompleted completed(double ageMs) {
            return new SessionRecoveryCompleted(action, work, state, status, ageMs);
        }
    }
}
