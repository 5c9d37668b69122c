package ai.openclaw.diagnostics.store;

import static ai.openclaw.diagnostics.catalog.domain.GatewayMetrics.MEMORY_RSS;
import static ai.openclaw.diagnostics.catalog.domain.GatewayMetrics.MEMORY_RSS_BYTES;
import static ai.openclaw.diagnostics.catalog.domain.GatewayMetrics.SERIES_DROPPED;
import static ai.openclaw.diagnostics.catalog.domain.OpenClawCatalog.CATALOG;
import static ai.openclaw.diagnostics.catalog.domain.RunMetrics.RUN;
import static ai.openclaw.diagnostics.catalog.domain.TalkMetrics.TALK;
import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.catalog.Family;
import ai.openclaw.diagnostics.catalog.FamilyGroup;
import ai.openclaw.diagnostics.catalog.FamilyType;
import ai.openclaw.diagnostics.testing.Seed;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Threads race to admit the same tuples, each as often as the others. So it is known to the last update what each series
 * must hold if it was admitted, and what was dropped if it was not.
 */
@Tag("slow")
class CapRaceTest {

    private final long seed = Seed.get();
    private Racers racers = new Racers(4);

    @AfterEach
    void stopRacers() throws InterruptedException {
        racers.close();
    }

    @ParameterizedTest(name = "cap {0}, {1} tuples, hash mask {2}, {3} rounds")
    @CsvSource({
        // room for all: nothing may be refused
        "3, 1, -1, 6000", "6, 2, -1, 6000", "60, 20, -1, 2000", "60, 20, 0, 1000", "2049, 683, -1, 40",
        // not room for all: the cap comes between the families of a tuple
        "1, 1, -1, 6000", "2, 1, -1, 6000", "7, 5, -1, 6000", "50, 40, 0, 500", "2048, 683, -1, 40",
        "2048, 2000, -1, 10", "300, 2000, 0, 4"
    })
    void racersNeverPassTheCapNorAreRefusedBelowItNorLoseAnUpdate(int cap, int tuples, int hashMask, int rounds)
            throws InterruptedException {
        for (int round = 0; round < rounds; round++) {
            race(TALK, cap, tuples, hashMask, round);
        }
    }

    /**
     * Racers walk through many stores that have room for one series, and all want the same one. Who is ahead has to make
     * it, so that the others catch up and the narrowest windows open again and again.
     */
    @ParameterizedTest(name = "{0} racers")
    @ValueSource(ints = {2, 4})
    void lastPlaceIsNotRefusedToItsSeries(int count) throws InterruptedException {
        racers.close();
        racers = new Racers(count);
        long end = System.nanoTime() + 2_000_000_000L;
        for (int round = 0; System.nanoTime() < end; round++) {
            List<SeriesStore> stores = Stream.generate(() -> new SeriesStore(CATALOG, 1, 1, -1))
                    .limit(1000)
                    .toList();
            racers.race(racer -> {
                for (SeriesStore store : stores) {
                    Tuples.reserve(store, MEMORY_RSS).observe(MEMORY_RSS_BYTES, 1);
                }
            });
            for (SeriesStore store : stores) {
                Snapshot snapshot = Snapshot.of(store);
                snapshot.refresh();
                assertThat(snapshot.samples(MEMORY_RSS_BYTES).get(0).count())
                        .as("round %d, %d dropped", round, drops(snapshot))
                        .isEqualTo(count);
            }
        }
    }

    @ParameterizedTest(name = "{0} tuples of two families")
    @CsvSource({"1023, 20", "1024, 40", "1025, 20"})
    void theLastPlaceOfTwoThousandFortyEightIsGivenOnce(int tuples, int rounds) throws InterruptedException {
        for (int round = 0; round < rounds; round++) {
            race(RUN, SeriesStore.DEFAULT_MAX_SERIES, tuples, -1, round);
        }
    }

