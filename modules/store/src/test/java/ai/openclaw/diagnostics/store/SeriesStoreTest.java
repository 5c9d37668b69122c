package ai.openclaw.diagnostics.store;

import static ai.openclaw.diagnostics.catalog.domain.GatewayMetrics.MEMORY_RSS;
import static ai.openclaw.diagnostics.catalog.domain.GatewayMetrics.MEMORY_RSS_BYTES;
import static ai.openclaw.diagnostics.catalog.domain.GatewayMetrics.SERIES_DROPPED;
import static ai.openclaw.diagnostics.catalog.domain.OpenClawCatalog.CATALOG;
import static ai.openclaw.diagnostics.catalog.domain.QueueMetrics.QUEUE_LANE;
import static ai.openclaw.diagnostics.catalog.domain.QueueMetrics.QUEUE_LANE_SIZE;
import static ai.openclaw.diagnostics.catalog.domain.QueueMetrics.QUEUE_LANE_WAIT;
import static ai.openclaw.diagnostics.catalog.domain.RunMetrics.RUN;
import static ai.openclaw.diagnostics.catalog.domain.RunMetrics.RUN_COMPLETED;
import static ai.openclaw.diagnostics.catalog.domain.RunMetrics.RUN_DURATION;
import static ai.openclaw.diagnostics.catalog.domain.SessionMetrics.SESSION_QUEUE;
import static ai.openclaw.diagnostics.store.Stores.drops;
import static ai.openclaw.diagnostics.store.Stores.refreshed;
import static ai.openclaw.diagnostics.store.Stores.store;
import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.catalog.Family;
import ai.openclaw.diagnostics.catalog.Unit;
import org.junit.jupiter.api.Test;

class SeriesStoreTest {

    @Test
    void theStoreIsANamedModule() {
        assertThat(SeriesStore.class.getModule().isNamed()).isTrue();
        assertThat(SeriesStore.class.getModule().getName()).isEqualTo("ai.openclaw.diagnostics.store");
        assertThat(getClass().getModule()).isSameAs(SeriesStore.class.getModule());
    }

    @Test
    void aTupleIsNotFoundBeforeItsFirstUpdateAndIsAfter() {
        SeriesStore store = store(10);
        assertThat(Tuples.find(store, QUEUE_LANE, "main")).isNull();
        LabeledSeries candidate = Tuples.reserve(store, QUEUE_LANE, "main");
        assertThat(Tuples.find(store, QUEUE_LANE, "main")).isNull();
        assertThat(store.size()).isZero();

        candidate.set(QUEUE_LANE_SIZE, 1);
        LabeledSeries kept = Tuples.find(store, QUEUE_LANE, "main");
        assertThat(kept).isNotNull();
        assertThat(Tuples.reserve(store, QUEUE_LANE, "main")).isSameAs(kept);
        candidate.set(QUEUE_LANE_SIZE, 2); // who holds the candidate still updates the same series
        assertThat(store.size()).isEqualTo(1);
    }

    @Test
    void tuplesAreToldApartByEachValueItsPlaceAndTheirGroup() {
        SeriesStore store = store(10);
        Tuples.reserve(store, RUN, "a", "b", "c", "d", "e").add(RUN_COMPLETED, 1);
        assertThat(Tuples.find(store, RUN, "a", "b", "c", "d", "e")).isNotNull();
        assertThat(Tuples.find(store, RUN, "b", "a", "c", "d", "e")).isNull();
        assertThat(Tuples.find(store, RUN, "a", "b", "c", "d", "x")).isNull();
        assertThat(Tuples.find(store, RUN, "x", "b", "c", "d", "e")).isNull();

        Tuples.reserve(store, QUEUE_LANE, "idle").set(QUEUE_LANE_SIZE, 1);
        assertThat(Tuples.find(store, SESSION_QUEUE, "idle")).isNull();
    }

    @Test
    void aTupleIsKnownByEqualTextsNotByTheSameObjects() {
        SeriesStore store = store(10);
        Tuples.reserve(store, QUEUE_LANE, "main").set(QUEUE_LANE_SIZE, 1);
        assertThat(Tuples.find(store, QUEUE_LANE, new StringBuilder("main").toString()))
                .isNotNull();
    }

    @Test
    void textsOfEqualHashAreTwoSeries() {
        SeriesStore store = store(10);
        assertThat("Aa".hashCode()).isEqualTo("BB".hashCode());
        Tuples.reserve(store, QUEUE_LANE, "Aa").set(QUEUE_LANE_SIZE, 1);
        Tuples.reserve(store, QUEUE_LANE, "BB").set(QUEUE_LANE_SIZE, 2);
        Snapshot snapshot = refreshed(store);
        assertThat(snapshot.samples(QUEUE_LANE_SIZE)).extracting(Sample::gauge).containsExactly(1.0, 2.0);
    }

