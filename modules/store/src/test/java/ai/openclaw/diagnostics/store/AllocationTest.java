package ai.openclaw.diagnostics.store;

import static ai.openclaw.diagnostics.catalog.domain.OpenClawCatalog.CATALOG;
import static ai.openclaw.diagnostics.catalog.domain.QueueMetrics.QUEUE_LANE;
import static ai.openclaw.diagnostics.catalog.domain.QueueMetrics.QUEUE_LANE_SIZE;
import static ai.openclaw.diagnostics.catalog.domain.QueueMetrics.QUEUE_LANE_WAIT;
import static ai.openclaw.diagnostics.catalog.domain.RunMetrics.RUN;
import static ai.openclaw.diagnostics.catalog.domain.RunMetrics.RUN_COMPLETED;
import static ai.openclaw.diagnostics.catalog.domain.RunMetrics.RUN_DURATION;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AllocationTest {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final SeriesStore store = new SeriesStore(CATALOG, 4, 4, -1);

    @Test
    void recordingInKnownSeriesAllocatesNothing() {
        fill();
        assertThat(leastBytes(100_000, () -> {
                    LabeledSeries run = store.find(RUN, "cli", "gpt-5.4", "completed", "openai", "user", "", "", "");
                    LabeledSeries lane = store.getOrReserve(QUEUE_LANE, "main", "", "", "", "", "", "", "");
                    run.add(RUN_COMPLETED, 1);
                    run.observe(RUN_DURATION, 12.345);
                    lane.observe(QUEUE_LANE_WAIT, 0.001);
                    lane.set(QUEUE_LANE_SIZE, 3);
                }))
                .isZero();
    }

    @Test
    void refusingAtTheCapAllocatesNothing() {
        fill();
        assertThat(leastBytes(
                        100_000,
                        () -> store.getOrReserve(QUEUE_LANE, "other", "", "", "", "", "", "", "")
                                .set(QUEUE_LANE_SIZE, 1)))
                .isZero();
        Snapshot snapshot = Snapshot.of(store);
        snapshot.refresh();
        assertThat(snapshot.samples(CATALOG.dropCounter()).get(0).sumLow()).isGreaterThanOrEqualTo(100_000);
    }

    @Test
    void refusingAValueThatMakesNoSenseAllocatesNothing() {
        fill();
        LabeledSeries run = Tuples.reserve(store, RUN, "cli", "gpt-5.4", "completed", "openai", "user");
        assertThat(leastBytes(100_000, () -> run.observe(RUN_DURATION, Double.NaN)))
                .isZero();
    }

    @Test
    void refreshingASnapshotWithoutNewSeriesAllocatesNothing() {
        fill();
        Snapshot snapshot = Snapshot.of(store);
        snapshot.refresh();
        // so few times that no compiler could have removed an allocation: scrapes are rare
        assertThat(leastBytes(10, 50, snapshot::refresh)).isZero();
    }

    @Test
    void refreshingWhileStripesAreHeldAllocatesNothing() {
        fill();
        Snapshot snapshot = Snapshot.of(store);
        snapshot.refresh();
        Sample wait = snapshot.samples(QUEUE_LANE_WAIT).get(0);
        List<StripeHolder> holders = new ArrayList<>();
        for (int stripe = 0; stripe < 4; stripe++) {
            holders.add(StripeHolder.hold(wait.series(), stripe));
        }
        SetReading reading = new SetReading(wait.series().set());
        StripeSum sum = store.newStripeSum();
        assertThat(leastBytes(5_000, () -> reading.tryRead(sum))).isZero();
        holders.forEach(StripeHolder::release);
    }

    private void fill() {
        LabeledSeries run = Tuples.reserve(store, RUN, "cli", "gpt-5.4", "completed", "openai", "user");
        run.add(RUN_COMPLETED, 1);
        run.observe(RUN_DURATION, 1);
        LabeledSeries lane = Tuples.reserve(store, QUEUE_LANE, "main");
        lane.observe(QUEUE_LANE_WAIT, 1);
        lane.set(QUEUE_LANE_SIZE, 1);
        assertThat(store.size()).isEqualTo(store.maxSeries());
    }

    /** On a starved machine it takes many rounds until the compiler is done, and what it removes is allocated before. */
    private static long leastBytes(int times, Runnable operation) {
        return leastBytes(300, times, operation);
    }

    /** Returns the bytes of the best of some rounds: by the later ones everything is compiled and linked. */
    private static long leastBytes(int rounds, int times, Runnable operation) {
        long least = Long.MAX_VALUE;
        for (int round = 0; round < rounds && least > 0; round++) {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < times; i++) {
                operation.run();
            }
            least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
        }
        return least;
    }
}
