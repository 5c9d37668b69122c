package ai.openclaw.diagnostics.store;

import static ai.openclaw.diagnostics.catalog.domain.GatewayMetrics.SERIES_DROPPED;
import static ai.openclaw.diagnostics.catalog.domain.OpenClawCatalog.CATALOG;
import static ai.openclaw.diagnostics.catalog.domain.QueueMetrics.QUEUE_LANE;
import static ai.openclaw.diagnostics.catalog.domain.QueueMetrics.QUEUE_LANE_SIZE;
import static ai.openclaw.diagnostics.catalog.domain.QueueMetrics.QUEUE_LANE_WAIT;
import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.catalog.domain.RunMetrics;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SnapshotTest {

    private static final int STRIPES = 4;

    private final SeriesStore store = new SeriesStore(CATALOG, 100, STRIPES, -1);
    private final Snapshot snapshot = Snapshot.of(store);

    @Test
    void aSnapshotOfAnEmptyStoreIsEmptyButShowsTheDropCounterAtZero() {
        snapshot.refresh();
        assertThat(snapshot.isEmpty()).isTrue();
        assertThat(snapshot.samples(SERIES_DROPPED)).hasSize(1);
        assertThat(SnapshotChecker.sum(snapshot.samples(SERIES_DROPPED).get(0))).isZero();
        assertThat(CATALOG.families().stream().filter(family -> family != SERIES_DROPPED))
                .allMatch(family -> snapshot.samples(family).isEmpty());
    }

    @Test
    void aSnapshotWithASeriesIsNotEmpty() {
        lane("main").set(QUEUE_LANE_SIZE, 0);
        snapshot.refresh();
        assertThat(snapshot.isEmpty()).isFalse();
    }

    @Test
    void aSnapshotStandsStillUntilItIsRefreshed() {
        lane("main").observe(QUEUE_LANE_WAIT, 1);
        snapshot.refresh();
        lane("main").observe(QUEUE_LANE_WAIT, 1);
        lane("cron").observe(QUEUE_LANE_WAIT, 1);
        assertThat(snapshot.samples(QUEUE_LANE_WAIT)).hasSize(1);
        assertThat(snapshot.samples(QUEUE_LANE_WAIT).get(0).count()).isEqualTo(1);
        snapshot.refresh();
        assertThat(snapshot.samples(QUEUE_LANE_WAIT)).hasSize(2);
        assertThat(snapshot.samples(QUEUE_LANE_WAIT).get(0).count()).isEqualTo(2);
    }

    @Test
    void refreshingTwiceCountsNothingTwice() {
        lane("main").observe(QUEUE_LANE_WAIT, 2);
        snapshot.refresh();
        snapshot.refresh();
        assertThat(snapshot.samples(QUEUE_LANE_WAIT).get(0).count()).isEqualTo(1);
        assertThat(SnapshotChecker.sum(snapshot.samples(QUEUE_LANE_WAIT).get(0)))
                .isEqualTo(2_000_000_000_000_000L);
    }

    @Test
    void samplesStandInTheOrderOfAdmission() {
        List<String> lanes = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            lanes.add("lane-" + i);
        }
        Collections.shuffle(lanes, new Random(4));
        lanes.forEach(name -> lane(name).set(QUEUE_LANE_SIZE, 1));
        snapshot.refresh();
        assertThat(snapshot.samples(QUEUE_LANE_SIZE))
                .extracting(sample -> sample.series().labelValues().get(0))
                .isEqualTo(lanes);
    }

    @Test
    void twoSnapshotsOfOneStoreDoNotDisturbEachOther() {
        Snapshot other = Snapshot.of(store);
        lane("main").observe(QUEUE_LANE_WAIT, 1);
        snapshot.refresh();
        lane("main").observe(QUEUE_LANE_WAIT, 1);
        other.refresh();
        assertThat(snapshot.samples(QUEUE_LANE_WAIT).get(0).count()).isEqualTo(1);
        assertThat(other.samples(QUEUE_LANE_WAIT).get(0).count()).isEqualTo(2);
        assertThat(other.store()).isSameAs(store);
    }

    @Test
    void aSeriesThatStandsStillIsNotReadAgainThoughItsStripesAreHeld() {
        lane("moves").observe(QUEUE_LANE_WAIT, 1);
        lane("idle").observe(QUEUE_LANE_WAIT, 1);
        lane("idle").set(QUEUE_LANE_SIZE, 1);
        snapshot.refresh();
        Sample moves = snapshot.samples(QUEUE_LANE_WAIT).get(0);
        Sample idle = snapshot.samples(QUEUE_LANE_WAIT).get(1);
        Sample gauge = snapshot.samples(QUEUE_LANE_SIZE).get(0);
        lane("moves").observe(QUEUE_LANE_WAIT, 1);
        for (int stripe = 0; stripe < STRIPES; stripe++) {
            StripeHolder.hold(idle.series(), stripe);
        }
        snapshot.refresh();
        assertThat(List.of(moves, idle, gauge)).extracting(Sample::revision).containsExactly(2, 1, 1);
        assertThat(idle.count()).isOne();
    }

    @Test
    void theRevisionTellsWhetherARefreshFoundAnything() {
        assertThat(revisions(() -> {})).as("the drop counter is new").isOne();
        assertThat(revisions(() -> lane("main").observe(QUEUE_LANE_WAIT, 1)))
                .as("a new histogram")
                .isOne();
        assertThat(revisions(() -> lane("main").observe(QUEUE_LANE_WAIT, 1)))
                .as("an observation")
                .isOne();
        assertThat(revisions(() -> lane("main").set(QUEUE_LANE_SIZE, 1)))
                .as("a new gauge")
                .isOne();
        assertThat(revisions(() -> lane("main").set(QUEUE_LANE_SIZE, 2)))
                .as("another value")
                .isOne();
        assertThat(revisions(() -> lane("main").set(QUEUE_LANE_SIZE, 2)))
                .as("the same value")
                .isZero();
        assertThat(revisions(() -> store.replaceAll(QUEUE_LANE_SIZE, Map.of())))
                .as("withdrawn")
                .isOne();
        assertThat(revisions(() -> {})).as("nothing").isZero();
    }

    private long revisions(Runnable change) {
        long before = snapshot.revision();
        change.run();
        snapshot.refresh();
        return snapshot.revision() - before;
    }

    @Test
    void aGaugeShowsItsLastValue() {
        for (double value : new double[] {3, 0, 0.5, Double.MAX_VALUE, Double.MIN_VALUE, 7}) {
            assertThat(lane("main").set(QUEUE_LANE_SIZE, value)).isTrue();
            snapshot.refresh();
            assertThat(snapshot.samples(QUEUE_LANE_SIZE).get(0).gauge()).isEqualTo(value);
        }
    }

    @Test
    void theViewOfSamplesCannotBeChanged() {
        assertThat(snapshot.samples(RunMetrics.RUN_COMPLETED)).isUnmodifiable();
    }

    private LabeledSeries lane(String name) {
        return Tuples.reserve(store, QUEUE_LANE, name);
    }
}
