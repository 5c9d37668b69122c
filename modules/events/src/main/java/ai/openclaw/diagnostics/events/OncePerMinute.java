package ai.openclaw.diagnostics.events;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Says yes at most once a minute, however many threads ask: for logs that a flood must not flood. Asking neither blocks nor
 * allocates.
 */
public final class OncePerMinute {

    private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);

    private final AtomicLong next = new AtomicLong(System.nanoTime());

    private OncePerMinute() {}

    /** Returns one that says yes to the first who asks. */
    public static OncePerMinute create() {
        return new OncePerMinute();
    }

    /** Tells whether a minute has passed since this was last answered with yes. */
    public boolean isDue() {
        return isDue(System.nanoTime());
    }

    /** As {@link #isDue()}, at this {@link System#nanoTime()}, which is not before that of its creation. */
    public boolean isDue(long now) {
        long due = next.get();
        return now - due >= 0 && next.compareAndSet(due, now + MINUTE);
    }
}
