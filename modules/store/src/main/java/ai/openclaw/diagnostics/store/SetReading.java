package ai.openclaw.diagnostics.store;

import org.jspecify.annotations.Nullable;

/** What a {@link Snapshot} knows of one series set: the samples of its counters and histograms, and how far it has read. */
final class SetReading {

    private final StripedCells cells;
    private final long[] cell;
    private final @Nullable Sample[] samples;
    private final int[] updatesRead;
    private boolean complete;

    SetReading(SeriesSet set) {
        this.cells = set.cells();
        this.cell = set.cell();
        this.samples = new Sample[set.families()];
        this.updatesRead = new int[cells.stripes()];
    }

    /** Takes in a sample that nothing was read for yet. */
    void add(Sample sample) {
        samples[sample.series().family().slot()] = sample;
        complete = false;
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

    /** Forgets all numbers, to add them up anew from every stripe. */
    void begin() {
        complete = true;
        for (Sample sample : samples) {
            if (sample != null) {
                sample.begin();
            }
        }
    }

    int stripes() {
        return updatesRead.length;
    }

    /** Reads a stripe and returns true, or returns false at once if a writer holds it. */
    boolean tryRead(int stripe) {
        return cells.updates(cell, stripe) == 0
                || cells.tryRead(cell, stripe, this); // all is 0 before the first update
    }

    /** Adds the numbers of the stripe that stands here in the cell. */
    void add(long[] words, int at) {
        for (int slot = 0; slot < samples.length; slot++) {
            Sample sample = samples[slot];
            if (sample != null) {
                sample.add(words, at + cells.sumAt(slot), at + cells.bucketsAt(slot));
            }
        }
    }

    void read(int stripe, int updates) {
        updatesRead[stripe] = updates;
    }
}
