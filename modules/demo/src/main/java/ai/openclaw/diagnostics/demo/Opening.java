package ai.openclaw.diagnostics.demo;

import ai.openclaw.diagnostics.demo.background.Housekeeping;
import ai.openclaw.diagnostics.demo.background.Memory;
import ai.openclaw.diagnostics.demo.cast.Failure;
import ai.openclaw.diagnostics.demo.cast.Model;
import ai.openclaw.diagnostics.demo.cast.Origin;
import ai.openclaw.diagnostics.demo.cast.Task;
import ai.openclaw.diagnostics.demo.cast.Tool;
import ai.openclaw.diagnostics.demo.stage.Stage;
import ai.openclaw.diagnostics.demo.work.Talk;
import ai.openclaw.diagnostics.demo.work.Traffic;
import ai.openclaw.diagnostics.events.HarnessRunError;
import ai.openclaw.diagnostics.events.MessageDeliveryError;
import ai.openclaw.diagnostics.events.MessageDeliveryStarted;
import ai.openclaw.diagnostics.events.ModelFailover;

/**
 * The first half minute: one of everything, the rare things too, so that every family is there before a reader wonders
 * where it is. Whatever comes later comes by chance.
 */
final class Opening {

    private final Stage stage;
    private final Traffic traffic;
    private final Housekeeping housekeeping;

    private Opening(Stage stage, Traffic traffic, Housekeeping housekeeping) {
        this.stage = stage;
        this.traffic = traffic;
        this.housekeeping = housekeeping;
    }

    static void plan(Stage stage, Traffic traffic, Housekeeping housekeeping) {
        Opening opening = new Opening(stage, traffic, housekeeping);
        stage.in(200, housekeeping::exporterStarts);
        stage.in(500, () -> opening.greeting(Origin.WHATSAPP));
        stage.in(1_500, () -> opening.greeting(Origin.SLACK));
        stage.in(2_000, () -> Talk.begin(stage));
        stage.in(2_500, () -> opening.greeting(Origin.TELEGRAM));
        stage.in(6_000, opening::mishaps);
        stage.in(12_000, opening::incidents);
    }

    private void greeting(Origin origin) {
        traffic.message(origin, Task.greeting());
    }

    /** What goes wrong in the work of an agent. */
    private void mishaps() {
        stage.trusted(Tool.WEB_FETCH.failed(2_140, stage.dice()).build());
        stage.trusted(Model.GPT.failed(Failure.RATE_LIMIT.category(), 170).build());
        stage.trusted(ModelFailover.builder()
                .fromModel("gpt-5.4")
                .fromProvider("openai")
                .lane("main")
                .reason(Failure.RATE_LIMIT.category())
                .suspended(false)
                .toModel(Model.GEMINI.id())
                .toProvider(Model.GEMINI.provider().id())
                .build());
        stage.trusted(HarnessRunError.builder()
                .channel("webchat")
                .errorCategory("Error")
                .harnessId("codex")
                .model("gpt-5.4")
                .phase("start")
                .pluginId("codex")
                .provider("openai")
                .durationMs(940)
                .build());
        stage.internal(MessageDeliveryStarted.builder()
                .channel("whatsapp")
                .deliveryKind("media")
                .build());
        stage.in(
                1_200,
                () -> stage.internal(MessageDeliveryError.builder()
                        .channel("whatsapp")
                        .deliveryKind("media")
                        .errorCategory("TimeoutError")
                        .durationMs(1_200)
                        .build()));
    }

    /** What goes wrong with the Gateway as a whole. */
    private void incidents() {
        housekeeping.recover();
        housekeeping.exporterFails();
        Memory.pressure(stage);
    }
}
