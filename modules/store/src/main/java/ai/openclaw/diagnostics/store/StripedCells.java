package ai.openclaw.diagnostics.store;

import ai.openclaw.diagnostics.catalog.CounterFamily;
import ai.openclaw.diagnostics.catalog.Family;
import ai.openclaw.diagnostics.catalog.HistogramFamily;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.List;

/**
 * How the cells of one group are updated and read. A cell holds the numbers of the counters and histograms of one series
 * set, for each a sum of 128 bits and for a histogram a count for each bucket; it is an array of longs and nothing else, so
 * that an update touches no memory that it does not need. {@link CellLayout} says where they are in it.
 *
 * <p>Guarantees:
 *
 * <ol>
 *   <li>An update is wholly in a reading or wholly out of it: sum and bucket never disagree.
 *   <li>Readings never go back: what one saw, every later one sees too.
 *   <li>An update that returns was made, once; one that throws, which only lack of stack can cause, was not made.
 *   <li>No lock outlives the call that took it, however that call ends.
 *   <li>Updates are lock-free among writers as long as fewer threads write than there are stripes. They do not allocate. A
 *       reader never waits.
 * </ol>
 *
 * <p>Assumptions:
 *
 * <ol>
 *   <li>An error for lack of stack or memory is thrown by a call or an allocation, before the callee changes anything, and
 *       by nothing else. So it says in the virtual machine's specification, section 2.5.2, and so do compiled code, which
 *       tests at its entry for all that it inlines, and the interpreter.
 *   <li>No thread is ended by {@code Thread.stop}, and no debugger drops a frame that holds a lock.
 *   <li>Indices are within the cell: they come from this object, and so does the cell.
 *   <li>A unit admitted the value; see {@link ai.openclaw.diagnostics.catalog.Unit}.
 * </ol>
 */
final class StripedCells {
    /*
     * The numbers are there several times, once for each stripe, each stripe behind a lock of one word. A writer begins at
     * the stripe that its thread's id points to, tries the lock by compare-and-set, and goes on to the next stripe when
     * it fails: with more stripes than cores a free one is nearly always the first or the second. Then plain writes,
     * and a release. A reader takes the same locks, stripe by stripe, and copies. It never waits while it holds one.
     *
     * Between the compare-and-set and the release there is no call, since any call may find the stack used up: not even to
     * Math.max, which the interpreter calls. The release is a call itself where it is not compiled. When it fails, all has
     * been written, so that the stripe is freed without a call: by a plain write behind a write and a read of a volatile
     * field, which nothing before may pass and which itself may not pass.
     */
    private static final VarHandle WORDS = MethodHandles.arrayElementVarHandle(long[].class);

    /** Resolved with this class, so that no class loader is called when an error looks for its handler. */
    @SuppressWarnings("unused")
    private static final Class<?> HANDLED = VirtualMachineError.class;

    private static final long FREE = 0;
    private static final long HELD = 1;

    /** So many failures to find a free stripe say that more threads write than there are processors. */
    private static final int PATIENCE = 1 << 10;

    private final UpdateCounts updates;
    private final CellLayout layout;
    private final int mask;
    private final int stride;

    /** Always {@link #FREE}: a write to it and a read of it keep the memory accesses around them in order. */
    private volatile long fence = FREE;

    /**
     * @param group the families of a group, by slot
     * @param updates counts the updates, and says how many stripes there are
     */
    StripedCells(List<Family> group, UpdateCounts updates) {
        this.updates = updates;
        this.layout = new CellLayout(group);
        this.mask = updates.stripes() - 1;
        this.stride = layout.stride();
    }

    /** Returns a new cell, all 0, of the set that has this ordinal among the update counts. */
    long[] newCell(int ordinal) {
        return layout.newCell(stripes(), ordinal);
    }

    /** Adds a value that the counter's unit admits. */
    void add(long[] cell, CounterFamily counter, double value) {
        FixedPoint point = FixedPoint.of(counter.unit());
        int fraction = point.fractionDigits(value);
        add(cell, counter.slot(), point.digits(value, fraction), point.multiplier(fraction));
    }

    /** Adds {@code digits × multiplier}, both not negative, to the counter in this slot. */
    void add(long[] cell, int slot, long digits, long multiplier) {
        int sumAt = layout.sumAt(slot);
        update(cell, sumAt, digits * multiplier, Math.multiplyHigh(digits, multiplier), sumAt, 0, sumAt, sumAt, 0);
    }

    /** Records a value that the histogram's unit admits. */
    void observe(long[] cell, HistogramFamily histogram, double value) {
        int sumAt = layout.sumAt(histogram.slot());
        int bucketAt = layout.bucketsAt(histogram.slot()) + histogram.buckets().indexOf(value);
        observe(cell, FixedPoint.of(histogram.unit()), value, sumAt, bucketAt, sumAt, 0, sumAt);
    }

