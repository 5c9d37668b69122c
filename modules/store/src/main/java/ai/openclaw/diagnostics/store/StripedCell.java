package ai.openclaw.diagnostics.store;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * The numbers of one counter or histogram: a sum of 128 bits and, for a histogram, a count for each bucket.
 *
 * <ol>
 *   <li>An update is wholly in a reading or wholly out of it: sum and bucket never disagree.
 *   <li>Readings never go back: what one saw, every later one sees too.
 *   <li>No update is lost.
 *   <li>{@link #record} is lock-free among writers as long as fewer threads write than there are stripes; it neither
 *       allocates nor throws.
 * </ol>
 */
final class StripedCell implements Cell {
    /*
     * The numbers stand several times, once for each stripe, each stripe behind a lock of one word. A writer begins at
     * the stripe that its thread's id points to, tries the lock by compare-and-set, and goes on to the next stripe when
     * it fails: with more stripes than cores a free one is nearly always the first or the second. Then plain writes,
     * and a release. A reader takes the same locks, stripe by stripe, and adds up. It never waits while it holds one.
     *
     * Between lock and release there is nothing that can fail: no call into other code, no allocation, indices that
     * were checked when the cell was made. Should the stack overflow here, it does so at the compare-and-set, whose
     * call goes deeper than that of the release.
     *
     * Layout of `words`, in longs: [padding] then, for each stripe, LOCK LOW HIGH bucket… and padding up to a multiple
     * of 128 bytes, two cache lines, since processors fetch lines in pairs.
     */
    private static final VarHandle WORDS = MethodHandles.arrayElementVarHandle(long[].class);

    private static final int LOCK = 0;
    private static final int LOW = 1;
    private static final int HIGH = 2;
    private static final int BUCKETS = 3;
    private static final int LINE = 16;

    private static final long FREE = 0;
    private static final long HELD = 1;

    private final long[] words;
    private final int stride;
    private final int mask;
    private final UpdateCounts updates;
    private final int ordinal;

    /**
     * @param buckets how many buckets, 0 for a counter
     * @param updates counts the updates, and says how many stripes there are
     * @param ordinal the series' place in it
     */
    StripedCell(int buckets, UpdateCounts updates, int ordinal) {
        int stripes = updates.stripes();
        this.stride = (BUCKETS + buckets + LINE - 1) / LINE * LINE;
        this.mask = stripes - 1;
        this.words = new long[LINE + stripes * stride];
        this.updates = updates;
        this.ordinal = ordinal;
    }

    /** Adds to the sum {@code digits × multiplier}, both not negative. */
    void add(long digits, long multiplier) {
        long low = digits * multiplier;
        long high = Math.multiplyHigh(digits, multiplier);
        int stripe = lockAny();
        int at = offset(stripe);
        addToSum(words, at, low, high);
        updates.increment(updates.at(ordinal, stripe));
        WORDS.setRelease(words, at + LOCK, FREE);
    }

    /** Adds to the sum {@code digits × multiplier}, both not negative, and one to the bucket. */
    void record(int bucket, long digits, long multiplier) {
        long low = digits * multiplier;
        long high = Math.multiplyHigh(digits, multiplier);
        int stripe = lockAny();
        int at = offset(stripe);
        addToSum(words, at, low, high);
        words[at + BUCKETS + bucket]++;
        updates.increment(updates.at(ordinal, stripe));
        WORDS.setRelease(words, at + LOCK, FREE);
    }

    private static void addToSum(long[] words, int at, long low, long high) {
        long sum = words[at + LOW] + low;
        words[at + HIGH] += high + carry(sum, low);
        words[at + LOW] = sum;
    }

    /** Returns 1 if an unsigned sum wrapped around, given it and one of its terms. */
    static int carry(long sum, long term) {
        return Long.compareUnsigned(sum, term) >>> 31;
    }

    private int lockAny() {
        int stripe = (int) Thread.currentThread().getId();
        int tries = 0;
        while (!tryLock(stripe & mask)) {
            stripe++;
            if ((++tries & mask) == 0) {
                Thread.onSpinWait();
            }
        }
        return stripe & mask;
    }

    private boolean tryLock(int stripe) {
        return WORDS.compareAndSet(words, offset(stripe) + LOCK, FREE, HELD);
    }

    private int offset(int stripe) {
        return LINE + stripe * stride;
    }

    @Override
    public int stripes() {
        return mask + 1;
    }

    @Override
    public boolean isNewTo(Sample sample) {
        for (int stripe = 0; stripe <= mask; stripe++) {
            if (updates.get(updates.at(ordinal, stripe)) != sample.updatesRead(stripe)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean tryRead(int stripe, Sample into) {
        if (!tryLock(stripe)) {
            return false;
        }
        int at = offset(stripe);
        into.addStripe(words, at + LOW, at + HIGH, at + BUCKETS);
        into.read(stripe, updates.get(updates.at(ordinal, stripe)));
        WORDS.setRelease(words, at + LOCK, FREE);
        return true;
    }
}
