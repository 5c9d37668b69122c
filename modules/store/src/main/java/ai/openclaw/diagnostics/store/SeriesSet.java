package ai.openclaw.diagnostics.store;

import ai.openclaw.diagnostics.catalog.Family;
import ai.openclaw.diagnostics.catalog.FamilyGroup;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The series of one group that share one tuple of label values. Each of them is admitted by its own first update.
 *
 * <p>All updates may come from any thread at any time; they are lock-free once the series is admitted, and allocate
 * nothing then. An update of a series that the cap refuses is counted by the catalog's drop counter and otherwise does
 * nothing. A value that the family cannot hold is never admitted and never counts as a drop.
 */
public final class SeriesSet extends LabelTuple {

    private static final VarHandle SLOTS = MethodHandles.arrayElementVarHandle(Series[].class);

    private final SeriesStore store;
    private final @Nullable Series[] slots;

    /** A claim on this tuple. */
    SeriesSet(
            SeriesStore store,
            int slots,
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
        this.store = store;
        this.slots = new Series[slots];
    }

    /** The set that is kept for the tuple of a claim. */
    SeriesSet(SeriesSet claim, UnaryOperator<String> pool) {
        super(claim, pool);
        this.store = claim.store;
        this.slots = new Series[claim.slots.length];
    }

    /**
     * Adds to a counter of this group.
     *
     * @return false if the family's unit does not admit the value; nothing happened then
     */
    public boolean add(Family counter, double value) {
        if (!counter.unit().admits(value)) {
            return false;
        }
        Series series = series(counter);
        if (series != null) {
            series.add(value);
        }
        return true;
    }

    /**
     * Records an observation of a histogram of this group.
     *
     * @return false if the family's unit does not admit the value; nothing happened then
     */
    public boolean observe(Family histogram, double value) {
        if (!histogram.unit().admits(value)) {
            return false;
        }
        Series series = series(histogram);
        if (series != null) {
            series.observe(value);
        }
        return true;
    }

    /**
     * Sets a gauge of this group.
     *
     * @return false if the value is negative or not finite; nothing happened then
     */
    public boolean set(Family gauge, double value) {
        if (!(value >= 0 && value <= Double.MAX_VALUE)) {
            return false;
        }
        Series series = series(gauge);
        if (series != null) {
            series.set(value);
        }
        return true;
    }

    /** Returns the series of this family, admitting it if need be, or null if the cap refuses it. */
    private @Nullable Series series(Family family) {
        Series series = slot(family);
        return series != null ? series : store.admit(this, family);
    }

    @Nullable
    Series slot(Family family) {
        return (Series) SLOTS.getAcquire(slots, family.slot());
    }

    void fill(Series series) {
        SLOTS.setRelease(slots, series.family().slot(), series);
    }
}
