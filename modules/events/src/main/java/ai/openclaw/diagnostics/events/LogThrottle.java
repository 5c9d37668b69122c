package ai.openclaw.diagnostics.events;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Permits one log line a minute, however many threads ask. Asking neither blocks nor allocates. Thread-safe. */
public final class LogThrottle {

    private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);

    private final AtomicLong next = new AtomicLong(System.nanoTime());

    private LogThrottle() {}

    /** Returns a throttle that permits the first line at once. */
    public static LogThrottle create() {
        return new LogThrottle();
    }

    /** Returns true if a minute has passed since the last time it did, which begins the next minute. */
    public boolean tryAcquire() {
        return tryAcquire(System.nanoTime());
    }

    /** As {@link #tryAcquire()}, at this {@link System#nanoTime()}, which is not before that of the creation. */
    public boolean tryAcquire(long now) {
        long due = next.get();
        return now - due >= 0 && next.compareAndSet(due, now + MINUTE);
    }
}
