package ai.openclaw.diagnostics.store;

import ai.openclaw.diagnostics.catalog.Family;
import ai.openclaw.diagnostics.catalog.GaugeFamily;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The numbers of all series of a store, copied out of it by {@link #refresh}.
 *
 * <ol>
 *   <li>Each observation is wholly in or wholly out: a histogram's sum and buckets belong to the same observations.
 *   <li>What one refresh saw, every later one sees, of this snapshot and, but for sets that it could not read, of others.
 *   <li>An update that happened before the refresh began is in it, unless another thread was stopped for half a second in
 *       the middle of an update of the same series.
 *   <li>A refresh takes no longer than that for all it has to wait.
 * </ol>
 *
 * <p>Not promised: one instant for all series. Two series may be read some microseconds apart.
 *
 * <p>A snapshot keeps its memory and uses it again, so that a refresh allocates only for series that are new. It is
 * meant for one thread at a time; several snapshots of one store do not disturb each other.
 */
public final class Snapshot {

    /** A writer holds a stripe for some nanoseconds; only one without a processor is slower, by some milliseconds. */
    private static final long MAX_WAIT = TimeUnit.MILLISECONDS.toNanos(500);

    private final SeriesStore store;
    private final Map<Family, SampleList> families = new LinkedHashMap<>();
    private final SampleList[] lists;
    private final List<SetReading> readings = new ArrayList<>();
    private final Map<LabeledSeries, SetReading> readingOf = new HashMap<>();
    private final HeldSets held;
    private StripeSum sum;
    private boolean anySeries;
    private long revision;

    /** @param maxWait how long a refresh waits for writers, in nanoseconds */
    Snapshot(SeriesStore store, long maxWait) {
        this.store = store;
        this.held = new HeldSets(store::newStripeSum, maxWait);
        for (Family family : store.catalog().families()) {
            families.put(family, new SampleList(store.list(family), family instanceof GaugeFamily));
        }
        this.lists = families.values().toArray(SampleList[]::new);
        this.sum = store.newStripeSum();
        add(store.dropCounter(), list(store.catalog().dropCounter()));
    }

    /** Returns a new, empty snapshot of a store; {@link #refresh} fills it. */
    public static Snapshot of(SeriesStore store) {
        return new Snapshot(store, MAX_WAIT);
    }

    /**
     * Reads every series that changed since the last refresh. Series of which a writer holds a part are passed over and
     * tried again at the end, so that a writer that lost its processor does not hold up the rest; those that are still
     * held after half a second keep the numbers of the refresh before, and a warning is logged once a minute.
     *
     * <p>If it throws, which only an error does, such as one for lack of memory, discard this snapshot and take a new one
     * from the {@link #store()}: nothing was lost there.
     *
     * @return how many sets of series kept their earlier numbers, almost always 0
     */
    public int refresh() {
        boolean changed = addNewSeries();
        changed |= readGauges();
        held.clear();
        for (int i = 0; i < readings.size(); i++) { // an iterator would be garbage
            SetReading reading = readings.get(i);
            if (!reading.isUpToDate()) {
                changed = true;
                sum.clear();
                sum = reading.tryRead(sum) ? sum : held.add(reading, sum);
            }
        }
        revision += changed ? 1 : 0;
        return held.isEmpty() ? 0 : held.drain();
    }

    private boolean addNewSeries() {
        boolean any = false;
        for (SampleList list : lists) {
            int size = list.series.size();
            for (int i = list.items.size(); i < size; i++) {
                add(list.series.get(i), list);
                any = true;
            }
        }
        anySeries |= any;
        return any;
    }

    private void add(Series series, SampleList samples) {
        Sample sample = new Sample(series);
        if (!samples.gauges) {
            readingOf(series.set()).add(sample);
        }
        samples.items.add(sample);
    }

    private SetReading readingOf(LabeledSeries set) {
        SetReading reading = readingOf.get(set);
        if (reading == null) {
            reading = new SetReading(set);
            readingOf.put(set, reading);
            readings.add(reading);
        }
        return reading;
    }

    private boolean readGauges() {
        boolean changed = false;
        for (SampleList list : lists) {
            for (int i = 0; list.gauges && i < list.items.size(); i++) {
                changed |= list.items.get(i).readGauge();
            }
        }
        return changed;
    }

    /** Returns the samples of a family in the order in which its series were admitted; the list is a view. */
    public List<Sample> samples(Family family) {
        return list(family).view;
    }

    /** Returns how often a refresh found anything changed: while it stays the same, so do all samples. */
    public long revision() {
        return revision;
    }

    /** Tells whether the last refresh found no series and no dropped update. */
    public boolean isEmpty() {
        Sample dropped = samples(store.catalog().dropCounter()).get(0);
        return !anySeries && dropped.sumLow() == 0;
    }

    /** Returns the store that this snapshot reads. */
    public SeriesStore store() {
        return store;
    }

    private SampleList list(Family family) {
        SampleList list = families.get(family);
        if (list == null) {
            throw new IllegalArgumentException("family " + family + ": not of this store's catalog");
        }
        return list;
    }

    /** The samples of a family, in the order of its series. */
    private static final class SampleList {
        private final SeriesList series;
        private final boolean gauges;
        private final List<Sample> items = new ArrayList<>();
        private final List<Sample> view = Collections.unmodifiableList(items);

        SampleList(SeriesList series, boolean gauges) {
            this.series = series;
            this.gauges = gauges;
        }
    }
}
