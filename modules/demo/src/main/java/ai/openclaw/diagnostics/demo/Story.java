package ai.openclaw.diagnostics.demo;

import ai.openclaw.diagnostics.events.DiagnosticsChannel;

/**
 * A Gateway with agents at work, told as diagnostic events. The same seed tells the same story; only the memory
 * samples are what the process really uses.
 *
 * <p>The story has no clock of its own: whoever plays it advances its timeline. Confined to one thread at a time.
 */
final class Story {

    private Story() {}

    /** Returns a timeline on which the story is planned, at its very beginning. */
    static Timeline plan(DiagnosticsChannel channel, long seed, Pace pace, Faults faults) {
        Timeline timeline = new Timeline();
        Stage stage = new Stage(channel, timeline, new Dice(seed), faults);
        Memory.plan(stage);
        Traffic traffic = Traffic.begin(stage, pace);
        Talk.plan(stage);
        Outages.plan(stage);
        Housekeeping housekeeping = Housekeeping.plan(stage);
        Opening.plan(stage, traffic, housekeeping);
        Mischief.plan(stage, housekeeping);
        return timeline;
    }
}
