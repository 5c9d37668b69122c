package ai.openclaw.diagnostics.store;

import ai.openclaw.diagnostics.catalog.Catalog;
import ai.openclaw.diagnostics.catalog.CounterFamily;
import ai.openclaw.diagnostics.catalog.Family;
import ai.openclaw.diagnostics.catalog.FamilyGroup;
import ai.openclaw.diagnostics.catalog.GaugeFamily;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A bounded set of concurrent series.
 *
 * <ol>
 *   <li>There are never more series than the cap, whatever the races: a counter, a gauge or a histogram is one series.
 *   <li>No series is refused while there is room.
 *   <li>A tuple of label values has one series in each family.
 *   <li>Each update that is refused at the cap adds one to the catalog's drop counter, which is outside the cap.
 * </ol>
 *
 * <p>Any thread may use it. {@link #find} is wait-free and allocates nothing; admission takes a lock for as long as it
 * takes to make one cell. Nothing is ever evicted, but a gauge may be {@linkplain #replaceAll withdrawn}: to start anew, make a
 * new store.
 */
public final class SeriesStore {

    /** The cap that OpenClaw documents. */
    public static final int DEFAULT_MAX_SERIES = 2048;

    /** A thread holds a stripe for a tenth of an event's time: so many serve far more processors than that. */
    private static final int MAX_STRIPES = 16;

    /** A writer holds a stripe for some nanoseconds; only one without a processor is slower, by some milliseconds. */
    private static final long MAX_WAIT = TimeUnit.MILLISECONDS.toNanos(500);

    private final Catalog catalog;
    private final int maxSeries;
    private final UpdateCounts updates;
    private final SeriesIndex index;
    private final Map<Family, SeriesList> lists = new HashMap<>();
    private final Map<FamilyGroup, StripedCells> cells = new HashMap<>();
    private final Series dropCounter;
    private final Map<FamilyGroup, LabeledSeries> refused = new HashMap<>();
    private final Map<Family, LongAdder> drops = new HashMap<>();

    private final Map<String, String> labelValues = new HashMap<>(); // guarded by this
    private int size; // guarded by this
    private int sets; // guarded by this; the first is that of the drop counter
    private volatile boolean full;

    /** For tests: the hash mask forces collisions, the number of stripes forces contention. */
    SeriesStore(Catalog catalog, int maxSeries, int stripes, int hashMask) {
        if (maxSeries < 1) {
            throw new IllegalArgumentException("series cap: " + maxSeries + ", at least 1");
        }
        this.catalog = catalog;
        this.maxSeries = maxSeries;
        this.updates = new UpdateCounts(maxSeries + 1, stripes); // and the drop counter
        this.index = new SeriesIndex(maxSeries, new LabelHash(hashMask));
        catalog.families().forEach(family -> {
            lists.put(family, new SeriesList());
            drops.put(family, new LongAdder());
        });
        for (FamilyGroup group : catalog.groups()) {
            cells.put(group, new StripedCells(catalog.families(group), updates));
            refused.put(group, LabeledSeries.refused(this, group));
        }
        FamilyGroup unlabelled = catalog.dropCounter().group();
        this.dropCounter = new Series(
                catalog.dropCounter(),
                0,
                admitted(new LabeledSeries(this, 0, unlabelled, "", "", "", "", "", "", "", "")));
        this.sets = 1;
        dropCounter
                .set()
                .cells()
                .add(dropCounter.set().cell(), catalog.dropCounter(), 0, 0); // loads and links what updates need
    }

    /** Returns an empty store for the families of this catalog, with at most this many series. */
    public static SeriesStore create(Catalog catalog, int maxSeries) {
        return new SeriesStore(catalog, maxSeries, stripes(Runtime.getRuntime().availableProcessors()), -1);
    }

    /** Returns the power of two from twice the processors on, but no more than would cost memory for nothing. */
    static int stripes(int processors) {
        return Math.min(MAX_STRIPES, Integer.highestOneBit(2 * processors - 1) << 1);
    }

    /**
     * Returns the series of this group with these label values, in the order of its labels. The empty string is for a
     * label that is hidden or absent, and beyond the labels. Wait-free, allocates nothing.
     *
     * @return null if none of them was ever admitted
     */
    public @Nullable LabeledSeries find(
            FamilyGroup group, String v0, String v1, String v2, String v3, String v4, String v5, String v6, String v7) {
        int hash = index.hash(group, v0, v1, v2, v3, v4, v5, v6, v7);
        return index.find(hash, group, v0, v1, v2, v3, v4, v5, v6, v7);
    }

    /**
     * As {@link #find}, but never null: where nothing was admitted yet, the result admits by its first valid update, or
     * refuses and counts if the cap is reached.
     */
    public LabeledSeries getOrReserve(
            FamilyGroup group, String v0, String v1, String v2, String v3, String v4, String v5, String v6, String v7) {
        boolean wasFull = full; // before the search: only then is what it does not find really not there
        int hash = index.hash(group, v0, v1, v2, v3, v4, v5, v6, v7);
        LabeledSeries set = index.find(hash, group, v0, v1, v2, v3, v4, v5, v6, v7);
        if (set != null) {
            return set;
        }
        if (wasFull) {
            return known(refused.get(group), group); // a flood of new tuples costs no memory
        }
        return new LabeledSeries(this, hash, group, v0, v1, v2, v3, v4, v5, v6, v7);
    }

    /**
     * Sets a gauge of some tuples and withdraws it of all others: those are not exposed until they are set again, and keep
     * their places under the cap. A reader may see part of the new values beside earlier ones, but no tuple that is set both
     * before and after is ever absent. Takes the lock of admission.
     *
     * @param values the series of the gauge's group with their values, which the gauge must admit, in the order of admission
     */
    public synchronized void replaceAll(GaugeFamily gauge, Map<LabeledSeries, Double> values) {
        Set<@Nullable Series> kept = new HashSet<>();
        values.forEach((set, value) -> {
            set.set(gauge, value);
            kept.add(set.series(gauge));
        });
        SeriesList all = list(gauge);
        for (int i = 0; i < all.size(); i++) {
            if (!kept.contains(all.get(i))) {
                all.get(i).setGauge(Double.NaN);
            }
        }
    }

    /** Returns how many series there are, the drop counter not among them. */
    public synchronized int size() {
        return size;
    }

    /**
     * Returns the series of a family in the order of their admission: those that were admitted before the call, and perhaps
     * some that are being admitted. Wait-free.
     */
    public List<Series> series(Family family) {
        SeriesList list = list(family);
        return IntStream.range(0, list.size()).mapToObj(list::get).toList();
    }

    /**
     * Returns how many updates of a counter came from one origin in a single step with an observation, over all series; see
     * {@link LabeledSeries#tryObserveAndCount}. Wait-free; takes a look at each part of each series.
     */
    public long updates(CounterFamily counter, int origin) {
        LabeledSeries.checkedOrigin(origin);
        return series(counter).stream()
                .map(Series::set)
                .mapToLong(set -> set.cells().updatesOf(set.cell(), origin))
                .sum();
    }

    /** Returns how many updates of a family were refused at the cap. */
    public long dropped(Family family) {
        return drops(family).sum();
    }

    /** Not {@code requireNonNull} with a supplier of the message: that is an object for each call, unless it is inlined. */
    private static <V> V known(@Nullable V value, Object key) {
        if (value == null) {
            throw new NullPointerException("not in the catalog of this store: " + key);
        }
        return value;
    }

    private LongAdder drops(Family family) {
        return known(drops.get(family), family);
    }

    /** Returns how many series there may be. */
    public int maxSeries() {
        return maxSeries;
    }

    /** Returns the catalog whose families this store holds. */
    public Catalog catalog() {
        return catalog;
    }

    /** Returns a new, empty snapshot; {@link Snapshot#refresh} fills it. */
    public Snapshot newSnapshot() {
        return new Snapshot(this, MAX_WAIT);
    }

    /** Returns the series of a set and a family, admitted now if need be, or null after counting a drop. */
    @Nullable
    Series admit(LabeledSeries set, Family family) {
        Series series = set.isRefused() ? null : full ? known(set, family) : admitLocked(set, family);
        if (series == null) {
            drop(family);
        }
        return series;
    }

    private void drop(Family family) {
        drops(family).increment();
        LabeledSeries set = dropCounter.set();
        set.cells().add(set.cell(), catalog.dropCounter(), 1);
    }

    private synchronized @Nullable Series admitLocked(LabeledSeries candidate, Family family) {
        LabeledSeries admitted = candidate.findIn(index);
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
        LabeledSeries admitted = candidate.findIn(index);
        Series series = admitted == null ? null : admitted.series(family);
        if (series != null && candidate != admitted) {
            candidate.borrow(series);
        }
        return series;
    }

    StripedCells cells(FamilyGroup group) {
        StripedCells found = cells.get(group);
        if (found == null) {
            throw new IllegalArgumentException("group " + group + ": not of this store's catalog");
        }
        return found;
    }

    StripeSum newStripeSum() {
        int stride =
                cells.values().stream().mapToInt(StripedCells::stride).max().orElse(0);
        return new StripeSum(stride, updates.stripes());
    }

    SeriesList list(Family family) {
        return known(lists.get(family), family);
    }

    Series dropCounter() {
        return dropCounter;
    }
}
