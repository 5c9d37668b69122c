package ai.openclaw.diagnostics.monitoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Whether a Gateway is ready for traffic, and why not. Any thread may ask and tell. */
public final class Readiness {

    /** Longer than orchestrators and load balancers usually wait between two questions. */
    private static final long ASKED_NANOS = TimeUnit.SECONDS.toNanos(30);

    private enum Phase {
        STARTING,
        STARTED,
        DRAINING;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Supplier<List<String>> parts;
    private volatile Phase phase = Phase.STARTING;
    private volatile long asked = System.nanoTime() - ASKED_NANOS;

    private Readiness(Supplier<List<String>> parts) {
        this.parts = parts;
    }

    /**
     * Returns the readiness of a Gateway that is starting.
     *
     * @param parts names the parts that are not ready; must not block
     */
    public static Readiness of(Supplier<List<String>> parts) {
        return new Readiness(parts);
    }

    /** Tells that the start is complete. */
    public void started() {
        phase = Phase.STARTED;
    }

    /** Tells that no new traffic is wanted any more. */
    public void draining() {
        phase = Phase.DRAINING;
    }

    /** Returns {@code starting}, {@code started} or {@code draining}. */
    String status() {
        return phase.toString();
    }

    boolean isStarted() {
        return phase == Phase.STARTED;
    }

    /** Answers a probe: {@code starting} or {@code draining}, then the parts that are not ready; empty if all is. */
    List<String> failing() {
        asked = System.nanoTime();
        return state();
    }

    /** Returns what {@link #failing} would, without counting as a probe. */
    public List<String> state() {
        List<String> failing = new ArrayList<>();
        Phase now = phase;
        if (now != Phase.STARTED) {
            failing.add(now.toString());
        }
        failing.addAll(parts.get());
        return List.copyOf(failing);
    }

    /** Tells whether a probe asked within the last 30 seconds, so that a load balancer may take traffic away. */
    public boolean isWatched() {
        return System.nanoTime() - asked < ASKED_NANOS;
    }
}
