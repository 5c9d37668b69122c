package ai.openclaw.diagnostics.demo.work;

import ai.openclaw.diagnostics.demo.cast.Agent;
import ai.openclaw.diagnostics.demo.cast.Dice;
import ai.openclaw.diagnostics.demo.cast.Failure;
import ai.openclaw.diagnostics.demo.cast.Harness;
import ai.openclaw.diagnostics.demo.cast.Latency;
import ai.openclaw.diagnostics.demo.cast.Mix;
import ai.openclaw.diagnostics.demo.cast.Model;
import ai.openclaw.diagnostics.demo.cast.Outcome;
import ai.openclaw.diagnostics.demo.cast.Task;
import ai.openclaw.diagnostics.demo.cast.Tokens;
import ai.openclaw.diagnostics.demo.fault.Fault;
import ai.openclaw.diagnostics.demo.stage.Stage;
import ai.openclaw.diagnostics.events.HarnessRunCompleted;
import ai.openclaw.diagnostics.events.HarnessRunError;
import ai.openclaw.diagnostics.events.ModelFailover;
import ai.openclaw.diagnostics.events.ModelUsage;
import ai.openclaw.diagnostics.events.RunCompleted;
import ai.openclaw.diagnostics.events.TraceContext;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A run of an agent: model calls with tools between them, until it has its answer, is aborted or gives up.
 *
 * <p>A call that fails is tried once more; then the agent's fallback model takes over, often another provider's.
 */
final class Run {

    private static final int ATTEMPTS = 2;
    private static final double HARNESS_ERROR_RATE = 0.005;
    private static final double ABORT_RATE = 0.006;
    /** The share of runs without an answer that the harness reports as its own error. */
    private static final double HARNESS_BLAMED = 0.5;

    private static final long RUNAWAY_FACTOR = 60;
    private static final Latency CRAWL = new Latency(90_000, 0.25, 300_000);
    private static final Latency PREPARATION = new Latency(140, 0.6, 3_000);
    private static final Latency BACKOFF = new Latency(1_500, 0.4, 8_000);
    private static final Mix<String> PHASES =
            Mix.of("resolve", 1).and("prepare", 3).and("start", 4).and("cleanup", 1);

    private final Stage stage;
    private final Session session;
    private final Task task;
    private final Consumer<Outcome> ended;
    private final Dice dice;
    private final TraceContext span;
    private final long startedMs;
    private Model model;
    private Tokens tokens = Tokens.NONE;
    private int callsLeft;
    private int failures;

    private Run(Stage stage, Session session, Task task, TraceContext cause, Consumer<Outcome> ended) {
        this.stage = stage;
        this.session = session;
        this.task = task;
        this.ended = ended;
        this.dice = stage.dice();
        this.span = stage.spans().childOf(cause);
        this.startedMs = stage.nowMs();
        this.model = session.agent().models().pick(dice);
        this.callsLeft = task.calls();
    }

    /**
     * Starts a run, which says how it ended when it has.
     *
     * @param cause the span of what asked for it
     */
    static void start(Stage stage, Session session, Task task, TraceContext cause, Consumer<Outcome> ended) {
        Run run = new Run(stage, session, task, cause, ended);
        boolean broken = task.mishap(HARNESS_ERROR_RATE, run.dice) || run.harnessFails();
        stage.in(task.draw(PREPARATION, run.dice), broken ? run::breakDown : run::call);
    }

    private boolean harnessFails() {
        return session.agent().harness() == Harness.CODEX && stage.suffers(Fault.HARNESS_FAILING);
    }

    private void call() {
        Failure failure = stage.providers().failure(model.provider(), stage.nowMs(), task, dice);
        long tookMs = failure == null ? answerMs() : failure.latency().draw(dice);
        stage.in(tookMs, failure == null ? () -> answered(tookMs) : () -> failed(failure, tookMs));
    }

    private long answerMs() {
        boolean slow = model == Model.GPT && stage.suffers(Fault.MODEL_SLOW);
        return slow ? CRAWL.draw(dice) : task.draw(model.latency(), dice);
    }

