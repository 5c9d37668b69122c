package ai.openclaw.diagnostics.demo;

import ai.openclaw.diagnostics.demo.background.FaultInjector;
import ai.openclaw.diagnostics.demo.background.Housekeeping;
import ai.openclaw.diagnostics.demo.background.Machinery;
import ai.openclaw.diagnostics.demo.background.Memory;
import ai.openclaw.diagnostics.demo.background.Outages;
import ai.openclaw.diagnostics.demo.cast.Dice;
import ai.openclaw.diagnostics.demo.stage.Faults;
import ai.openclaw.diagnostics.demo.stage.Pace;
import ai.openclaw.diagnostics.demo.stage.Stage;
import ai.openclaw.diagnostics.demo.stage.Timeline;
import ai.openclaw.diagnostics.demo.work.Talk;
import ai.openclaw.diagnostics.demo.work.Traffic;
import ai.openclaw.diagnostics.events.DiagnosticsChannel;
import java.time.LocalTime;
import java.util.function.LongUnaryOperator;

/**
 * A Gateway with agents at work, told as diagnostic events. The same seed tells the same story; only the memory
 * samples are what the process really uses.
 *
 * <p>The story has no clock: the caller advances its timeline. Confined to one thread at a time.
 */
final class Story {

    /** The first of January 2026, noon. */
    private static final long VIRTUAL_START_MS = 1_767_268_800_000L;

    private Story() {}

    /** As {@link #plan(DiagnosticsChannel, DemoPlan, LocalTime, LongUnaryOperator)}, on a day that is always the same. */
    static Timeline plan(DiagnosticsChannel channel, DemoPlan plan, LocalTime start) {
        return plan(channel, plan, start, atMs -> VIRTUAL_START_MS + atMs);
    }

    /**
     * Returns a timeline on which the story is planned, at its very beginning.
     *
     * @param start the time of day at which it begins
     * @param epochMs what a clock shows at a time of the timeline, in milliseconds since 1970
     */
    static Timeline plan(DiagnosticsChannel channel, DemoPlan plan, LocalTime start, LongUnaryOperator epochMs) {
        Timeline timeline = new Timeline();
        Stage stage = new Stage(channel, timeline, epochMs, plan.seed(), new Faults(plan.faults()));
        Memory.plan(stage);
        Traffic traffic = Traffic.begin(stage, plan.dailyRhythm() ? Pace.daily(start) : Pace.steady());
        Talk.plan(stage);
        if (plan.randomOutages()) {
            Outages.plan(stage);
        }
        Housekeeping housekeeping = Housekeeping.plan(stage);
        Opening.plan(stage, traffic, housekeeping);
        Machinery.plan(stage, new Dice(~plan.seed()));
        FaultInjector.plan(stage, housekeeping);
        return timeline;
    }
}
