package ai.openclaw.diagnostics.store;

import ai.openclaw.diagnostics.catalog.GaugeFamily;

/** The numbers of one series in a {@link Snapshot}; overwritten by its next refresh. */
public final class Sample {

    private final Series series;
    private final long[] buckets;
    private int revision;
    private long sumLow;
    private long sumHigh;
    private double gauge = Double.NaN;

    Sample(Series series) {
        this.series = series;
        this.buckets = new long[CellLayout.buckets(series.family())];
    }

    /** Returns the series. */
    public Series series() {
        return series;
    }

    /** Returns how many observations a histogram's bucket holds, itself alone; the last index is that of {@code +Inf}. */
    public long bucket(int index) {
        return buckets[index];
    }

    /** Returns how many observations a histogram holds: by construction the sum of its buckets. */
    public long count() {
        long count = 0;
        for (long bucket : buckets) {
            count += bucket;
        }
        return count;
    }

    /**
     * Returns the upper 64 bits of the sum of a counter or histogram, an unsigned number of 128 bits that counts
     * 10<sup>-d</sup> of the unit, where d is the unit's {@code fractionDigits}.
     */
    public long sumHigh() {
        return sumHigh;
    }

    /** Returns the lower 64 bits of the sum; see {@link #sumHigh()}. */
    public long sumLow() {
        return sumLow;
    }

    /** Returns the value of a gauge, {@code NaN} if it {@link #isAbsent()}. */
    public double gauge() {
        return gauge;
    }

    /** Tells whether this is a gauge that was withdrawn and not set since: it is not to be exposed. */
    public boolean isAbsent() {
        return series.family() instanceof GaugeFamily && Double.isNaN(gauge);
    }

    /** Returns how often a refresh found this sample changed: while it stays the same, so do the numbers. */
    public int revision() {
        return revision;
    }

    /** Takes the numbers of a counter or histogram from where they are in the sum of a cell's stripes. */
    void set(long[] words, int sumAt, int bucketsAt) {
        revision++;
        sumLow = words[sumAt];
        sumHigh = words[sumAt + 1];
        System.arraycopy(words, bucketsAt, buckets, 0, buckets.length);
    }

    /** Reads a gauge and tells whether it changed. */
    boolean readGauge() {
        double value = series.gauge();
        if (Double.compare(value, gauge) == 0 && revision > 0) {
            return false;
        }
        gauge = value;
        revision++;
        return true;
    }
}
