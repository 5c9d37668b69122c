package ai.openclaw.diagnostics.store;

import static ai.openclaw.diagnostics.catalog.domain.GatewayMetrics.SERIES_DROPPED;
import static ai.openclaw.diagnostics.catalog.domain.OpenClawCatalog.CATALOG;
import static ai.openclaw.diagnostics.catalog.domain.QueueMetrics.QUEUE_LANE;
import static ai.openclaw.diagnostics.catalog.domain.QueueMetrics.QUEUE_LANE_SIZE;
import static ai.openclaw.diagnostics.catalog.domain.RunMetrics.RUN;
import static ai.openclaw.diagnostics.catalog.domain.RunMetrics.RUN_COMPLETED;
import static ai.openclaw.diagnostics.catalog.domain.RunMetrics.RUN_DURATION;
import static ai.openclaw.diagnostics.store.Stores.drops;
import static ai.openclaw.diagnostics.store.Stores.refreshed;
import static ai.openclaw.diagnostics.store.Stores.store;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What happens where the store is full, and that it is not full before. */
class SeriesCapTest {

    @Test
    void aSeriesAtTheCapIsRefusedAndEveryAttemptCounted() {
        SeriesStore store = store(2);
        Tuples.reserve(store, QUEUE_LANE, "a").set(QUEUE_LANE_SIZE, 1);
        Tuples.reserve(store, QUEUE_LANE, "b").set(QUEUE_LANE_SIZE, 1);
        assertThat(drops(store)).isZero();
        for (int attempt = 1; attempt <= 3; attempt++) {
            assertThat(Tuples.reserve(store, QUEUE_LANE, "c").set(QUEUE_LANE_SIZE, 1))
                    .isTrue();
            assertThat(drops(store)).isEqualTo(attempt);
        }
        assertThat(store.size()).isEqualTo(2);
        assertThat(Tuples.find(store, QUEUE_LANE, "c")).isNull();
    }

    @Test
    void knownSeriesGoOnAtTheCap() {
        SeriesStore store = store(1);
        Tuples.reserve(store, RUN, "a", "b", "c", "d", "e").add(RUN_COMPLETED, 1);
        Tuples.reserve(store, QUEUE_LANE, "a").set(QUEUE_LANE_SIZE, 1);
        Tuples.reserve(store, RUN, "a", "b", "c", "d", "e").add(RUN_COMPLETED, 1);
        assertThat(refreshed(store).samples(RUN_COMPLETED).get(0).sumLow()).isEqualTo(2);
        assertThat(drops(store)).isEqualTo(1);
    }

    @Test
    void theCapMayComeBetweenTwoFamiliesOfOneTuple() {
        SeriesStore store = store(1);
        LabeledSeries set = Tuples.reserve(store, RUN, "a", "b", "c", "d", "e");
        set.observe(RUN_DURATION, 1);
        set.add(RUN_COMPLETED, 1);
        set.observe(RUN_DURATION, 1);
        set.add(RUN_COMPLETED, 1);
        Snapshot snapshot = refreshed(store);
        assertThat(snapshot.samples(RUN_DURATION).get(0).count()).isEqualTo(2);
        assertThat(snapshot.samples(RUN_COMPLETED)).isEmpty();
        assertThat(drops(store)).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 10})
    void twoClaimsOfOneTupleFeedOneSeriesEvenIfItTookTheLastPlace(int cap) {
        SeriesStore store = store(cap);
        LabeledSeries first = Tuples.reserve(store, RUN, "a", "b", "c", "d", "e");
        LabeledSeries second = Tuples.reserve(store, RUN, "a", "b", "c", "d", "e");
        first.add(RUN_COMPLETED, 1);
        second.add(RUN_COMPLETED, 1);
        second.add(RUN_COMPLETED, 1);
        assertThat(refreshed(store).samples(RUN_COMPLETED)).hasSize(1);
        assertThat(refreshed(store).samples(RUN_COMPLETED).get(0).sumLow()).isEqualTo(3);
        assertThat(drops(store)).isZero();
    }

    @Test
    void theDropCounterStandsOutsideTheCap() {
        SeriesStore store = store(1);
        Tuples.reserve(store, QUEUE_LANE, "a").set(QUEUE_LANE_SIZE, 1);
        Tuples.reserve(store, QUEUE_LANE, "b").set(QUEUE_LANE_SIZE, 1);
        assertThat(store.size()).isEqualTo(1);
        assertThat(refreshed(store).samples(SERIES_DROPPED)).hasSize(1);
        assertThat(refreshed(store).samples(SERIES_DROPPED).get(0).series().ordinal())
                .isZero();
    }

    @Test
    void aCapBelowOneIsRefused() {
        assertThatThrownBy(() -> SeriesStore.create(CATALOG, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("series cap: 0, at least 1");
    }

    /** A table that were too small for its cap would never end a search. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 7, 8, 9, 31, 32, 33, 2047, 2048, 2049})
    void anyCapCanBeFilledToTheLastSeries(int cap) {
        for (int hashMask : new int[] {-1, cap < 100 ? 0 : 7}) {
            SeriesStore store = new SeriesStore(CATALOG, cap, 1, hashMask);
            for (int i = 0; i < cap + 3; i++) {
                Tuples.reserve(store, QUEUE_LANE, "lane-" + i).set(QUEUE_LANE_SIZE, i);
            }
            assertThat(store.size()).isEqualTo(cap);
            assertThat(drops(store)).isEqualTo(3);
            for (int i = 0; i < cap + 3; i++) {
                assertThat(Tuples.find(store, QUEUE_LANE, "lane-" + i) != null).isEqualTo(i < cap);
            }
            List<Sample> samples = refreshed(store).samples(QUEUE_LANE_SIZE);
            for (int i = 0; i < cap; i++) {
                assertThat(samples.get(i).gauge()).isEqualTo(i);
            }
        }
    }
}
