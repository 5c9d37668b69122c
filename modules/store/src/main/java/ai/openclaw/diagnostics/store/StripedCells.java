package ai.openclaw.diagnostics.store;

import ai.openclaw.diagnostics.catalog.Family;
import ai.openclaw.diagnostics.catalog.FamilyGroup;
import ai.openclaw.diagnostics.catalog.FamilyType;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * What all cells of one group have in common: where numbers stand in them, how they are updated and read. A cell holds the
 * numbers of the counters and histograms of one series set, for each a sum of 128 bits and for a histogram a count for
 * each bucket; it is an array of longs and nothing else, so that an update touches no memory that it does not need.
 *
 * <ol>
 *   <li>An update is wholly in a reading or wholly out of it: sum and bucket never disagree.
 *   <li>Readings never go back: what one saw, every later one sees too.
 *   <li>No update is lost.
 *   <li>Updates are lock-free among writers as long as fewer threads write than there are stripes; they neither allocate
 *       nor throw.
 * </ol>
 */
final class StripedCells {
    /*
     * The numbers stand several times, once for each stripe, each stripe behind a lock of one word. A writer begins at
     * the stripe that its thread's id points to, tries the lock by compare-and-set, and goes on to the next stripe when
     * it fails: with more stripes than cores a free one is nearly always the first or the second. Then plain writes,
     * and a release. A reader takes the same locks, stripe by stripe, and adds up. It never waits while it holds one.
     *
     * Between lock and release there is nothing that can fail: no call into other code, no allocation, indices that
     * are within the array by its making. Should the stack overflow here, it does so at the compare-and-set, whose call
     * goes deeper than that of the release.
     *
     * A cell, in longs: the set's ordinal and padding; then the stripes, each on cache lines of its own: the lock, the
     * sum of each family (lower half, upper half; a gauge's place stays empty), and then the buckets of each histogram.
     */
    private static final VarHandle WORDS = MethodHandles.arrayElementVarHandle(long[].class);

    /** Two cache lines, in longs: processors fetch lines in pairs. */
    private static final int LINE = 16;

    private static final int ORDINAL = 0;
    private static final int LOCK = 0;
    private static final int SUMS = 1;
    private static final int SUM_WORDS = 2;

    private static final long FREE = 0;
    private static final long HELD = 1;

    private final UpdateCounts updates;
    private final int mask;
    private final int stride;
    private final int[] bucketsAt;

    /** @param updates counts the updates, and says how many stripes there are */
    StripedCells(FamilyGroup group, UpdateCounts updates) {
        this.updates = updates;
        this.mask = updates.stripes() - 1;
        this.bucketsAt = new int[group.families().size()];
        int next = SUMS + SUM_WORDS * bucketsAt.length;
        for (Family family : group.families()) {
            bucketsAt[family.slot()] = next;
            next += buckets(family);
        }
        this.stride = (next + LINE - 1) / LINE * LINE;
    }

    /** Returns how many buckets a family has, the one of {@code +Inf} with them; 0 if it is no histogram. */
    static int buckets(Family family) {
        return family.type() == FamilyType.HISTOGRAM ? family.buckets().size() + 1 : 0;
    }

    /** Returns a new cell, all 0, of the set that has this ordinal among the update counts. */
    long[] newCell(int ordinal) {
        long[] cell = new long[LINE + stripes() * stride];
        cell[ORDINAL] = ordinal;
        return cell;
    }

    /** Adds a value that the counter's unit admits. */
    void add(long[] cell, Family counter, double value) {
        FixedPoint point = FixedPoint.of(counter.unit());
        int fraction = point.fractionDigits(value);
        add(cell, counter, point.digits(value, fraction), point.multiplier(fraction));
    }

    /** Adds {@code digits × multiplier}, both not negative. */
    void add(long[] cell, Family counter, long digits, long multiplier) {
        long low = digits * multiplier;
        long high = Math.multiplyHigh(digits, multiplier);
        int sumAt = sumAt(counter.slot());
        int stripe = lockAny(cell);
        int at = offset(stripe);
        addToSum(cell, at + sumAt, low, high);
        release(cell, stripe);
    }

    /** Records a value that the histogram's unit admits. */
    void observe(long[] cell, Family histogram, double value) {
        record(cell, histogram, value, histogram, 0);
    }

    /** Records a value that the histogram's unit admits, and adds one to a counter of items, both in one update. */
    void observeAndCount(long[] cell, Family histogram, double value, Family counter) {
        record(cell, histogram, value, counter, 1);
    }

    private void record(long[] cell, Family histogram, double value, Family counter, long count) {
        FixedPoint point = FixedPoint.of(histogram.unit());
        int fraction = point.fractionDigits(value);
        long digits = point.digits(value, fraction);
        long multiplier = point.multiplier(fraction);
        long low = digits * multiplier;
        long high = Math.multiplyHigh(digits, multiplier);
        int sumAt = sumAt(histogram.slot());
        int bucketAt = bucketsAt[histogram.slot()] + histogram.buckets().indexOf(value);
        int counterAt = sumAt(counter.slot());
        int stripe = lockAny(cell);
        int at = offset(stripe);
        addToSum(cell, at + sumAt, low, high);
        addToSum(cell, at + counterAt, count, 0);
        cell[at + bucketAt]++;
        release(cell, stripe);
    }

    private static void addToSum(long[] cell, int at, long low, long high) {
        long sum = cell[at] + low;
        cell[at + 1] += high + carry(sum, low);
        cell[at] = sum;
    }

    /** Returns 1 if an unsigned sum wrapped around, given it and one of its terms. */
    static int carry(long sum, long term) {
        return Long.compareUnsigned(sum, term) >>> 31;
    }

    private int lockAny(long[] cell) {
        int stripe = (int) Thread.currentThread().getId();
        int tries = 0;
        while (!tryLock(cell, stripe & mask)) {
            stripe++;
            if ((++tries & mask) == 0) {
                Thread.onSpinWait();
            }
        }
        return stripe & mask;
    }

    private boolean tryLock(long[] cell, int stripe) {
        return WORDS.compareAndSet(cell, lockAt(stripe), FREE, HELD);
    }

    private void release(long[] cell, int stripe) {
        updates.increment(updates.at((int) cell[ORDINAL], stripe));
        WORDS.setRelease(cell, lockAt(stripe), FREE);
    }

    /** Returns in how many parts the numbers stand. */
    int stripes() {
        return mask + 1;
    }

    /** Returns how often a part was updated: exact under its lock, else perhaps of a moment ago. Wait-free. */
    int updates(long[] cell, int stripe) {
        return updates.get(updates.at((int) cell[ORDINAL], stripe));
    }

    /** Adds one part to a reading and returns true, or returns false at once if a writer holds it. */
    boolean tryRead(long[] cell, int stripe, SetReading into) {
        if (!tryLock(cell, stripe)) {
            return false;
        }
        into.add(cell, offset(stripe));
        into.read(stripe, updates(cell, stripe));
        WORDS.setRelease(cell, lockAt(stripe), FREE);
        return true;
    }

    /** Returns where the family in this slot has the lower half of its sum, from a stripe's offset. */
    int sumAt(int slot) {
        return SUMS + SUM_WORDS * slot;
    }

    /** Returns where the histogram in this slot has its first bucket, from a stripe's offset. */
    int bucketsAt(int slot) {
        return bucketsAt[slot];
    }

    /** Returns where the lock of a stripe stands in a cell; tests hold it. */
    int lockAt(int stripe) {
        return offset(stripe) + LOCK;
    }

    private int offset(int stripe) {
        return LINE + stripe * stride;
    }
}
