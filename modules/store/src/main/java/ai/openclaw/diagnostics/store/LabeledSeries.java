package ai.openclaw.diagnostics.store;

import static java.util.Objects.requireNonNull;

import ai.openclaw.diagnostics.catalog.CounterFamily;
import ai.openclaw.diagnostics.catalog.Family;
import ai.openclaw.diagnostics.catalog.FamilyGroup;
import ai.openclaw.diagnostics.catalog.GaugeFamily;
import ai.openclaw.diagnostics.catalog.HistogramFamily;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The series of one group that share one tuple of label values. Each of them is admitted by its own first update.
 *
 * <p>All updates may come from any thread at any time; they are lock-free once the series is admitted, and allocate
 * nothing then. An update of a series that the cap refuses is counted by the catalog's drop counter and otherwise does
 * nothing. A value that the family cannot hold is never admitted and never counts as a drop. A family of another group is
 * refused with an {@link IllegalArgumentException}: it would count under labels that it does not have.
 */
public final class LabeledSeries extends LabelTuple {
    /*
     * A set is admitted, then it is in the index and has its cell from the beginning; or it is a candidate, which a caller has
     * that found nothing in the index: it borrows cell and series of the admitted set, once there is one; or it is refused,
     * has no slots, and stays empty.
     */
    private final StripedCells cells;
    private long @Nullable [] cell;

    /** A bit for each slot whose series is there; publishes the series and the cell. Written as {@link #slots} are. */
    volatile int admitted;

    /** The series that are there, by slot; of an admitted set written under the lock of admission. */
    final @Nullable Series[] slots;

    private final Admission admission;

    /** Lets series in, or refuses them at the cap. */
    interface Admission {
        /** Returns the series of a set and a family, admitted now if need be, or null after counting a drop. */
        @Nullable
        Series admit(LabeledSeries set, Family family);
    }

    /** A candidate for this tuple. */
    LabeledSeries(
            Admission admission,
            StripedCells cells,
            int hash,
            FamilyGroup group,
            String v0,
            String v1,
            String v2,
            String v3,
            String v4,
            String v5,
            String v6,
            String v7) {
        super(hash, group, v0, v1, v2, v3, v4, v5, v6, v7);
        this.admission = admission;
        this.cells = cells;
        this.slots = new Series[cells.layout().families()];
    }

    /** The admitted set for the tuple of a candidate, with its place among all sets. */
    LabeledSeries(LabeledSeries candidate, UnaryOperator<String> pool, int ordinal) {
        super(candidate, pool);
        this.admission = candidate.admission;
        this.slots = new Series[candidate.slots.length];
        this.cells = candidate.cells;
        this.cell = cells.newCell(ordinal);
    }

    private LabeledSeries(Admission admission, StripedCells cells, FamilyGroup group) {
        super(0, group, "", "", "", "", "", "", "", "");
        this.admission = admission;
        this.cells = cells;
        this.slots = new Series[0];
    }

    /** Returns the set for tuples of a group that the cap refuses. */
    static LabeledSeries refused(Admission admission, StripedCells cells, FamilyGroup group) {
        return new LabeledSeries(admission, cells, group);
    }

    /** Tells whether this set was made for tuples that the cap refuses. */
    boolean isRefused() {
        return slots.length == 0;
    }

    /**
     * Adds to a counter of this group.
     *
     * @return false if the family's unit does not admit the value; nothing happened then
     */
    public boolean add(CounterFamily counter, double value) {
        if (!counter.unit().admits(value)) {
            return false;
        }
        if (has(bit(counter)) || admit(counter)) {
            cells.add(cell(), counter, value);
        }
        return true;
    }

    /**
     * Records an observation of a histogram of this group.
     *
     * @return false if the family's unit does not admit the value; nothing happened then
     */
    public boolean observe(HistogramFamily histogram, double value) {
        if (!histogram.unit().admits(value)) {
            return false;
        }
        if (has(bit(histogram)) || admit(histogram)) {
            cells.observe(cell(), histogram, value);
        }
        return true;
    }

    /**
     * Records an observation of a histogram of this group and adds one to a counter of it, in a single update, which is
     * the faster way where an event does both. {@link SeriesStore#updates} returns how many such updates there were.
     *
     * @param what the two families; of this group, and from the store of these series
     * @return false if one of the series is not admitted yet or the histogram's unit does not admit the value; nothing
     *     happened then, and the caller does one after the other
     */
    public boolean tryObserveAndCount(CountedObservation what, double value) {
        if (what.cells != cells) {
            throw new IllegalArgumentException("observation of another group or store: these series have " + group());
        }
        if (!has(what.families) || !what.unit.admits(value)) {
            return false;
        }
        cells.observeAndCount(cell(), what, value);
        return true;
    }

    /**
     * Sets a gauge of this group.
     *
     * @return false if the value is negative or not finite; nothing happened then
     */
    public boolean set(GaugeFamily gauge, double value) {
        if (!(value >= 0 && value <= Double.MAX_VALUE)) {
            return false;
        }
        if (has(bit(gauge)) || admit(gauge)) {
            requireNonNull(slots[gauge.slot()]).setGauge(value);
        }
        return true;
    }

    /** Returns the bit of a family of this group, and refuses every other family. */
    private int bit(Family family) {
        if (family.group() != group()) {
            throw new IllegalArgumentException(
                    "family " + family + ": its labels are " + family.group() + ", these series have " + group());
        }
        return 1 << family.slot();
    }

    /** Tells whether all these series are there. */
    private boolean has(int bits) {
        return (admitted & bits) == bits;
    }

    /** Has the series of this family admitted, and tells whether it is there: the cap may refuse it. */
    boolean admit(Family family) {
        return admission.admit(this, family) != null;
    }

    /** Returns the series of this family, or null if it is not there. */
    @Nullable
    Series series(Family family) {
        return has(bit(family)) ? slots[family.slot()] : null;
    }

    /** Borrows a series of the admitted set for this candidate. Two threads that do so at once do it twice, which is harmless. */
    @SuppressWarnings("NonAtomicVolatileUpdate") // a bit that is lost is borrowed again
    void borrow(Series series) {
        cell = series.set().cell;
        int slot = series.family().slot();
        slots[slot] = series;
        admitted |= 1 << slot;
    }

    /** Returns the numbers of the counters and histograms, if any series of this set is there. */
    long[] cell() {
        return requireNonNull(cell);
    }

    /** Returns what updates and reads the cell. */
    StripedCells cells() {
        return cells;
    }

    /** Returns how many families there are in the group. */
    int families() {
        return slots.length;
    }
}
