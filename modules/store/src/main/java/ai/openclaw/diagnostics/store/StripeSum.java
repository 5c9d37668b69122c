package ai.openclaw.diagnostics.store;

import java.util.Arrays;

/** The sum of those stripes of one cell that were read: memory that a {@link Snapshot} uses again for each cell. */
final class StripeSum {

    private final long[] words;
    private final long[] copy;
    private final int[] updates;
    private int added;

    /**
     * @param stride how long the longest stripe is
     * @param stripes how many stripes there are
     */
    StripeSum(int stride, int stripes) {
        this.words = new long[stride];
        this.copy = new long[stride];
        this.updates = new int[stripes];
    }

    void clear() {
        if (added > 0) {
            Arrays.fill(words, 0);
            Arrays.fill(updates, 0);
        }
        added = 0;
    }

    /** Tells whether a stripe was added. */
    boolean has(int stripe) {
        return updates[stripe] != 0;
    }

    /** Adds a stripe and returns true, or returns false at once if a writer holds it. */
    boolean tryAdd(StripedCells cells, long[] cell, int stripe) {
        int count = cells.tryCopy(cell, stripe, added == 0 ? words : copy);
        if (count < 0) {
            return false;
        }
        updates[stripe] = count;
        if (added++ > 0) {
            cells.layout().add(words, copy);
        }
        return true;
    }

    /** Returns the sum, laid out as a stripe. */
    long[] words() {
        return words;
    }

    /** Tells how often each stripe that was added had been updated; 0 for the others. */
    void copyUpdates(int[] into) {
        System.arraycopy(updates, 0, into, 0, into.length);
    }
}
