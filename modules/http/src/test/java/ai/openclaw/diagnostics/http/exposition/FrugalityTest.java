package ai.openclaw.diagnostics.http.exposition;

import static ai.openclaw.diagnostics.catalog.domain.OpenClawCatalog.*;
import static ai.openclaw.diagnostics.catalog.domain.QueueMetrics.*;
import static ai.openclaw.diagnostics.catalog.domain.RunMetrics.*;
import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.store.LabeledSeries;
import ai.openclaw.diagnostics.store.SeriesStore;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a scrape of a full store allocates, and what a full store weighs. */
class FrugalityTest {

    private static final long KILOBYTE = 1024;

    private final long before = used();
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final SeriesStore store = SeriesStore.create(CATALOG, SeriesStore.DEFAULT_MAX_SERIES);
    private final StoreExposition exposition = StoreExposition.of(store);

    @BeforeEach
    void warmUp() {
        for (int i = 0; i < 30; i++) {
            change(i);
            for (Encoding encoding : Encoding.values()) {
                exposition.render(Formats.TEXT, encoding);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aScrapeAllocatesItsBodyAndLessThanAKilobyte(Encoding encoding) {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 20; i++) {
            change(i);
            long start = threads.getCurrentThreadAllocatedBytes();
            int body = exposition.render(Formats.TEXT, encoding).length();
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - start - body);
        }
        assertThat(least).isLessThan(KILOBYTE);
    }

    @ParameterizedTest
    @EnumSource
    void aScrapeOfWhatDidNotChangeAllocatesNextToNothing(Encoding encoding) {
        Body body = exposition.render(Formats.TEXT, encoding);
        long start = threads.getCurrentThreadAllocatedBytes();
        Body again = exposition.render(Formats.TEXT, encoding);
        long allocated = threads.getCurrentThreadAllocatedBytes() - start;
        assertThat(again).isSameAs(body);
        assertThat(allocated).isLessThan(KILOBYTE);
    }

    @Test
    void aLargeBodyStandsInPartsOfWhatAServerSendsAtOnce() {
        Body body = exposition.render(Formats.TEXT, Encoding.IDENTITY);
        assertThat(body.parts()).isGreaterThan(10);
        for (int i = 0; i < body.parts(); i++) {
            assertThat(body.part(i).length).isBetween(1, 128 * 1024);
        }
        assertThat(body.bytes()).hasSize(body.length());
    }

    @Test
    void aFullStoreWithItsTextsStaysBelowTenMegabytes() {
        assertThat(store.size()).isGreaterThan(1_900);
        long weight = used() - before;
        assertThat(exposition.text()).isNotEmpty(); // so it was alive until now
        assertThat(weight).isLessThan(10_000_000);
    }

    private static long used() {
        for (int i = 0; i < 4; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** Lets every series change: some thousand histograms, as many counters, and a few gauges. */
    private void change(int round) {
        for (int i = 0; i < 980; i++) {
            LabeledSeries run = store.getOrReserve(
                    RUN, "telegram", "claude-sonnet-" + i / 20, "completed", "provider-" + i % 20, "user", "", "", "");
            run.observe(RUN_DURATION, i + round);
            run.add(RUN_COMPLETED, 1);
        }
        store.getOrReserve(QUEUE_LANE, "main", "", "", "", "", "", "", "").set(QUEUE_LANE_SIZE, round);
    }
}
