package ai.openclaw.diagnostics.store;

/** The numbers of a series, readable in parts of which each is consistent. */
sealed interface Cell permits StripedCell, GaugeCell {

    /** Returns in how many parts the numbers stand. */
    int stripes();

    /** Tells whether there is anything that this sample has not read. Wait-free. */
    boolean isNewTo(Sample sample);

    /** Adds one part to the sample and returns true, or returns false at once if a writer holds it. */
    boolean tryRead(int stripe, Sample into);
}
