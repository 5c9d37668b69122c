package ai.openclaw.diagnostics.demo.background;

import ai.openclaw.diagnostics.demo.cast.Dice;
import ai.openclaw.diagnostics.demo.cast.Latency;
import ai.openclaw.diagnostics.demo.cast.Mix;
import ai.openclaw.diagnostics.demo.stage.Stage;
import ai.openclaw.diagnostics.events.MessageProcessed;
import ai.openclaw.diagnostics.events.SessionRecoveryCompleted;
import ai.openclaw.diagnostics.events.SessionRecoveryRequested;
import ai.openclaw.diagnostics.events.SessionStuck;
import ai.openclaw.diagnostics.events.TelemetryExporter;

/** What happens beside the work: stuck sessions are recovered, another exporter reports, a plugin chatters. */
public final class Housekeeping {

    /** The channel of untrusted events: a series with it would show that untrusted events are recorded. */
    public static final String ROGUE = "rogue-plugin";

    private static final double RECOVERY_MEAN_GAP_MS = 3_600_000;
    private static final double ROGUE_MEAN_GAP_MS = 25_000;
    private static final Latency STUCK = new Latency(150_000, 0.5, 900_000);
    private static final Latency RECOVERY = new Latency(600, 0.8, 10_000);
    private static final Mix<Recovery> RECOVERIES = Mix.of(
                    new Recovery(true, "embedded_run", "processing", "abort_embedded_run", "aborted"), 4)
            .and(new Recovery(true, "tool_call", "processing", "abort_embedded_run", "aborted"), 2)
            .and(new Recovery(false, "model_call", "processing", "release_lane", "released"), 3)
            .and(new Recovery(false, "tool_call", "waiting", "none", "skipped"), 1)
            .and(new Recovery(false, "model_call", "processing", "none", "noop"), 2);

    private final Stage stage;

    private Housekeeping(Stage stage) {
        this.stage = stage;
    }

    /** Plans what recurs, and returns the rest for other actors to start. */
    public static Housekeeping plan(Stage stage) {
        Housekeeping housekeeping = new Housekeeping(stage);
        Dice dice = stage.dice();
        stage.every(() -> dice.gap(RECOVERY_MEAN_GAP_MS), housekeeping::recover);
        stage.every(() -> dice.gap(ROGUE_MEAN_GAP_MS), housekeeping::chatter);
        return housekeeping;
    }

    /** Lets a stuck session be found and recovered. */
    public void recover() {
        Recovery recovery = RECOVERIES.pick(stage.dice());
        long ageMs = STUCK.draw(stage.dice());
        stage.internal(SessionStuck.builder()
                .reason("no_progress")
                .state(recovery.state())
                .ageMs(ageMs)
                .build());
        stage.internal(recovery.requested(ageMs));
        long tookMs = RECOVERY.draw(stage.dice());
        stage.in(tookMs, () -> stage.internal(recovery.completed(ageMs + tookMs)));
    }

    /** Reports that another exporter of telemetry has started. */
    public void exporterStarts() {
        exporter("configured", "traces", "started");
        exporter("configured", "logs", "started");
    }

    /** Reports that another exporter of telemetry has lost something. */
    public void exporterFails() {
        boolean dropped = stage.dice().chance(0.3);
        exporter(dropped ? "queue_full" : "emit_failed", "traces", dropped ? "dropped" : "failure");
    }

    private void exporter(String reason, String signal, String status) {
        stage.trusted(TelemetryExporter.builder()
                .exporter("diagnostics-otel")
                .reason(reason)
                .signal(signal)
                .status(status)
                .build());
    }

    private void chatter() {
        stage.untrusted(MessageProcessed.builder()
                .channel(ROGUE)
                .outcome("completed")
                .durationMs(1)
                .build());
    }

    private record Recovery(boolean abort, String work, String state, String action, String status) {

        SessionRecoveryRequested requested(double ageMs) {
            return SessionRecoveryRequested.builder()
                    .allowActiveAbort(abort)
                    .activeWorkKind(work)
                    .state(state)
                    .ageMs(ageMs)
                    .build();
        }

        SessionRecoveryCompleted completed(double ageMs) {
            return SessionRecoveryCompleted.builder()
                    .action(action)
                    .activeWorkKind(work)
                    .state(state)
                    .status(status)
                    .ageMs(ageMs)
                    .build();
        }
    }
}
