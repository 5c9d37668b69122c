package ai.openclaw.diagnostics.store;

import ai.openclaw.diagnostics.catalog.Catalog;
import ai.openclaw.diagnostics.catalog.CounterFamily;
import ai.openclaw.diagnostics.catalog.Family;
import ai.openclaw.diagnostics.catalog.FamilyGroup;
import ai.openclaw.diagnostics.catalog.GaugeFamily;
import ai.openclaw.diagnostics.catalog.HistogramFamily;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    private final Catalog catalog;
    private final int maxSeries;
    private final int stripes;
    private final SeriesIndex index;
    private final SeriesAdmission admission;
    private final Map<FamilyGroup, StripedCells> cells = new HashMap<>();
    private final Map<FamilyGroup, LabeledSeries> refused = new HashMap<>();

    /** For tests: the hash mask forces collisions, the number of stripes forces contention. */
    SeriesStore(Catalog catalog, int maxSeries, int stripes, int hashMask) {
        if (maxSeries < 1) {
            throw new IllegalArgumentException("series cap: " + maxSeries + ", at least 1");
        }
        this.catalog = catalog;
        this.maxSeries = maxSeries;
        this.stripes = stripes;
        this.index = new SeriesIndex(maxSeries, new LabelHash(hashMask));
        UpdateCounts updates = new UpdateCounts(maxSeries + 1, stripes); // and the drop counter
        for (FamilyGroup group : catalog.groups()) {
            cells.put(group, new StripedCells(catalog.families(group), updates));
        }
        FamilyGroup unlabelled = catalog.dropCounter().group();
        this.admission = new SeriesAdmission(catalog, maxSeries, index, cells(unlabelled));
        cells.forEach((group, it) -> refused.put(group, LabeledSeries.refused(admission, it, group)));
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
        boolean wasFull = admission.isFull(); // before the search: only then is what it does not find really not there
        int hash = index.hash(group, v0, v1, v2, v3, v4, v5, v6, v7);
        LabeledSeries set = index.find(hash, group, v0, v1, v2, v3, v4, v5, v6, v7);
        if (set != null) {
            return set;
        }
        if (wasFull) {
            return SeriesAdmission.ofCatalog(refused.get(group), group); // a flood of new tuples costs no memory
        }
        return new LabeledSeries(admission, cells(group), hash, group, v0, v1, v2, v3, v4, v5, v6, v7);
    }

    /**
     * Sets a gauge of some tuples and withdraws it of all others: those are not exposed until they are set again, and keep
     * their places under the cap. A reader may see part of the new values beside earlier ones, but no tuple that is set both
     * before and after is ever absent. Takes the lock of admission.
     *
     * @param values the series of the gauge's group with their values, which the gauge must admit, in the order of admission
     */
    public void replaceAll(GaugeFamily gauge, Map<LabeledSeries, Double> values) {
        synchronized (admission) {
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
    }

    /** Returns how many series there are, the drop counter not among them. */
    public int size() {
        return admission.size();
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
        checkOrigin(origin);
        return series(counter).stream()
                .map(Series::set)
                .mapToLong(set -> set.cells().updatesOf(set.cell(), origin))
                .sum();
    }

    /**
     * Returns what updates a histogram and a counter of the same group together.
     *
     * @param origin which of the sources of the counter's updates these come from: 0 or 1
     */
    public CountedObservation countedObservation(HistogramFamily histogram, CounterFamily counter, int origin) {
        checkOrigin(origin);
        if (histogram.group() != counter.group()) {
            throw new IllegalArgumentException("family " + counter + ": its labels are " + counter.group()
                    + ", those of " + histogram + " are " + histogram.group());
        }
        list(histogram); // both are of the catalog
        list(counter);
        return new CountedObservation(cells(histogram.group()), histogram, counter, origin);
    }

    /** A count at another place would be a bucket or a sum. */
    private static void checkOrigin(int origin) {
        if (origin < 0 || origin >= CellLayout.ORIGINS) {
            throw new IllegalArgumentException("origin: " + origin + ", at least 0 and below " + CellLayout.ORIGINS);
        }
    }

    /** Returns how many updates of a family were refused at the cap. */
    public long dropped(Family family) {
        return admission.dropped(family);
    }

    /** Returns how many series there may be. */
    public int maxSeries() {
        return maxSeries;
    }

    /** Returns the catalog whose families this store holds. */
    public Catalog catalog() {
        return catalog;
    }

    StripedCells cells(FamilyGroup group) {
        StripedCells found = cells.get(group);
        if (found == null) {
            throw new IllegalArgumentException("group " + group + ": not of this store's catalog");
        }
        return found;
    }

    /** Returns memory for the sum of the stripes of any cell. */
    StripeSum newStripeSum() {
        int stride = 0;
        for (StripedCells each : cells.values()) {
            stride = Math.max(stride, each.layout().stride());
        }
        return new StripeSum(stride, stripes);
    }

    SeriesList list(Family family) {
        return admission.list(family);
    }

    Series dropCounter() {
        return admission.dropCounter();
    }
}