    @Test
    void aGroupWithoutLabelsHasOneTuple() {
        SeriesStore store = store(10);
        Tuples.reserve(store, MEMORY_RSS).observe(MEMORY_RSS_BYTES, 1);
        Tuples.reserve(store, MEMORY_RSS).observe(MEMORY_RSS_BYTES, 1);
        Sample sample = refreshed(store).samples(MEMORY_RSS_BYTES).get(0);
        assertThat(sample.series().labelValues()).isEmpty();
        assertThat(sample.count()).isEqualTo(2);
    }

    @Test
    void familiesOfOneTupleAreAdmittedEachByItsOwnFirstUpdate() {
        SeriesStore store = store(10);
        LabeledSeries set = Tuples.reserve(store, QUEUE_LANE, "main");
        set.set(QUEUE_LANE_SIZE, 4);
        assertThat(store.size()).isEqualTo(1);
        assertThat(refreshed(store).samples(QUEUE_LANE_WAIT)).isEmpty();
        set.observe(QUEUE_LANE_WAIT, 0.5);
        assertThat(store.size()).isEqualTo(2);
        Sample wait = refreshed(store).samples(QUEUE_LANE_WAIT).get(0);
        assertThat(wait.series().labelValues()).containsExactly("main");
        assertThat(wait.series().ordinal()).isEqualTo(2);
    }

    @Test
    void twoClaimsOfOneTupleThatAdmitAFamilyEachAreOneSet() {
        SeriesStore store = store(2);
        LabeledSeries first = Tuples.reserve(store, RUN, "a", "b", "c", "d", "e");
        LabeledSeries second = Tuples.reserve(store, RUN, "a", "b", "c", "d", "e");
        first.add(RUN_COMPLETED, 1);
        second.observe(RUN_DURATION, 1);
        first.observe(RUN_DURATION, 1);
        second.add(RUN_COMPLETED, 1);
        Snapshot snapshot = refreshed(store);
        assertThat(store.size()).isEqualTo(2);
        assertThat(snapshot.samples(RUN_COMPLETED).get(0).sumLow()).isEqualTo(2);
        assertThat(snapshot.samples(RUN_DURATION).get(0).count()).isEqualTo(2);
        assertThat(drops(store)).isZero();
    }

    @Test
    void aValueThatMakesNoSenseIsRefusedAdmitsNothingAndIsNoDrop() {
        for (int cap = 1; cap <= 2; cap++) {
            SeriesStore store = store(cap);
            Tuples.reserve(store, QUEUE_LANE, "known").set(QUEUE_LANE_SIZE, 3);
            LabeledSeries set = Tuples.reserve(store, RUN, "a", "b", "c", "d", "e");
            LabeledSeries lane = Tuples.reserve(store, QUEUE_LANE, "new");
            for (double value : new double[] {-1, -Double.MIN_VALUE, Double.NaN, 1 / 0.0, -1 / 0.0}) {
                assertThat(set.add(RUN_COMPLETED, value)).as("%s", value).isFalse();
                assertThat(set.observe(RUN_DURATION, value)).as("%s", value).isFalse();
                assertThat(lane.set(QUEUE_LANE_SIZE, value)).as("%s", value).isFalse();
            }
            assertThat(set.add(RUN_COMPLETED, Math.nextUp(Unit.NONE.maximum()))).isFalse();
            assertThat(set.observe(RUN_DURATION, Math.nextUp(Unit.SECONDS.maximum())))
                    .isFalse();
            assertThat(store.size()).isEqualTo(1);
            assertThat(drops(store)).isZero();
        }
    }

    @Test
    void theStoreKnowsItsCatalogAndItsCap() {
        SeriesStore store = SeriesStore.create(CATALOG, SeriesStore.DEFAULT_MAX_SERIES);
        assertThat(store.catalog()).isSameAs(CATALOG);
        assertThat(store.maxSeries()).isEqualTo(2048);
    }

    @Test
    void everyFamilyOfTheCatalogCanBeRecorded() {
        SeriesStore store = store(100);
        for (Family family : CATALOG.families()) {
            if (family != SERIES_DROPPED) {
                String[] values = family.labels().stream().map(label -> "x").toArray(String[]::new);
                LabeledSeries set = Tuples.reserve(store, family.group(), values);
                assertThat(Tuples.update(set, family, 1)).isTrue();
            }
        }
        assertThat(store.size()).isEqualTo(CATALOG.families().size() - 1);
        Snapshot snapshot = refreshed(store);
        new SnapshotChecker("one of each").checkAll(snapshot);
        assertThat(CATALOG.families())
                .allMatch(family -> snapshot.samples(family).size() == 1);
    }
}
