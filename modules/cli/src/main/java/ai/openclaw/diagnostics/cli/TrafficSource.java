package ai.openclaw.diagnostics.cli;

import ai.openclaw.diagnostics.config.GatewayException;
import ai.openclaw.diagnostics.demo.DemoPlan;
import ai.openclaw.diagnostics.demo.DemoWorkload;
import ai.openclaw.diagnostics.events.DiagnosticsChannel;
import ai.openclaw.diagnostics.replay.ReplayPace;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Something that publishes events into a running Gateway that has no agents. */
interface TrafficSource extends AutoCloseable {

    /** Begins to publish, on separate threads. */
    void start(DiagnosticsChannel channel);

    /** Returns what this is, for the start screen; empty for no traffic. */
    String description();

    /** Ends it; closing twice, or before it started, does nothing. */
    @Override
    void close();

    /** Returns the source of a Gateway that is left alone. */
    static TrafficSource none() {
        return new TrafficSource() {
            @Override
            public void start(DiagnosticsChannel channel) {}

            @Override
            public String description() {
                return "";
            }

            @Override
            public void close() {}
        };
    }

    /** Returns the demo workload. */
    static TrafficSource demo(DemoPlan plan) {
        return new TrafficSource() {
            private @Nullable DemoWorkload workload;

            @Override
            public synchronized void start(DiagnosticsChannel channel) {
                workload = DemoWorkload.start(channel, plan);
            }

            @Override
            public String description() {
                return DemoDescription.of(plan);
            }

            @Override
            public synchronized void close() {
                if (workload != null) {
                    workload.close();
                }
            }
        };
    }

    /**
     * Returns a recording that is played once or again and again.
     *
     * @throws GatewayException if there is no such file, or the pace is not a positive number
     */
    static TrafficSource recording(String file, boolean loop, @Nullable Double eventsPerSecond) {
        ReplayPace pace = eventsPerSecond == null ? ReplayPace.unlimited() : ReplayPace.of(eventsPerSecond);
        if (!file.equals("-") && !Files.isReadable(Path.of(file))) {
            throw GatewayException.unusable(
                    "The recording " + file + " cannot be read: there is no such file, or no permission.");
        }
        return new RecordedTraffic(file, loop, pace);
    }
}
