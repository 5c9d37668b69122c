package ai.openclaw.diagnostics.demo.stage;

import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * What is still to happen in the demo, in order of time. Its clock stops until the caller advances it, so
 * a test plays an hour in milliseconds.
 *
 * <p>Times are milliseconds since the start. Confined to one thread at a time.
 */
public final class Timeline {

    private static final Comparator<Entry> ORDER =
            Comparator.comparingLong(Entry::atMs).thenComparingLong(Entry::order);

    private final PriorityQueue<Entry> entries = new PriorityQueue<>(ORDER);
    private long nowMs;
    private long planned;

    /** Returns the time of the story. */
    public long nowMs() {
        return nowMs;
    }

    /** Returns when the next step is due, or {@link Long#MAX_VALUE} if there is none. */
    public long nextMs() {
        Entry next = entries.peek();
        return next == null ? Long.MAX_VALUE : next.atMs;
    }

    /** Plans a step; steps of the same time keep the order in which they were planned. */
    void in(long delayMs, Runnable step) {
        entries.add(new Entry(nowMs + Math.max(0, delayMs), planned++, step));
    }

    /** Moves the clock on and does whatever is due on the way, each step at its own time. */
    public void advanceTo(long timeMs) {
        while (nextMs() <= timeMs) {
            Entry next = entries.remove();
            nowMs = next.atMs;
            next.step.run();
        }
        nowMs = Math.max(nowMs, timeMs);
    }

    private record Entry(long atMs, long order, Runnable step) {}
}
