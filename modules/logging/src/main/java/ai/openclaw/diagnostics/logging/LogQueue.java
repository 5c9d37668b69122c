package ai.openclaw.diagnostics.logging;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Entries on their way to a file, at most so many and of so much weight. Any thread offers and never waits; one thread takes,
 * lays them out and writes them.
 *
 * <p>An entry that finds no room is counted. Those of little importance find none once three quarters are taken, so that a flood
 * of them cannot push out a warning. Whether there is room can be asked first, without a lock, so that a caller does no work for
 * an entry that would be lost.
 *
 * <p>Entries are numbered in their order; one that is lost has a number too, so that a reader sees a gap.
 */
final class LogQueue {

    static final int MAX_ENTRIES = 8_192;
    static final int MAX_WEIGHT = 4 << 20;

    private static final int QUARTERS = 4;
    private static final int QUARTERS_OF_UNIMPORTANT = 3;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition filled = lock.newCondition();
    private final Deque<Numbered> entries = new ArrayDeque<>();
    private final LongAdder lost = new LongAdder();
    private long sum; // of the weights of the entries
    private long takenIn;
    private long number;
    private long numberOfLost; // how many of the lost have a number

    /** For those who ask without the lock. */
    private volatile int size;

    private volatile long weight;
    private volatile long accepted;

    /** What becomes a line. */
    interface Entry {
        /** Returns the line with its end; called once, by the thread that writes. */
        byte[] line(long number);

        /** Returns about how many bytes it takes until then. */
        int weight();
    }

    /** An entry with its number. */
    record Numbered(Entry entry, long number) {}

    /**
     * Tells whether an entry would find room now; one that would not is counted as lost, and need not be offered. Costs some
     * nanoseconds, whatever other threads do.
     */
    boolean hasRoom(boolean important) {
        if (isFull(0, important)) {
            lost.increment();
            return false;
        }
        return true;
    }

    private boolean isFull(int more, boolean important) {
        int quarters = important ? QUARTERS : QUARTERS_OF_UNIMPORTANT;
        return size >= MAX_ENTRIES / QUARTERS * quarters || weight + more > (long) MAX_WEIGHT / QUARTERS * quarters;
    }

    /** Takes an entry in if there is room, else counts it. */
    void offer(Entry entry, boolean important) {
        lock.lock();
        try {
            if (isFull(entry.weight(), important)) {
                lost.increment();
                return;
            }
            entries.add(new Numbered(entry, nextNumber()));
            sum += entry.weight();
            takenIn++;
            show();
            if (entries.size() == 1) {
                filled.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    private long nextNumber() {
        long lostSoFar = lost.sum();
        number += lostSoFar - numberOfLost + 1;
        numberOfLost = lostSoFar;
        return number;
    }

    /**
     * Returns the oldest entries, in all at most of so much weight unless the first alone has more; waits for the first.
     *
     * @return an empty list if none came in time
     */
    List<Numbered> take(int maxWeight, long waitMs) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(waitMs);
            while (entries.isEmpty() && left > 0) {
                left = filled.awaitNanos(left);
            }
            return oldest(maxWeight);
        } finally {
            lock.unlock();
        }
    }

    private List<Numbered> oldest(int maxWeight) {
        List<Numbered> taken = new ArrayList<>();
        int taking = 0;
        while (!entries.isEmpty()
                && (taken.isEmpty() || taking + entries.element().entry().weight() <= maxWeight)) {
            Numbered oldest = entries.remove();
            taking += oldest.entry().weight();
            taken.add(oldest);
        }
        sum -= taking;
        show();
        return taken;
    }

    private void show() {
        size = entries.size();
        weight = sum;
        accepted = takenIn;
    }

    /** Returns how many entries were taken in so far. */
    long accepted() {
        return accepted;
    }

    /** Returns how many entries found no room so far. */
    long lost() {
        return lost.sum();
    }

    boolean isEmpty() {
        return size == 0;
    }
}
