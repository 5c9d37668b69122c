package ai.openclaw.diagnostics.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.events.Provenance;
import ai.openclaw.diagnostics.events.RunCompleted;
import ai.openclaw.diagnostics.http.exposition.Encoding;
import ai.openclaw.diagnostics.http.exposition.Formats;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.lang.management.ThreadMXBean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Our speed against the official client library's, side by side in one short run: the least processor time of many rounds,
 * and limits below what benchmarks show. docs/performance.md has figures.
 */
@Tag("slow")
class SpeedGateTest {

    private static final int TUPLES = 900;
    private static final int EVENT_ROUNDS = 300;
    private static final int SCRAPE_ROUNDS = 100;
    private static final int EVENTS_A_ROUND = 20 * TUPLES;

    /** So many rounds of one library follow each other: the first finds the caches full of the other's data. */
    private static final int BLOCK = 10;

    private static final int MAX_ATTEMPTS = 12;
    private static final double[] BOUNDS = {
        0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300, 600
    };

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final PrometheusExporter exporter = PrometheusExporter.create();
    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final Histogram durations = Histogram.builder()
            .name("run_duration_seconds")
            .labelNames("channel", "model", "outcome", "provider", "trigger")
            .classicOnly()
            .classicUpperBounds(BOUNDS)
            .register(registry);
    private final Counter runs = Counter.builder()
            .name("run_completed_total")
            .labelNames("channel", "model", "outcome", "provider", "trigger")
            .register(registry);

    @Test
    void anEventIsRecordedFasterThanByTheOfficialClient() throws IOException {
        assertFaster(
                "events, policy included",
                1.7,
                1.2,
                () -> record(EVENTS_A_ROUND),
                () -> recordTheirs(EVENTS_A_ROUND),
                EVENT_ROUNDS);
    }

    @Test
    void aScrapeIsManyTimesFasterThanByTheOfficialClient() throws IOException {
        assertFaster("scrapes, all changed", 15, 6, this::scrape, this::scrapeTheirs, SCRAPE_ROUNDS);
    }

    private interface Work {
        /** Does it and returns the processor time that it took. */
        long run() throws IOException;
    }

    /**
     * Measures until the goal is reached, a few times at most. Where other processes want all processors, and with them
     * the caches, what noise has never reached is enough.
     */
    private static void assertFaster(String what, double goal, double amidNoise, Work ours, Work theirs, int rounds)
            throws IOException {
        double best = 0;
        int attempts = 0;
        while (attempts < MAX_ATTEMPTS && best <= goal) {
            best = Math.max(best, timesAsFast(ours, theirs, rounds));
            attempts++;
        }
        System.out.printf("%s: %.2f times as fast as the official client, attempts: %d%n", what, best, attempts);
        assertThat(best).as(what).isGreaterThan(isBusy() ? amidNoise : goal);
    }

    private static boolean isBusy() {
        OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();
        return system.getSystemLoadAverage() > 1.5 * system.getAvailableProcessors();
    }

    /** The two take turns, a block each, so that whatever else the machine does or the compiler has not done yet meets both. */
    private static double timesAsFast(Work ours, Work theirs, int rounds) throws IOException {
        long least = Long.MAX_VALUE;
        long theirLeast = Long.MAX_VALUE;
        for (int i = 0; i < rounds; i += BLOCK) {
            least = Math.min(least, leastOfBlock(ours));
            theirLeast = Math.min(theirLeast, leastOfBlock(theirs));
        }
        return (double) theirLeast / least;
    }

    private static long leastOfBlock(Work work) throws IOException {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < BLOCK; i++) {
            least = Math.min(least, work.run());
        }
        return least;
    }

    private long record(int events) {
        long start = threads.getCurrentThreadCpuTime();
        for (int k = 0; k < events; k++) {
            int i = k % TUPLES;
            exporter.recorder()
                    .onEvent(
                            RunCompleted.builder()
                                    .channel(fresh("slack"))
                                    .model(model(i))
                                    .outcome(fresh("ok"))
                                    .provider(provider(i))
                                    .trigger(fresh("user"))
                                    .durationMs(i)
                                    .build(),
                            Provenance.INTERNAL);
        }
        return threads.getCurrentThreadCpuTime() - start;
    }

    private long recordTheirs(int events) {
        long start = threads.getCurrentThreadCpuTime();
        for (int k = 0; k < events; k++) {
            int i = k % TUPLES;
            String[] labels = {fresh("slack"), model(i), fresh("ok"), provider(i), fresh("user")};
            durations.labelValues(labels).observe(i / 1000.0);
            runs.labelValues(labels).inc();
        }
        return threads.getCurrentThreadCpuTime() - start;
    }

    private long scrape() {
        record(TUPLES); // so that all have changed
        long start = threads.getCurrentThreadCpuTime();
        exporter.exposition().render(Formats.TEXT, Encoding.IDENTITY);
        return threads.getCurrentThreadCpuTime() - start;
    }

    private long scrapeTheirs() throws IOException {
        recordTheirs(TUPLES);
        long start = threads.getCurrentThreadCpuTime();
        PrometheusTextFormatWriter.create().write(new ByteArrayOutputStream(1 << 22), registry.scrape());
        return threads.getCurrentThreadCpuTime() - start;
    }

    private static String model(int i) {
        return "model-" + i % 90;
    }

    private static String provider(int i) {
        return "provider-" + i / 90;
    }

    @SuppressWarnings("StringOperationCanBeSimplified") // events bring new strings
    private static String fresh(String text) {
        return new String(text);
    }
}
