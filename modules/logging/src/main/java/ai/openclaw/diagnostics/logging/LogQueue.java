package ai.openclaw.diagnostics.logging;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lines on their way to a file, at most so many and so many bytes. Any thread offers and never waits; one thread takes.
 *
 * <p>A line that finds no room is counted. Those of little importance find none once three quarters are taken, so that a flood
 * of them cannot push out a warning.
 */
final class LogQueue {

    static final int MAX_LINES = 8_192;
    static final int MAX_BYTES = 4 << 20;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition filled = lock.newCondition();
    private final Deque<byte[]> lines = new ArrayDeque<>();
    private long bytes;
    private long lost;

    /** Takes a line in if there is room, else counts it. */
    void offer(byte[] line, boolean important) {
        int quarters = important ? 4 : 3;
        lock.lock();
        try {
            if (lines.size() >= MAX_LINES / 4 * quarters || bytes + line.length > MAX_BYTES / 4L * quarters) {
                lost++;
                return;
            }
            lines.add(line);
            bytes += line.length;
            if (lines.size() == 1) {
                filled.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Returns the oldest lines, in all at most so many bytes unless the first alone has more; waits for the first.
     *
     * @return an empty array if none came in time
     */
    byte[][] take(int maxBytes, long waitMs) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(waitMs);
            while (lines.isEmpty() && left > 0) {
                left = filled.awaitNanos(left);
            }
            return oldest(maxBytes);
        } finally {
            lock.unlock();
        }
    }

    private byte[][] oldest(int maxBytes) {
        Deque<byte[]> taken = new ArrayDeque<>();
        int size = 0;
        while (!lines.isEmpty() && (taken.isEmpty() || size + lines.element().length <= maxBytes)) {
            byte[] line = lines.remove();
            size += line.length;
            taken.add(line);
        }
        bytes -= size;
        return taken.toArray(byte[][]::new);
    }

    /** Returns how many lines found no room since this was asked last. */
    long takeLost() {
        lock.lock();
        try {
            long count = lost;
            lost = 0;
            return count;
        } finally {
            lock.unlock();
        }
    }

    boolean isEmpty() {
        lock.lock();
        try {
            return lines.isEmpty();
        } finally {
            lock.unlock();
        }
    }
}
