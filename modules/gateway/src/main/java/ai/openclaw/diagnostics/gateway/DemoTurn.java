package ai.openclaw.diagnostics.gateway;

import ai.openclaw.diagnostics.events.MessageProcessed;
import org.jspecify.annotations.Nullable;

/** One message and what comes of it: perhaps a reaction, a run, an answer. */
final class DemoTurn {

    private static final double SKIP_RATE = 0.04;
    private static final double REACTION_RATE = 0.2;
    private static final double MEDIA_RATE = 0.1;
    private static final double CRON_SILENCE_RATE = 0.4;
    private static final DemoLatency SKIPPING = new DemoLatency(15, 0.5, 1_000);
    private static final DemoMix<String> SKIP_REASONS =
            DemoMix.of("duplicate", 2).and("no_reply", 3).and("reply-operation-active", 1);

    private final DemoStage stage;
    private final DemoSession session;
    private final DemoTask task;
    private final long receivedMs;

    private DemoTurn(DemoStage stage, DemoSession session, DemoTask task) {
        this.stage = stage;
        this.session = session;
        this.task = task;
        this.receivedMs = stage.nowMs();
    }

    /** Lets a session receive a message. */
    static void begin(DemoStage stage, DemoSession session, DemoTask task) {
        DemoTurn turn = new DemoTurn(stage, session, task);
        if (task.mishap(SKIP_RATE, stage.dice())) {
            stage.in(SKIPPING.draw(stage.dice()), () -> turn.processed("skipped", SKIP_REASONS.pick(stage.dice())));
        } else {
            turn.take();
        }
    }

    private void take() {
        if (session.origin().isMessenger() && stage.dice().chance(REACTION_RATE)) {
            deliver("reaction", () -> {});
        }
        session.work(task, stage.laneFor(session.origin()), this::ended);
    }

    private void ended(DemoOutcome outcome) {
        switch (outcome) {
            case COMPLETED -> answer();
            case ABORTED -> processed("completed", "reply_operation_aborted");
            case ERROR -> deliver("text", () -> processed("error", null)); // people are told that it failed
        }
    }

    private void answer() {
        if (session.origin().isCron() && task.mishap(CRON_SILENCE_RATE, stage.dice())) {
            processed("completed", "no_reply");
            return;
        }
        if (session.origin().isMessenger() && stage.dice().chance(MEDIA_RATE)) {
            deliver("media", () -> {});
        }
        deliver("text", () -> processed("completed", null));
    }

    private void deliver(String kind, Runnable after) {
        DemoDelivery.send(stage, session.origin().replyTo(), kind, task, after);
    }

    private void processed(String outcome, @Nullable String reason) {
        long tookMs = stage.nowMs() - receivedMs;
        stage.internal(new MessageProcessed(session.origin().id(), outcome, reason, tookMs));
    }
}
