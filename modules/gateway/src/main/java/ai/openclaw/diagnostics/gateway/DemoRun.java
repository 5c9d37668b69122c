package ai.openclaw.diagnostics.gateway;

import ai.openclaw.diagnostics.events.HarnessRunCompleted;
import ai.openclaw.diagnostics.events.HarnessRunError;
import ai.openclaw.diagnostics.events.RunCompleted;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A run of an agent: model calls with tools between them, until it has its answer, is aborted or gives up.
 *
 * <p>A call that fails is tried once more; then the agent's fallback model takes over, often another provider's.
 */
final class DemoRun {

    private static final int ATTEMPTS = 2;
    private static final double HARNESS_ERROR_RATE = 0.005;
    private static final double ABORT_RATE = 0.006;
    /** The share of runs without an answer that the harness reports as its own error. */
    private static final double HARNESS_BLAMED = 0.5;

    private static final DemoLatency PREPARATION = new DemoLatency(140, 0.6, 3_000);
    private static final DemoLatency BACKOFF = new DemoLatency(1_500, 0.4, 8_000);
    private static final DemoMix<String> PHASES =
            DemoMix.of("resolve", 1).and("prepare", 3).and("start", 4).and("cleanup", 1);

    private final DemoStage stage;
    private final DemoSession session;
    private final DemoTask task;
    private final Consumer<DemoOutcome> ended;
    private final DemoDice dice;
    private final long startedMs;
    private DemoModel model;
    private DemoTokens tokens = DemoTokens.NONE;
    private int callsLeft;
    private int failures;

    private DemoRun(DemoStage stage, DemoSession session, DemoTask task, Consumer<DemoOutcome> ended) {
        this.stage = stage;
        this.session = session;
        this.task = task;
        this.ended = ended;
        this.dice = stage.dice();
        this.startedMs = stage.nowMs();
        this.model = session.agent().models().pick(dice);
        this.callsLeft = task.calls();
    }

    /** Starts a run, which says how it ended when it has. */
    static void start(DemoStage stage, DemoSession session, DemoTask task, Consumer<DemoOutcome> ended) {
        DemoRun run = new DemoRun(stage, session, task, ended);
        boolean broken = task.mishap(HARNESS_ERROR_RATE, run.dice);
        stage.in(task.draw(PREPARATION, run.dice), broken ? run::breakDown : run::call);
    }

    private void call() {
        DemoFailure failure = task.smooth() ? null : stage.providers().failure(model.provider(), stage.nowMs(), dice);
        long tookMs = task.draw(failure == null ? model.latency() : failure.latency(), dice);
        stage.in(tookMs, failure == null ? () -> answered(tookMs) : () -> failed(failure, tookMs));
    }

    private void answered(long tookMs) {
        stage.trusted(model.completed(tookMs));
        tokens = tokens.plus(DemoTokens.ofCall(model.caching(), dice));
        failures = 0;
        callsLeft--;
        if (task.mishap(ABORT_RATE, dice)) {
            end(DemoOutcome.ABORTED, null);
        } else if (callsLeft > 0) {
            DemoToolRound.play(stage, session, task, this::call);
        } else {
            end(DemoOutcome.COMPLETED, null);
        }
    }

    private void failed(DemoFailure failure, long tookMs) {
        stage.trusted(model.failed(failure.category(), tookMs));
        failures++;
        if (failures < ATTEMPTS) {
            stage.in(BACKOFF.draw(dice), this::call);
        } else if (model != session.agent().fallback()) {
            model = session.agent().fallback();
            failures = 0;
            call();
        } else {
            end(DemoOutcome.ERROR, failure);
        }
    }

    /** The harness fails before it has called any model. */
    private void breakDown() {
        completeRun(DemoOutcome.ERROR);
        stage.trusted(harnessError("Error", PHASES.pick(dice)));
        ended.accept(DemoOutcome.ERROR);
    }

    private void end(DemoOutcome outcome, @Nullable DemoFailure failure) {
        if (tokens.output() > 0) {
            stage.trusted(model.used(session, tokens, tookMs()));
        }
        completeRun(outcome);
        boolean blamed = failure != null && dice.chance(HARNESS_BLAMED);
        stage.trusted(blamed ? harnessError(failure.category(), "send") : harnessCompleted(outcome));
        ended.accept(outcome);
    }

    private void completeRun(DemoOutcome outcome) {
        stage.trusted(new RunCompleted(
                session.origin().id(),
                model.id(),
                outcome.text(),
                model.provider().id(),
                task.trigger(),
                tookMs()));
    }

    private HarnessRunCompleted harnessCompleted(DemoOutcome outcome) {
        DemoHarness harness = session.agent().harness();
        return new HarnessRunCompleted(
                session.origin().id(),
                harness.id(),
                model.id(),
                outcome.text(),
                harness.plugin(),
                model.provider().id(),
                tookMs());
    }

    private HarnessRunError harnessError(String category, String phase) {
        DemoHarness harness = session.agent().harness();
        return new HarnessRunError(
                session.origin().id(),
                category,
                harness.id(),
                model.id(),
                phase,
                harness.plugin(),
                model.provider().id(),
                tookMs());
    }

    private long tookMs() {
        return stage.nowMs() - startedMs;
    }
}