    private Tokens spent() {
        Tokens spent = Tokens.ofCall(model.caching(), dice);
        boolean runaway = session.agent() == Agent.RESEARCH && stage.suffers(Fault.RUNAWAY_AGENT);
        return runaway ? spent.times(RUNAWAY_FACTOR) : spent;
    }

    private void answered(long tookMs) {
        TraceContext call = child();
        stage.trusted(model.completed(tookMs), call);
        tokens = tokens.plus(spent());
        failures = 0;
        callsLeft--;
        if (task.mishap(ABORT_RATE, dice)) {
            end(Outcome.ABORTED, null);
        } else if (callsLeft > 0) {
            ToolRound.play(stage, session, task, call, this::call);
        } else {
            end(Outcome.COMPLETED, null);
        }
    }

    private void failed(Failure failure, long tookMs) {
        stage.trusted(model.failed(failure.category(), tookMs), child());
        failures++;
        if (failures < ATTEMPTS) {
            stage.in(BACKOFF.draw(dice), this::call);
        } else if (model != session.agent().fallback()) {
            fallBack(failure);
            failures = 0;
            call();
        } else {
            end(Outcome.ERROR, failure);
        }
    }

    private void fallBack(Failure failure) {
        Model failed = model;
        model = session.agent().fallback();
        stage.trusted(ModelFailover.builder()
                .fromModel(failed.id())
                .fromProvider(failed.provider().id())
                .lane(session.origin().isCron() ? "cron" : "main")
                .reason(failure.category())
                .suspended(false)
                .toModel(model.id())
                .toProvider(model.provider().id())
                .build());
    }

    /** The harness fails before it has called any model. */
    private void breakDown() {
        completeRun(Outcome.ERROR);
        stage.trusted(harnessError("Error", PHASES.pick(dice)), child());
        ended.accept(Outcome.ERROR);
    }

    private void end(Outcome outcome, @Nullable Failure failure) {
        if (tokens.output() > 0) {
            stage.trusted(usage(), child());
        }
        completeRun(outcome);
        if (failure != null && dice.chance(HARNESS_BLAMED)) {
            stage.trusted(harnessError(failure.category(), "send"), child());
        } else {
            stage.trusted(harnessCompleted(outcome), child());
        }
        ended.accept(outcome);
    }

    private ModelUsage.Builder usage() {
        return ModelUsage.builder()
                .agentId(session.agent().id())
                .channel(session.origin().id())
                .model(model.id())
                .provider(model.provider().id())
                .usage(tokens.toUsage())
                .costUsd(cost())
                .durationMs(tookMs());
    }

    private double cost() {
        boolean unknown = model == Model.GEMINI && stage.suffers(Fault.PRICE_MISSING);
        return unknown ? Double.NaN : model.cost(tokens);
    }

    private void completeRun(Outcome outcome) {
        stage.trusted(
                RunCompleted.builder()
                        .channel(session.origin().id())
                        .model(model.id())
                        .outcome(outcome.text())
                        .provider(model.provider().id())
                        .trigger(task.trigger())
                        .durationMs(tookMs()),
                span);
    }

    private HarnessRunCompleted.Builder harnessCompleted(Outcome outcome) {
        Harness harness = session.agent().harness();
        return HarnessRunCompleted.builder()
                .channel(session.origin().id())
                .harnessId(harness.id())
                .model(model.id())
                .outcome(outcome.text())
                .pluginId(harness.plugin())
                .provider(model.provider().id())
                .durationMs(tookMs());
    }

    private HarnessRunError.Builder harnessError(String category, String phase) {
        Harness harness = session.agent().harness();
        return HarnessRunError.builder()
                .channel(session.origin().id())
                .errorCategory(category)
                .harnessId(harness.id())
                .model(model.id())
                .phase(phase)
                .pluginId(harness.plugin())
                .provider(model.provider().id())
                .durationMs(tookMs());
    }

    /** Returns the span of a part of this run. */
    private TraceContext child() {
        return stage.spans().childOf(span);
    }

    private long tookMs() {
        return stage.nowMs() - startedMs;
    }
}
