package ai.openclaw.diagnostics.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.catalog.domain.OpenClawCatalog;
import ai.openclaw.diagnostics.catalog.domain.QueueMetrics;
import ai.openclaw.diagnostics.catalog.domain.RunMetrics;
import ai.openclaw.diagnostics.events.DiagnosticEvent;
import ai.openclaw.diagnostics.events.MemorySample;
import ai.openclaw.diagnostics.events.Provenance;
import ai.openclaw.diagnostics.events.RunCompleted;
import ai.openclaw.diagnostics.events.TraceContext;
import ai.openclaw.diagnostics.otlp.metrics.MetricNames;
import ai.openclaw.diagnostics.otlp.metrics.MetricsWriter;
import ai.openclaw.diagnostics.otlp.queue.BoundedQueue;
import ai.openclaw.diagnostics.otlp.traces.SpanQueue;
import ai.openclaw.diagnostics.store.LabeledSeries;
import ai.openclaw.diagnostics.store.SeriesStore;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is allocated on the threads that publish and that encode. */
class AllocationTest {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int KILOBYTE = 1024;

    @Test
    void aSpanAllocatesNothingOnThePublishersThread() {
        BoundedQueue<DiagnosticEvent> events = new BoundedQueue<>(2_048);
        SpanQueue queue = new SpanQueue(events, 0.999);
        DiagnosticEvent run = RunCompleted.builder()
                .ts(1e12)
                .trace(new TraceContext(1, 2, 3, 4, (byte) 1))
                .build();
        DiagnosticEvent none =
                MemorySample.builder().ts(1e12).trace(run.trace()).build();
        assertThat(leastBytes(() -> {
                    for (int i = 0; i < 5_000; i++) { // more than there is room for
                        queue.onEvent(run, Provenance.INTERNAL);
                        queue.onEvent(none, Provenance.INTERNAL);
                    }
                }))
                .isZero();
        assertThat(events.size()).isEqualTo(2_048);
    }

    @Test
    void anExportOf2048SeriesAllocatesLessThanAKilobyte() {
        SeriesStore store = SeriesStore.create(OpenClawCatalog.CATALOG, 2_048);
        MetricsWriter writer = new MetricsWriter(store, MetricNames.reference("openclaw."), Map.of());
        for (int i = 0; store.size() < 2_048; i++) {
            change(store, i);
        }
        writer.write(1);
        assertThat(leastBytes(() -> {
                    change(store, 1);
                    writer.write(2);
                }))
                .isLessThan(KILOBYTE);
    }

    private static void change(SeriesStore store, int i) {
        String label = "v" + i % 1_000;
        LabeledSeries run = store.getOrReserve(RunMetrics.RUN, "cli", label, "completed", "openai", "user", "", "", "");
        run.observe(RunMetrics.RUN_DURATION, 1);
        run.add(RunMetrics.RUN_COMPLETED, 1);
        LabeledSeries lane = store.getOrReserve(QueueMetrics.QUEUE_LANE, label, "", "", "", "", "", "", "");
        lane.set(QueueMetrics.QUEUE_LANE_SIZE, i);
    }

    /** Of several times, since others than the test may allocate on its thread: a compiler that replaces code, for one. */
    private static long leastBytes(Runnable work) {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 20; i++) {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            work.run();
            least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
        }
        return least;
    }
}
