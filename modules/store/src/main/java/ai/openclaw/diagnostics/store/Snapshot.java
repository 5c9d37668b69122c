package ai.openclaw.diagnostics.store;

import ai.openclaw.diagnostics.catalog.Family;
import ai.openclaw.diagnostics.catalog.FamilyGroup;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

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
        list(store.catalog().dropCounter()).items.add(new Sample(store.dropCounter()));
    }

    /**
     * Reads every series that changed since the last refresh. A stripe that a writer holds is passed over and tried again at the end, so that a writer
     * that lost its processor does not hold up the rest.
     */
    public void refresh() {
        List<Family> all = store.catalog().families();
        for (int f = 0; f < all.size(); f++) { // an iterator would be garbage
            Family family = all.get(f);
            SampleList samples = list(family);
            anySeries |= samples.extend(store.list(family));
            for (int i = 0; i < samples.items.size(); i++) {
                read(samples.items.get(i));
            }
        }
        retries.drain();
    }

    private void read(Sample sample) {
        if (sample.isUpToDate()) {
            return;
        }
        sample.beginReading();
        Cell cell = sample.series().cell();
        for (int stripe = 0; stripe < cell.stripes(); stripe++) {
            if (!cell.tryRead(stripe, sample)) {
                retries.add(sample, stripe);
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

        /** Adds a sample for each series that is new, and tells whether there is any series at all. */
        boolean extend(SeriesList series) {
            int size = series.size();
            for (int i = items.size(); i < size; i++) {
                items.add(new Sample(series.get(i)));
            }
            return size > 0;
        }
    }

    /** The stripes that were held when their turn came. */
    private static final class RetryList {
        private final List<Sample> samples = new ArrayList<>();
        private int[] stripes = new int[16];

        void add(Sample sample, int stripe) {
            if (samples.size() == stripes.length) {
                stripes = Arrays.copyOf(stripes, 2 * stripes.length);
            }
            stripes[samples.size()] = stripe;
            samples.add(sample);
        }

        /** Tries from the last to the first until every stripe was read. */
        @SuppressWarnings("ThreadPriorityCheck") // yielding is a courtesy here; nothing relies on it
        void drain() {
            while (!samples.isEmpty()) {
                int held = samples.size();
                for (int i = held - 1; i >= 0; i--) {
                    tryAgain(i);
                }
                if (samples.size() == held) {
                    Thread.yield(); // a holder without a processor needs one
                }
            }
        }

        private void tryAgain(int at) {
            Sample sample = samples.get(at);
            if (sample.series().cell().tryRead(stripes[at], sample)) {
                int last = samples.size() - 1;
                samples.set(at, samples.get(last));
                stripes[at] = stripes[last];
                samples.remove(last);
            }
        }
    }
}