    @ParameterizedTest(name = "hash mask {1}")
    @CsvSource({"2048, -1", "300, 0"})
    void aScraperDuringTheRaceNeverSeesMoreThanTheCapNorASeriesTwice(int cap, int hashMask)
            throws InterruptedException {
        for (int round = 0; round < 10; round++) {
            String about = "seed " + seed + ", round " + round;
            SeriesStore store = new SeriesStore(CATALOG, cap, 2, hashMask);
            AtomicBoolean racing = new AtomicBoolean(true);
            Thread scraper = new Thread(() -> {
                SnapshotChecker checker = new SnapshotChecker(about);
                Snapshot snapshot = Snapshot.of(store);
                while (racing.get()) {
                    snapshot.refresh();
                    checker.check(snapshot);
                }
            });
            List<Throwable> found = Collections.synchronizedList(new ArrayList<>());
            scraper.setUncaughtExceptionHandler((thread, violation) -> found.add(violation));
            scraper.start();
            List<String[]> names = names(TALK, cap);
            int seedOfRound = round;
            racers.race(racer -> update(store, TALK, names, new Random(seed + 31 * seedOfRound + racer)));
            racing.set(false);
            scraper.join();
            assertThat(found).as(about).isEmpty();
            checkAll(store, TALK, names, about);
        }
    }

    private void race(FamilyGroup group, int cap, int tuples, int hashMask, int round) throws InterruptedException {
        SeriesStore store = new SeriesStore(CATALOG, cap, 2, hashMask);
        List<String[]> names = names(group, tuples);
        racers.race(racer -> update(store, group, names, new Random(seed + 31L * round + racer)));
        checkAll(store, group, names, "seed " + seed + ", cap " + cap + ", " + tuples + " tuples, round " + round);
    }

    private static List<String[]> names(FamilyGroup group, int tuples) {
        List<String[]> names = new ArrayList<>();
        for (int i = 0; i < tuples; i++) {
            String[] values = new String[group.labels().size()];
            for (int label = 0; label < values.length; label++) {
                values[label] = label == i % values.length ? "value-" + i : "same";
            }
            names.add(values);
        }
        return names;
    }

    /** Twice one update of every family of every tuple, in a separate order. */
    private static void update(SeriesStore store, FamilyGroup group, List<String[]> names, Random random) {
        List<String[]> order = new ArrayList<>(names);
        for (int pass = 0; pass < 2; pass++) {
            Collections.shuffle(order, random);
            for (String[] values : order) {
                LabeledSeries set = Tuples.reserve(store, group, values);
                List<Family> families = CATALOG.families(group);
                int first = random.nextInt(families.size());
                for (int i = 0; i < families.size(); i++) {
                    Family family = families.get((first + i) % families.size());
                    if (!Tuples.update(set, family, 1)) {
                        throw new AssertionError(family + " does not admit 1");
                    }
                }
            }
        }
    }

    private void checkAll(SeriesStore store, FamilyGroup group, List<String[]> names, String about) {
        Snapshot snapshot = Snapshot.of(store);
        snapshot.refresh();
        new SnapshotChecker(about).checkAll(snapshot);
        int distinct = names.size() * CATALOG.families(group).size();
        long attempts = 2L * racers.count();
        int series = 0;
        for (Family family : CATALOG.families(group)) {
            for (Sample sample : snapshot.samples(family)) {
                series++;
                if (updates(sample) != attempts) {
                    throw new AssertionError(about + ": " + family.name()
                            + sample.series().labelValues() + " has " + updates(sample) + " of " + attempts
                            + " updates, and " + drops(snapshot) + " were dropped");
                }
            }
        }
        assertThat(series).as(about).isEqualTo(Math.min(store.maxSeries(), distinct));
        assertThat(store.size()).as(about).isEqualTo(series);
        assertThat(drops(snapshot)).as(about).isEqualTo(attempts * (distinct - series));
    }

    private static long updates(Sample sample) {
        return sample.series().family().type() == FamilyType.COUNTER ? sample.sumLow() : sample.count();
    }

    private static long drops(Snapshot snapshot) {
        return snapshot.samples(SERIES_DROPPED).get(0).sumLow();
    }
}