    /**
     * Records a value that the histogram's unit admits, adds one to the counter of items and one to the updates of the origin,
     * all in one update.
     */
    void observeAndCount(long[] cell, CountedObservation what, double value) {
        int bucketAt = what.bucketsAt + what.buckets.indexOf(value);
        observe(cell, what.point, value, what.sumAt, bucketAt, what.countAt, 1, what.originAt);
    }

    private void observe(
            long[] cell,
            FixedPoint point,
            double value,
            int sumAt,
            int bucketAt,
            int countAt,
            long count,
            int originAt) {
        int fraction = point.fractionDigits(value);
        long digits = point.digits(value, fraction);
        long multiplier = point.multiplier(fraction);
        long high = Math.multiplyHigh(digits, multiplier);
        update(cell, sumAt, digits * multiplier, high, countAt, count, originAt, bucketAt, 1);
    }

    /**
     * Adds to a sum, to a second one that is a count of items, as much to the updates of an origin, and to a bucket: what is
     * not wanted is given as 0.
     */
    private void update(
            long[] cell,
            int sumAt,
            long low,
            long high,
            int countAt,
            long count,
            int originAt,
            int bucketAt,
            long observed) {
        int[] counts = updates.counts();
        int countsStride = updates.stride();
        int set = UpdateCounts.LINE + (int) cell[CellLayout.ORDINAL];
        int stripe = lockAny(cell);
        // no call from here to the release
        int at = CellLayout.LINE + stripe * stride;
        long sum = cell[at + sumAt] + low;
        cell[at + sumAt + 1] += high + (sum + Long.MIN_VALUE < low + Long.MIN_VALUE ? 1 : 0); // unsigned: it carries
        cell[at + sumAt] = sum;
        long counted = cell[at + countAt] + count;
        cell[at + countAt + 1] += counted + Long.MIN_VALUE < count + Long.MIN_VALUE ? 1 : 0;
        cell[at + countAt] = counted;
        cell[at + originAt] += count;
        cell[at + bucketAt] += observed;
        int updated = counts[set + stripe * countsStride] + 1;
        counts[set + stripe * countsStride] = updated > 0 ? updated : 1;
        try {
            WORDS.setRelease(cell, at, FREE);
        } catch (VirtualMachineError noStack) {
            fence = FREE;
            cell[at] = fence;
        }
    }

    /** Locks a stripe and returns its number; makes no call after it has the lock. */
    @SuppressWarnings("ThreadPriorityCheck") // yielding is a courtesy here; nothing relies on it
    private int lockAny(long[] cell) {
        int stripe = (int) Thread.currentThread().getId() & mask;
        int tries = 0;
        while (!WORDS.compareAndSet(cell, CellLayout.LINE + stripe * stride, FREE, HELD)) {
            stripe = stripe + 1 & mask;
            if ((++tries & mask) == 0) {
                Thread.onSpinWait();
            }
            if ((tries & PATIENCE - 1) == 0) {
                Thread.yield(); // the holders without a processor need one
            }
        }
        return stripe;
    }

    /** Returns where the numbers are. */
    CellLayout layout() {
        return layout;
    }

    /** Returns in how many parts the numbers are there. */
    int stripes() {
        return mask + 1;
    }

    /** Returns how many updates of an origin a cell has had; perhaps of a moment ago, and never fewer than before. Wait-free. */
    long updatesOf(long[] cell, int origin) {
        long sum = 0;
        for (int stripe = 0; stripe <= mask; stripe++) {
            sum += (long) WORDS.getOpaque(cell, lockAt(stripe) + layout.originAt(origin));
        }
        return sum;
    }

    /** Returns how often a part was updated; perhaps of a moment ago. Wait-free. */
    int updates(long[] cell, int stripe) {
        return updates.get((int) cell[CellLayout.ORDINAL], stripe);
    }

    /**
     * Copies a stripe, its lock too, and returns how often it was updated; or returns -1 at once if a writer holds it.
     */
    int tryCopy(long[] cell, int stripe, long[] into) {
        int[] counts = updates.counts();
        int countAt = UpdateCounts.LINE + stripe * updates.stride() + (int) cell[CellLayout.ORDINAL];
        int at = CellLayout.LINE + stripe * stride;
        if (!WORDS.compareAndSet(cell, at, FREE, HELD)) {
            return -1;
        }
        int updated = -1;
        try {
            System.arraycopy(cell, at, into, 0, stride);
            updated = counts[countAt];
            WORDS.setRelease(cell, at, FREE);
        } catch (VirtualMachineError noStack) {
            fence = FREE;
            cell[at] = fence;
        }
        return updated;
    }

    /** Returns where a stripe begins in a cell, which is with its lock; tests hold it. */
    int lockAt(int stripe) {
        return CellLayout.LINE + stripe * stride;
    }
}
