package ai.openclaw.diagnostics.store;

import org.jspecify.annotations.Nullable;

/** What a {@link Snapshot} knows of one series set: the samples of its counters and histograms, and how far it has read. */
final class SetReading {

    private final StripedCells cells;
    private final long[] cell;
    private final @Nullable Sample[] samples;
    private final int[] updatesRead;
    private boolean complete;
    private boolean overdue;

    SetReading(LabeledSeries set) {
        this.cells = set.cells();
        this.cell = set.cell();
        this.samples = new Sample[set.families()];
        this.updatesRead = new int[cells.stripes()];
    }

    /** Takes in a sample that nothing was read for yet. */
    void add(Sample sample) {
        complete = false;
        samples[sample.series().family().slot()] = sample;
    }

    /** Tells whether there is nothing that was not read. Wait-free. */
    boolean isUpToDate() {
        for (int stripe = 0; stripe < updatesRead.length; stripe++) {
            if (cells.updates(cell, stripe) != updatesRead[stripe]) {
                return false;
            }
        }
        return complete;
    }

    /**
     * Adds the stripes that are not in the sum yet, and returns true and sets the samples once it has all; or returns false,
     * without waiting, if a writer holds one of them, and leaves the samples as they were.
     *
     * @param sum clear at the first attempt; at further ones it has what the earlier ones read
     */
    boolean tryRead(StripeSum sum) {
        boolean all = true;
        for (int stripe = 0; stripe < updatesRead.length; stripe++) {
            if (!sum.has(stripe) && cells.updates(cell, stripe) != 0) { // before the first, all is 0
                all &= sum.tryAdd(cells, cell, stripe);
            }
        }
        if (all) {
            take(sum);
        }
        return all;
    }

    private void take(StripeSum sum) {
        sum.copyUpdates(updatesRead);
        for (int slot = 0; slot < samples.length; slot++) {
            Sample sample = samples[slot];
            if (sample != null) {
                sample.set(
                        sum.words(), cells.layout().sumAt(slot), cells.layout().bucketsAt(slot));
            }
        }
        complete = true;
        overdue = false;
    }

    /** Tells whether a refresh gave up to wait for this set, and no later one could read it either. */
    boolean isOverdue() {
        return overdue;
    }

    void giveUp() {
        overdue = true;
    }

    /** Returns the name of a family that was not read. */
    String family() {
        for (Sample sample : samples) {
            if (sample != null) {
                return sample.series().family().name();
            }
        }
        return "";
    }
}
