package ai.openclaw.diagnostics.demo.background;

import ai.openclaw.diagnostics.demo.cast.Agent;
import ai.openclaw.diagnostics.demo.cast.Dice;
import ai.openclaw.diagnostics.demo.cast.Latency;
import ai.openclaw.diagnostics.demo.cast.Mix;
import ai.openclaw.diagnostics.demo.cast.Origin;
import ai.openclaw.diagnostics.demo.stage.Stage;
import ai.openclaw.diagnostics.events.ChildProcessSpawn;
import ai.openclaw.diagnostics.events.DiagnosticEvent;
import ai.openclaw.diagnostics.events.GatewayRpc;
import ai.openclaw.diagnostics.events.LivenessWarning;
import ai.openclaw.diagnostics.events.PayloadLarge;
import ai.openclaw.diagnostics.events.SkillUsed;
import ai.openclaw.diagnostics.events.ToolExecutionBlocked;
import ai.openclaw.diagnostics.events.WebhookError;
import ai.openclaw.diagnostics.events.WebhookProcessed;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a gateway of OpenClaw 2026.9 tells of itself, beside the work: calls of its methods, webhooks, child processes and rare
 * troubles. It has separate dice, so that a seed tells the same story of the work as ever.
 *
 * <p>Left out is what the process that plays the demo tells truly: its event loop, its collections, its build; and what it has
 * none of: workers, and a queue of diagnostic events that drops some.
 */
public final class Machinery {

    private static final double CALL_MEAN_GAP_MS = 900;
    private static final Latency CALL = new Latency(14, 1.1, 20_000);
    private static final Mix<String> METHODS = Mix.of("chat.history", 30)
            .and("chat.send", 20)
            .and("sessions.list", 14)
            .and("health", 12)
            .and("send", 6)
            .and("agent", 6)
            .and("cron.run", 3)
            .and("other", 2);
    private static final Mix<String> SKILLS =
            Mix.of("github", 5).and("weather", 3).and("summarize", 4).and("calendar", 2);

    private final Stage stage;
    private final Dice dice;

    private Machinery(Stage stage, Dice dice) {
        this.stage = stage;
        this.dice = dice;
    }

    /** Plans all of it, with these dice. */
    public static void plan(Stage stage, Dice dice) {
        Machinery machinery = new Machinery(stage, dice);
        stage.every(() -> dice.gap(CALL_MEAN_GAP_MS), machinery::call);
        machinery.now(4_000, 8_000, machinery::webhook);
        machinery.now(5_000, 30_000, machinery::childProcess);
        machinery.now(7_000, 40_000, machinery::skill, stage::trusted);
        machinery.now(9_000, 240_000, machinery::denied, stage::trusted);
        machinery.now(11_000, 600_000, machinery::largePayload);
        machinery.now(13_000, 900_000, machinery::webhookFails);
        machinery.now(15_000, 1_200_000, machinery::slow);
    }

    /** Lets something happen soon, and again by chance. */
    private void now(long firstMs, double meanGapMs, Supplier<DiagnosticEvent> event) {
        now(firstMs, meanGapMs, event, stage::internal);
    }

    private void now(
            long firstMs, double meanGapMs, Supplier<DiagnosticEvent> event, Consumer<DiagnosticEvent> publish) {
        Runnable act = () -> publish.accept(event.get());
        stage.in(firstMs, act);
        stage.every(() -> dice.gap(meanGapMs), act);
    }

    private void call() {
        String method = METHODS.pick(dice);
        long handledMs = CALL.draw(dice);
        boolean error = dice.chance(0.01);
        stage.internal(phase(method, "received", null).build());
        stage.in(handledMs, () -> {
            stage.internal(phase(method, "response", error ? "error" : "ok")
                    .durationMs(handledMs)
                    .build());
            stage.internal(phase(method, "handler", error ? "threw" : "returned")
                    .durationMs(handledMs)
                    .admissionMs(dice.upTo(2))
                    .build());
            stage.internal(phase(method, "dispatch", "returned")
                    .durationMs(handledMs)
                    .queueWaitMs(dice.upTo(4))
                    .build());
        });
    }

    private static GatewayRpc.Builder phase(String method, String phase, @Nullable String outcome) {
        return GatewayRpc.builder().method(method).phase(phase).outcome(outcome);
    }

    private DiagnosticEvent webhook() {
        return WebhookProcessed.builder()
                .channel(Origin.TELEGRAM.id())
                .updateType(Origin.TELEGRAM.update())
                .durationMs(CALL.draw(dice))
                .build();
    }

    private DiagnosticEvent webhookFails() {
        return WebhookError.builder()
                .channel(Origin.WHATSAPP.id())
                .updateType(Origin.WHATSAPP.update())
                .build();
    }

    private DiagnosticEvent childProcess() {
        return ChildProcessSpawn.builder()
                .family(dice.chance(0.7) ? "exec" : "git")
                .count(1 + dice.between(0, 2))
                .build();
    }

    private DiagnosticEvent skill() {
        return SkillUsed.builder()
                .activation(dice.chance(0.3) ? "command" : "read")
                .agentId(Agent.MAIN.id())
                .skillName(SKILLS.pick(dice))
                .skillSource(dice.chance(0.8) ? "bundled" : "workspace")
                .build();
    }

    private DiagnosticEvent denied() {
        return ToolExecutionBlocked.builder()
                .deniedReason("plugin-before-tool-call")
                .paramsKind("object")
                .toolName("exec")
                .toolSource("core")
                .build();
    }

    private DiagnosticEvent largePayload() {
        return PayloadLarge.builder()
                .action(dice.chance(0.6) ? "rejected" : "truncated")
                .bytes(dice.between(1 << 20, 1 << 25))
                .reason("json_body_limit")
                .surface("gateway.http.json")
                .build();
    }

    private DiagnosticEvent slow() {
        double delayMs = 1_000 + dice.upTo(1_500);
        return LivenessWarning.builder()
                .reasons(List.of("event_loop_delay"))
                .active(dice.between(1, 6))
                .waiting(dice.between(0, 2))
                .queued(dice.between(0, 9))
                .eventLoopDelayP99Ms(delayMs / 2)
                .eventLoopDelayMaxMs(delayMs)
                .eventLoopUtilization(0.7 + dice.upTo(0.3))
                .cpuCoreRatio(0.6 + dice.upTo(0.8))
                .build();
    }
}
