package ai.openclaw.diagnostics.gateway;

import ai.openclaw.diagnostics.events.DiagnosticsChannel;

/**
 * A Gateway with agents at work, told as diagnostic events. The same seed tells the same story; only the memory
 * samples are what the process really uses.
 *
 * <p>The story has no clock of its own: whoever plays it advances its timeline. Confined to one thread at a time.
 */
final class DemoStory {

    private DemoStory() {}

    /** Returns a timeline on which the story is planned, at its very beginning. */
    static DemoTimeline plan(DiagnosticsChannel channel, long seed, DemoPace pace) {
        DemoTimeline timeline = new DemoTimeline();
        DemoStage stage = new DemoStage(channel, timeline, new DemoDice(seed));
        DemoMemory.plan(stage);
        DemoTraffic traffic = DemoTraffic.begin(stage, pace);
        DemoTalk.plan(stage);
        DemoOutages.plan(stage);
        DemoOpening.plan(stage, traffic, DemoHousekeeping.plan(stage));
        return timeline;
    }
}
