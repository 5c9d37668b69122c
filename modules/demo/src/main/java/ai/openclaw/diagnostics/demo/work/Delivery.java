package ai.openclaw.diagnostics.demo.work;

import ai.openclaw.diagnostics.demo.cast.Latency;
import ai.openclaw.diagnostics.demo.cast.Mix;
import ai.openclaw.diagnostics.demo.cast.Origin;
import ai.openclaw.diagnostics.demo.cast.Task;
import ai.openclaw.diagnostics.demo.fault.Fault;
import ai.openclaw.diagnostics.demo.stage.Stage;
import ai.openclaw.diagnostics.events.MessageDeliveryCompleted;
import ai.openclaw.diagnostics.events.MessageDeliveryError;
import ai.openclaw.diagnostics.events.MessageDeliveryStarted;
import ai.openclaw.diagnostics.events.TraceContext;
import java.util.function.LongConsumer;

/** Something on its way to people; what fails is given up. */
final class Delivery {

    private static final Latency LIGHT = new Latency(190, 0.6, 15_000);
    private static final Latency HEAVY = new Latency(1_400, 0.7, 60_000);
    private static final Mix<String> TROUBLES =
            Mix.of("rate_limit", 4).and("TimeoutError", 3).and("ECONNRESET", 2).and("Error", 1);

    private final Stage stage;
    private final Origin target;
    private final String kind;
    private final TraceContext span;
    private final Runnable after;

    private Delivery(Stage stage, Origin target, String kind, TraceContext span, Runnable after) {
        this.stage = stage;
        this.target = target;
        this.kind = kind;
        this.span = span;
        this.after = after;
    }

    /**
     * Sends something, then goes on, delivered or not.
     *
     * @param kind {@code text}, {@code media} or {@code reaction}
     * @param message the span of the message that it answers
     */
    static void send(Stage stage, Origin target, String kind, Task task, TraceContext message, Runnable after) {
        Delivery delivery = new Delivery(stage, target, kind, stage.spans().childOf(message), after);
        boolean broken = task.mishap(target.deliveryErrorRate(), stage.dice()) || delivery.isRefused();
        delivery.start(task, broken ? delivery::fail : delivery::arrive);
    }

    private boolean isRefused() {
        return target == Origin.TELEGRAM && stage.suffers(Fault.DELIVERIES_FAILING);
    }

    private boolean isLost() {
        return target == Origin.DISCORD && stage.suffers(Fault.DELIVERIES_HANGING);
    }

    private void start(Task task, LongConsumer end) {
        stage.internal(MessageDeliveryStarted.builder()
                .channel(target.id())
                .deliveryKind(kind)
                .build());
        long tookMs = task.draw(kind.equals("media") ? HEAVY : LIGHT, stage.dice());
        if (!isLost()) {
            stage.in(tookMs, () -> end.accept(tookMs));
        }
    }

    private void arrive(long tookMs) {
        stage.internal(
                MessageDeliveryCompleted.builder()
                        .channel(target.id())
                        .deliveryKind(kind)
                        .durationMs(tookMs),
                span);
        after.run();
    }

    private void fail(long tookMs) {
        stage.internal(
                MessageDeliveryError.builder()
                        .channel(target.id())
                        .deliveryKind(kind)
                        .errorCategory(TROUBLES.pick(stage.dice()))
                        .durationMs(tookMs),
                span);
        after.run();
    }
}
