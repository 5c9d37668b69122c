package ai.openclaw.diagnostics.demo.work;

import ai.openclaw.diagnostics.demo.cast.Latency;
import ai.openclaw.diagnostics.demo.cast.Mix;
import ai.openclaw.diagnostics.demo.cast.Outcome;
import ai.openclaw.diagnostics.demo.cast.Task;
import ai.openclaw.diagnostics.demo.stage.Stage;
import ai.openclaw.diagnostics.events.MessageDispatchCompleted;
import ai.openclaw.diagnostics.events.MessageDispatchStarted;
import ai.openclaw.diagnostics.events.MessageProcessed;
import ai.openclaw.diagnostics.events.MessageReceived;
import ai.openclaw.diagnostics.events.TraceContext;
import ai.openclaw.diagnostics.events.WebhookReceived;
import org.jspecify.annotations.Nullable;

/** One message and what comes of it: perhaps a reaction, a run, an answer. */
final class Turn {

    private static final String SOURCE = "dispatch";
    private static final double SKIP_RATE = 0.04;
    private static final double REACTION_RATE = 0.2;
    private static final double MEDIA_RATE = 0.1;
    private static final double CRON_SILENCE_RATE = 0.4;
    private static final Latency SKIPPING = new Latency(15, 0.5, 1_000);
    private static final Mix<String> SKIP_REASONS =
            Mix.of("duplicate", 2).and("no_reply", 3).and("reply-operation-active", 1);

    private final Stage stage;
    private final Session session;
    private final Task task;
    private final TraceContext span;
    private final long receivedMs;

    private Turn(Stage stage, Session session, Task task) {
        this.stage = stage;
        this.session = session;
        this.task = task;
        this.span = stage.spans().root();
        this.receivedMs = stage.nowMs();
    }

    /** Lets a session receive a message. */
    static void begin(Stage stage, Session session, Task task) {
        Turn turn = new Turn(stage, session, task);
        turn.received();
        if (task.mishap(SKIP_RATE, stage.dice())) {
            stage.in(SKIPPING.draw(stage.dice()), () -> turn.processed("skipped", SKIP_REASONS.pick(stage.dice())));
        } else {
            turn.take();
        }
    }

    private void received() {
        String channel = session.origin().id();
        if (session.origin().isMessenger()) {
            stage.internal(WebhookReceived.builder()
                    .channel(channel)
                    .updateType(session.origin().update())
                    .build());
        }
        stage.internal(MessageReceived.builder().channel(channel).source(SOURCE).build());
        stage.internal(
                MessageDispatchStarted.builder().channel(channel).source(SOURCE).build());
    }

    private void take() {
        if (session.origin().isMessenger() && stage.dice().chance(REACTION_RATE)) {
            deliver("reaction", () -> {});
        }
        session.work(task, stage.laneFor(session.origin()), span, this::ended);
    }

    private void ended(Outcome outcome) {
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
        Delivery.send(stage, session.origin().replyTo(), kind, task, span, after);
    }

    private void processed(String outcome, @Nullable String reason) {
        long tookMs = stage.nowMs() - receivedMs;
        stage.internal(MessageDispatchCompleted.builder()
                .channel(session.origin().id())
                .outcome(outcome)
                .reason(reason)
                .source(SOURCE)
                .durationMs(tookMs)
                .build());
        stage.internal(
                MessageProcessed.builder()
                        .channel(session.origin().id())
                        .outcome(outcome)
                        .reason(reason)
                        .durationMs(tookMs),
                span);
    }
}
