package ai.openclaw.diagnostics.demo;

import ai.openclaw.diagnostics.demo.stage.Timeline;
import ai.openclaw.diagnostics.events.DiagnosticsChannel;
import java.time.Duration;
import java.time.LocalTime;

/**
 * The demo on a virtual clock: plays a day within seconds, for tests and measurements. Its events are published on the
 * thread that advances it; confined to one thread at a time.
 */
public final class VirtualDemo {

    private final Timeline timeline;

    private VirtualDemo(Timeline timeline) {
        this.timeline = timeline;
    }

    /**
     * Returns a demo at its start, which has published nothing yet.
     *
     * @param channel where its events are published
     * @param plan what it plays; its speed has no meaning here
     */
    public static VirtualDemo of(DiagnosticsChannel channel, DemoPlan plan) {
        return new VirtualDemo(Story.plan(channel, plan, LocalTime.NOON));
    }

    /** Plays until this time since the start; a time that has passed already changes nothing. */
    public void advanceTo(Duration sinceStart) {
        timeline.advanceTo(sinceStart.toMillis());
    }
}
