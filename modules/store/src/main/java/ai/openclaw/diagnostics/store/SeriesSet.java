package ai.openclaw.diagnostics.store;

import ai.openclaw.diagnostics.catalog.Family;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The series of one group that share one tuple of label values. Each of them is admitted by its own first update.
 *
 * <p>All updates may come from any thread at any time; they are lock-free once the series is admitted, and allocate
 * nothing then. An update of a series that the cap refuses is counted by the catalog's drop counter and otherwise does
 * nothing. A value that the family cannot hold is never admitted and never counts as a drop.
 */
public final class SeriesSet {

    private final SeriesStore store;
    private final LabelTuple tuple;
    private final AtomicReferenceArray<@Nullable Series> slots;

    SeriesSet(SeriesStore store, LabelTuple tuple, int slots) {
        this.store = store;
        this.tuple = tuple;
        this.slots = new AtomicReferenceArray<>(slots);
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
        Series series = slots.getAcquire(family.slot());
        return series != null ? series : store.admit(this, family);
    }

    LabelTuple tuple() {
        return tuple;
    }

    @Nullable
    Series slot(Family family) {
        return slots.getAcquire(family.slot());
    }

    void fill(Series series) {
        slots.setRelease(series.family().slot(), series);
    }
}
