package ai.openclaw.diagnostics.store;

import ai.openclaw.diagnostics.catalog.Family;
import ai.openclaw.diagnostics.catalog.FamilyGroup;
import ai.openclaw.diagnostics.catalog.FamilyType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The numbers of all series of a store, copied out of it by {@link #refresh}.
 *
 * <ol>
 *   <li>Each observation is wholly in or wholly out: a histogram's sum and buckets belong to the same observations.
 *   <li>What one refresh saw, every later one sees, of this snapshot and of others.
 *   <li>An update that happened before the refresh began is in it.
 * </ol>
 *
 * <p>Not promised: one instant for all series. Two series may be read some microseconds apart.
 *
 * <p>A snapshot keeps its memory and uses it again, so that a refresh allocates only for series that are new. It is
 * meant for one thread at a time; several snapshots of one store do not disturb each other.
 */
public final class Snapshot {

    private final SeriesStore store;
    private final SampleList[][] families;
    private final List<SetReading> readings = new ArrayList<>();
    private final Map<SeriesSet, SetReading> readingOf = new HashMap<>();
    private final RetryList retries = new RetryList();
    private boolean anySeries;

    Snapshot(SeriesStore store) {
        this.store = store;
        List<FamilyGroup> groups = store.catalog().groups();
        this.families = new SampleList[groups.size()][];
        for (FamilyGroup group : groups) {
            families[group.ordinal()] =
                    group.families().stream().map(family -> new SampleList()).toArray(SampleList[]::new);
        }
        add(store.dropCounter(), list(store.catalog().dropCounter()));
    }

    /**
     * Reads every series that changed since the last refresh. A stripe that a writer holds is passed over and tried again
     * at the end, so that a writer that lost its processor does not hold up the rest.
     */
    public void refresh() {
        addNewSeries();
        readGauges();
        for (int i = 0; i < readings.size(); i++) { // an iterator would be garbage
            read(readings.get(i));
        }
        retries.drain();
    }

    private void addNewSeries() {
        List<Family> all = store.catalog().families();
        for (int f = 0; f < all.size(); f++) {
            SeriesList series = store.list(all.get(f));
            SampleList samples = list(all.get(f));
            int size = series.size();
            for (int i = samples.items.size(); i < size; i++) {
                add(series.get(i), samples);
                anySeries = true;
            }
        }
    }

    private void add(Series series, SampleList samples) {
        Sample sample = new Sample(series);
        samples.items.add(sample);
        if (series.family().type() != FamilyType.GAUGE) {
            readingOf(series.set()).add(sample);
        }
    }

    private SetReading readingOf(SeriesSet set) {
        SetReading reading = readingOf.get(set);
        if (reading == null) {
            reading = new SetReading(set);
            readingOf.put(set, reading);
            readings.add(reading);
        }
        return reading;
    }

    private void readGauges() {
        List<Family> all = store.catalog().families();
        for (int f = 0; f < all.size(); f++) {
            if (all.get(f).type() == FamilyType.GAUGE) {
                List<Sample> gauges = list(all.get(f)).items;
                for (int i = 0; i < gauges.size(); i++) {
                    gauges.get(i).readGauge();
                }
            }
        }
    }

    private void read(SetReading reading) {
        if (reading.isUpToDate()) {
            return;
        }
        reading.begin();
        for (int stripe = 0; stripe < reading.stripes(); stripe++) {
            if (!reading.tryRead(stripe)) {
                retries.add(reading, stripe);
            }
        }
    }

    /** Returns the samples of a family in the order in which its series were admitted; the list is a view. */
    public List<Sample> samples(Family family) {
        return list(family).view;
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
        return families[family.group().ordinal()][family.slot()];
    }

    private static final class SampleList {
        private final List<Sample> items = new ArrayList<>();
        private final List<Sample> view = Collections.unmodifiableList(items);
    }

    /** The stripes that were held when their turn came. */
    private static final class RetryList {
        private final List<SetReading> readings = new ArrayList<>();
        private int[] stripes = new int[16];

        void add(SetReading reading, int stripe) {
            if (readings.size() == stripes.length) {
                stripes = Arrays.copyOf(stripes, 2 * stripes.length);
            }
            stripes[readings.size()] = stripe;
            readings.add(reading);
        }

        /** Tries from the last to the first until every stripe was read. */
        @SuppressWarnings("ThreadPriorityCheck") // yielding is a courtesy here; nothing relies on it
        void drain() {
            while (!readings.isEmpty()) {
                int held = readings.size();
                for (int i = held - 1; i >= 0; i--) {
                    tryAgain(i);
                }
                if (readings.size() == held) {
                    Thread.yield(); // a holder without a processor needs one
                }
            }
        }

        private void tryAgain(int at) {
            SetReading reading = readings.get(at);
            if (reading.tryRead(stripes[at])) {
                int last = readings.size() - 1;
                readings.set(at, readings.get(last));
                stripes[at] = stripes[last];
                readings.remove(last);
            }
        }
    }
}
