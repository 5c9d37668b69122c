package ai.openclaw.diagnostics.store;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * How often each stripe of each series set was updated, so that a reader passes over what did not change without touching
 * it: between two scrapes most series do not change, and most stripes of those that do not.
 *
 * <p>A count is 0 only before the first update: it goes on with 1 after 2<sup>31</sup> - 1. A reader would overlook just as
 * many updates of one stripe between two of its readings.
 */
final class UpdateCounts {
    /*
     * The counts of one stripe are together, those of the next one begin on another cache line: threads that
     * write to different stripes do not share a line, and a reader walks through memory in order. A count is changed
     * only under its stripe's lock, by the cells.
     */
    private static final VarHandle COUNTS = MethodHandles.arrayElementVarHandle(int[].class);

    /** Two cache lines, in ints. */
    static final int LINE = 32;

    private final int[] counts;
    private final int stride;
    private final int stripes;

    /**
     * @param sets how many series sets there may be
     * @param stripes how many stripes each of them has, a power of two
     */
    UpdateCounts(int sets, int stripes) {
        this.stride = (sets + LINE - 1) / LINE * LINE;
        this.stripes = stripes;
        this.counts = new int[LINE + stripes * stride];
    }

    int stripes() {
        return stripes;
    }

    /** Returns the counts themselves: that of a set's stripe is at {@code LINE + stripe * stride() + set}. */
    int[] counts() {
        return counts;
    }

    int stride() {
        return stride;
    }

    /** Returns a count; exact under the lock of the stripe, else perhaps of a moment ago. */
    int get(int set, int stripe) {
        return (int) COUNTS.getOpaque(counts, LINE + stripe * stride + set);
    }
}
