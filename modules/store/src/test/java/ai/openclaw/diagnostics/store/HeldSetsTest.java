package ai.openclaw.diagnostics.store;

import static ai.openclaw.diagnostics.catalog.domain.OpenClawCatalog.CATALOG;
import static ai.openclaw.diagnostics.catalog.domain.QueueMetrics.QUEUE_LANE;
import static ai.openclaw.diagnostics.catalog.domain.QueueMetrics.QUEUE_LANE_WAIT;
import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.testing.Await;
import ai.openclaw.diagnostics.testing.LogCapture;
import ai.openclaw.diagnostics.testing.Seed;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What a snapshot does about series of which a writer holds a part. */
class HeldSetsTest {

    private static final int STRIPES = 4;

    private final SeriesStore store = new SeriesStore(CATALOG, 100, STRIPES, -1);
    private final Snapshot snapshot = Snapshot.of(store);
    private final Snapshot patient = new Snapshot(store, Long.MAX_VALUE);

    @Test
    void aHeldSetIsPassedOverTriedAgainAndNotLost() throws InterruptedException {
        lane("first").observe(QUEUE_LANE_WAIT, 1);
        lane("second").observe(QUEUE_LANE_WAIT, 1);
        patient.refresh();
        Sample first = patient.samples(QUEUE_LANE_WAIT).get(0);
        Sample second = patient.samples(QUEUE_LANE_WAIT).get(1);
        lane("first").observe(QUEUE_LANE_WAIT, 1);
        lane("second").observe(QUEUE_LANE_WAIT, 1);
        StripeHolder held = StripeHolder.hold(first.series(), stripeWithObservations(first.series()));

        Thread scraper = refresh(patient);
        Await.until("the series behind the held one is read", () -> second.count() == 2);
        assertThat(first.count()).as("the held one keeps its number").isOne();
        assertThat(scraper.isAlive()).as("the scraper tries again").isTrue();

        lane("first").observe(QUEUE_LANE_WAIT, 1); // a writer does not wait: it takes another stripe
        held.release();
        scraper.join();
        assertThat(first.count()).isEqualTo(3);
    }

    @Test
    void setsThatStayHeldKeepTheirNumbersAndAreReadOnceTheyAreFree() {
        lane("held").observe(QUEUE_LANE_WAIT, 1);
        lane("free").observe(QUEUE_LANE_WAIT, 1);
        Snapshot hasty = new Snapshot(store, 1);
        assertThat(hasty.refresh()).isZero();
        Sample held = hasty.samples(QUEUE_LANE_WAIT).get(0);
        lane("held").observe(QUEUE_LANE_WAIT, 2);
        lane("free").observe(QUEUE_LANE_WAIT, 2);
        StripeHolder holder = StripeHolder.hold(held.series(), stripeWithObservations(held.series()));
        for (int i = 0; i < 3; i++) {
            assertThat(hasty.refresh()).as("refresh %d", i).isOne();
            assertThat(hasty.samples(QUEUE_LANE_WAIT)).extracting(Sample::count).containsExactly(1L, 2L);
            assertThat(SnapshotChecker.sum(held)).isEqualTo(1_000_000_000_000_000L);
        }
        holder.release();
        assertThat(hasty.refresh()).isZero();
        assertThat(held.count()).isEqualTo(2);
    }

    @Test
    void aSetThatWasGivenUpIsNotWaitedForAsLongAgain() {
        lane("held").observe(QUEUE_LANE_WAIT, 1);
        LabeledSeries set = lane("held");
        SetReading reading = new SetReading(set);
        StripeHolder.hold(set.series(QUEUE_LANE_WAIT), stripeWithObservations(set.series(QUEUE_LANE_WAIT)));
        reading.giveUp();
        HeldSets sets = new HeldSets(store::newStripeSum, Long.MAX_VALUE);
        StripeSum sum = store.newStripeSum();
        reading.tryRead(sum);
        sets.add(reading, sum);
        assertThat(sets.drain()).isOne();
    }

    @Test
    void whatWasReadOfAHeldSetIsKeptUntilTheRestIsFree() {
        LabeledSeries set = lane("busy");
        for (int stripe = 0; stripe < STRIPES; stripe++) {
            List<StripeHolder> others = new ArrayList<>();
            for (int other = 0; other < STRIPES; other++) {
                set.observe(QUEUE_LANE_WAIT, 1); // so that there is a series to hold
                if (other != stripe) {
                    others.add(StripeHolder.hold(set.series(QUEUE_LANE_WAIT), other));
                }
            }
            set.observe(QUEUE_LANE_WAIT, 1);
            others.forEach(StripeHolder::release);
        }
        SetReading reading = new SetReading(set);
        Sample sample = new Sample(set.series(QUEUE_LANE_WAIT));
        reading.add(sample);
        StripeSum sum = store.newStripeSum();
        for (int held = 0; held < 2; held++) { // never all free at once
            StripeHolder holder = StripeHolder.hold(sample.series(), held);
            assertThat(reading.tryRead(sum)).as("with stripe %d held", held).isEqualTo(held == 1);
            holder.release();
        }
        assertThat(sample.count()).isEqualTo(5L * STRIPES);
    }

    @Test
    void aRefreshThatGivesUpSaysSoOnceAMinute() {
        lane("held").observe(QUEUE_LANE_WAIT, 1);
        LabeledSeries set = lane("held");
        StripeHolder.hold(set.series(QUEUE_LANE_WAIT), stripeWithObservations(set.series(QUEUE_LANE_WAIT)));
        Snapshot hasty = new Snapshot(store, 1);
        try (LogCapture log = new LogCapture(HeldSets.class)) {
            hasty.refresh();
            hasty.refresh();
            assertThat(log.lines())
                    .hasSize(1)
                    .first()
                    .asString()
                    .contains("openclaw_queue_lane_wait_seconds", "thread dump");
        }
    }

    @Test
    void heldSetsAreReadOnceEachInAnyOrderOfRelease() throws InterruptedException {
        long seed = Seed.get();
        for (int i = 0; i < 40; i++) {
            lane("lane-" + i).observe(QUEUE_LANE_WAIT, 1);
        }
        snapshot.refresh();
        List<StripeHolder> held = new ArrayList<>();
        for (Sample sample : snapshot.samples(QUEUE_LANE_WAIT)) {
            held.add(StripeHolder.hold(sample.series(), stripeWithObservations(sample.series())));
        }
        Thread scraper = refresh(patient); // has everything to read yet
        Collections.shuffle(held, new Random(seed));
        for (StripeHolder holder : held) {
            assertThat(scraper.isAlive()).isTrue();
            Thread.yield();
            holder.release();
        }
        scraper.join();
        assertThat(patient.samples(QUEUE_LANE_WAIT))
                .as("seed %d", seed)
                .hasSize(40)
                .allMatch(sample -> sample.count() == 1);
    }

    private LabeledSeries lane(String name) {
        return Tuples.reserve(store, QUEUE_LANE, name);
    }

    private static Thread refresh(Snapshot snapshot) {
        Thread scraper = new Thread(snapshot::refresh, "scraper");
        scraper.setDaemon(true);
        scraper.start();
        return scraper;
    }

    private static int stripeWithObservations(Series series) {
        for (int stripe = 0; stripe < STRIPES; stripe++) {
            if (series.set().cells().updates(series.set().cell(), stripe) > 0) {
                return stripe;
            }
        }
        throw new AssertionError("no stripe has an observation");
    }
}
