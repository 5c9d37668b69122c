package ai.openclaw.diagnostics.replay;

import ai.openclaw.diagnostics.config.GatewayException;
import java.util.concurrent.TimeUnit;

/** Lets so many events a second pass, evenly, and makes up for a delay. For one thread. */
public final class ReplayPace {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final double nanosPerEvent;
    private final long start = System.nanoTime();
    private long passed;

    private ReplayPace(double nanosPerEvent) {
        this.nanosPerEvent = nanosPerEvent;
    }

    /** Returns a pace that never waits. */
    public static ReplayPace unlimited() {
        return new ReplayPace(0);
    }

    /**
     * Returns a pace of so many events a second.
     *
     * @throws GatewayException if the rate is not a positive number
     */
    public static ReplayPace of(double eventsPerSecond) {
        if (!(eventsPerSecond > 0 && eventsPerSecond < Double.POSITIVE_INFINITY)) {
            throw GatewayException.unusable("--events-per-second is " + eventsPerSecond + ", but must be more than 0.");
        }
        return new ReplayPace(SECOND / eventsPerSecond);
    }

    /** Waits until the next event is due. */
    void await() throws InterruptedException {
        long due = start + (long) (passed++ * nanosPerEvent);
        long wait = due - System.nanoTime();
        if (wait > 0) {
            TimeUnit.NANOSECONDS.sleep(wait);
        }
    }
}
