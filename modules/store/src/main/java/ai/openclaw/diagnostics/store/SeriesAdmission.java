package ai.openclaw.diagnostics.store;

import ai.openclaw.diagnostics.catalog.Catalog;
import ai.openclaw.diagnostics.catalog.Family;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Admits series under the cap, one at a time under its own lock, and counts the updates of those that it refuses.
 *
 * <p>Thread-safe. Once the store is full, it takes no lock any more.
 */
final class SeriesAdmission implements LabeledSeries.Admission {

    private final int maxSeries;
    private final SeriesIndex index;
    private final Map<Family, SeriesList> lists = new HashMap<>();
    private final Map<Family, LongAdder> drops = new HashMap<>();
    private final Series dropCounter;
    private final Map<String, String> labelValues = new HashMap<>(); // guarded by this
    private int size; // guarded by this
    private int sets; // guarded by this; the first is that of the drop counter
    private volatile boolean full;

    /** @param dropCells the cells of the catalog's drop counter, which is outside the cap */
    SeriesAdmission(Catalog catalog, int maxSeries, SeriesIndex index, StripedCells dropCells) {
        this.maxSeries = maxSeries;
        this.index = index;
        catalog.families().forEach(family -> {
            lists.put(family, new SeriesList());
            drops.put(family, new LongAdder());
        });
        LabeledSeries unlabelled =
                new LabeledSeries(this, dropCells, 0, catalog.dropCounter().group(), "", "", "", "", "", "", "", "");
        this.dropCounter = new Series(catalog.dropCounter(), 0, admitted(unlabelled));
        this.sets = 1;
        addToDropCounter(0); // loads and links what updates need
    }

    /** Returns the series of a set and a family, admitted now if need be, or null after counting a drop. */
    @Override
    public @Nullable Series admit(LabeledSeries set, Family family) {
        Series series = findOrAdmit(set, family);
        if (series == null) {
            drops(family).increment();
            addToDropCounter(1);
        }
        return series;
    }

    private @Nullable Series findOrAdmit(LabeledSeries set, Family family) {
        if (set.isRefused()) {
            return null;
        }
        return full ? known(set, family) : admitLocked(set, family);
    }

    private void addToDropCounter(long drops) {
        LabeledSeries set = dropCounter.set();
        set.cells().add(set.cell(), dropCounter.family().slot(), drops, 1);
    }

    private synchronized @Nullable Series admitLocked(LabeledSeries candidate, Family family) {
        LabeledSeries admitted = index.find(candidate);
        Series series = admitted == null ? null : admitted.slots[family.slot()];
        if (series == null && size < maxSeries && sets <= maxSeries) {
            series = create(admitted == null ? admitted(candidate) : admitted, admitted == null, family);
        }
        if (series != null && candidate != admitted) {
            candidate.borrow(series);
        }
        return series;
    }

    /**
     * Makes a series, wholly or not at all: an error, for lack of memory or stack, leaves nothing behind but perhaps a set
     * without series, which the next attempt finds.
     */
    private Series create(LabeledSeries set, boolean isNew, Family family) {
        Series series = new Series(family, size + 1, set);
        SeriesList list = list(family);
        int slot = family.slot();
        if (isNew) {
            index.insert(set);
            sets++;
        }
        list.append(series);
        // no call from here on
        set.slots[slot] = series;
        set.admitted |= 1 << slot;
        size++;
        full = size == maxSeries;
        return series;
    }

    /** Returns the set that will be in the index for a candidate, with the next ordinal. */
    private LabeledSeries admitted(LabeledSeries candidate) {
        return new LabeledSeries(candidate, this::pooled, sets);
    }

    private String pooled(String value) {
        String known = labelValues.putIfAbsent(value, value);
        return known == null ? value : known;
    }

    /** Returns the series if another candidate of this tuple won the race for it; final once the store is full. */
    private @Nullable Series known(LabeledSeries candidate, Family family) {
        LabeledSeries admitted = index.find(candidate);
        Series series = admitted == null ? null : admitted.series(family);
        if (series != null && candidate != admitted) {
            candidate.borrow(series);
        }
        return series;
    }

    /** Tells whether the cap is reached; it stays so. */
    boolean isFull() {
        return full;
    }

    /** Returns how many series there are, the drop counter not among them. */
    synchronized int size() {
        return size;
    }

    /** Returns how many updates of a family were refused. */
    long dropped(Family family) {
        return drops(family).sum();
    }

    private LongAdder drops(Family family) {
        return ofCatalog(drops.get(family), family);
    }

    /** Returns the series of a family. */
    SeriesList list(Family family) {
        return ofCatalog(lists.get(family), family);
    }

    Series dropCounter() {
        return dropCounter;
    }

    /** Not {@code requireNonNull} with a supplier of the message: that is an object for each call, unless it is inlined. */
    static <V> V ofCatalog(@Nullable V value, Object key) {
        if (value == null) {
            throw new NullPointerException("not in the catalog of this store: " + key);
        }
        return value;
    }
}
