package ai.openclaw.diagnostics.cli;

import ai.openclaw.diagnostics.config.GatewayException;
import ai.openclaw.diagnostics.demo.DemoPlan;
import ai.openclaw.diagnostics.demo.fault.PlannedFault;
import java.util.List;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Where the events come from, if not from agents. */
final class TrafficOptions {

    @ArgGroup(exclusive = false)
    private DemoOptions demo;

    @ArgGroup(exclusive = false)
    private ReplayOptions replay;

    TrafficSource source() {
        if (demo != null) {
            return TrafficSource.demo(demo.plan());
        }
        return replay == null ? TrafficSource.none() : replay.source();
    }

    /** How the demo is played. */
    static final class DemoOptions {

        @SuppressWarnings("UnusedVariable") // that it was given makes this group
        @Option(names = "--demo", required = true, description = "Play a believable agent workload into the Gateway.")
        private boolean demo;

        @Option(names = "--daily-rhythm", description = "Let its traffic follow the hour of day.")
        private boolean dailyRhythm;

        @Option(
                names = "--fault",
                paramLabel = "NAME[@START[+LENGTH]]",
                converter = FaultText.class,
                description = "Break something, at once and for good, or as in provider-down@30s+2m; may be given "
                        + "again. Names and what to expect: docs/faults.md.")
        private List<PlannedFault> faults = List.of();

        @Option(
                names = "--speed",
                paramLabel = "N",
                defaultValue = "1",
                description = "Let time pass N times as fast in the demo, 1 to " + DemoPlan.MAX_SPEED
                        + "; its durations stay what they are.")
        private double speed;

        @Option(
                names = {"--no-random-outages", "--calm"},
                description = "Without the outages of providers that come at random; planned faults still come.")
        private boolean noRandomOutages;

        @Option(names = "--seed", paramLabel = "N", description = "Play the story of this seed, not a new one.")
        private Long seed;

        DemoPlan plan() {
            try {
                return new DemoPlan(
                        seed == null ? System.nanoTime() : seed, dailyRhythm, speed, !noRandomOutages, faults);
            } catch (IllegalArgumentException impossible) {
                throw GatewayException.unusable("--demo: " + impossible.getMessage() + ".");
            }
        }
    }

    /** How a recording is played. */
    static final class ReplayOptions {

        @Option(
                names = "--replay",
                required = true,
                paramLabel = "FILE",
                description = "Play a recorded stream of events into the Gateway; gzip is decompressed.")
        private String file;

        @Option(names = "--loop", description = "Begin the recording again when it ends.")
        private boolean loop;

        @Option(names = "--events-per-second", paramLabel = "N", description = "Play it at this pace.")
        private Double eventsPerSecond;

        TrafficSource source() {
            return TrafficSource.recording(file, loop, eventsPerSecond);
        }
    }
}
