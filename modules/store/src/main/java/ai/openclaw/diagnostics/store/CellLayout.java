package ai.openclaw.diagnostics.store;

import ai.openclaw.diagnostics.catalog.Family;
import ai.openclaw.diagnostics.catalog.HistogramFamily;
import java.util.List;

/**
 * Where the numbers are in the cells of one group. A cell, in longs: the set's ordinal and padding; then the stripes, each
 * on separate cache lines: the lock, how many updates each origin made, the sum of each family (lower half, upper half; a
 * gauge's place stays empty), and then the buckets of each histogram.
 */
final class CellLayout {

    /** Two cache lines, in longs: processors fetch lines in pairs. The first stripe begins here. */
    static final int LINE = 16;

    /** Where a cell has its set's ordinal. */
    static final int ORDINAL = 0;

    /** How many origins of updates are told apart. */
    static final int ORIGINS = 2;

    private static final int ORIGINS_AT = 1;
    private static final int SUMS = ORIGINS_AT + ORIGINS;
    private static final int SUM_WORDS = 2;

    private final int[] bucketsAt;
    private final int stride;

    /** @param group the families of a group, by slot */
    CellLayout(List<Family> group) {
        this.bucketsAt = new int[group.size()];
        int next = SUMS + SUM_WORDS * bucketsAt.length;
        for (Family family : group) {
            bucketsAt[family.slot()] = next;
            next += buckets(family);
        }
        this.stride = (next + LINE - 1) / LINE * LINE;
    }

    /** Returns how many buckets a family has, the one of {@code +Inf} with them; 0 if it is no histogram. */
    static int buckets(Family family) {
        return family instanceof HistogramFamily histogram ? histogram.buckets().size() + 1 : 0;
    }

    /** Returns a new cell, all 0, of the set that has this ordinal among the update counts. */
    long[] newCell(int stripes, int ordinal) {
        long[] cell = new long[LINE + stripes * stride];
        cell[ORDINAL] = ordinal;
        return cell;
    }

    /** Returns how many families the group has. */
    int families() {
        return bucketsAt.length;
    }

    /** Returns how long a stripe is. */
    int stride() {
        return stride;
    }

    /** Returns where an origin has its updates, within a stripe. */
    int originAt(int origin) {
        return ORIGINS_AT + origin;
    }

    /** Returns where the family in this slot has the lower half of its sum, within a stripe. */
    int sumAt(int slot) {
        return SUMS + SUM_WORDS * slot;
    }

    /** Returns where the histogram in this slot has its first bucket, within a stripe. */
    int bucketsAt(int slot) {
        return bucketsAt[slot];
    }

    /** Adds the copy of a stripe to another one. */
    void add(long[] sum, long[] stripe) {
        int buckets = sumAt(families());
        for (int i = SUMS; i < buckets; i += SUM_WORDS) {
            sum[i] += stripe[i];
            sum[i + 1] += stripe[i + 1] + (Long.compareUnsigned(sum[i], stripe[i]) >>> 31); // 1 if it carries
        }
        for (int i = buckets; i < stride; i++) {
            sum[i] += stripe[i];
        }
    }
}
