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
    private static final int ATTEMPTS = 12;
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
        assertFaster("events, policy included", 1.7, 1.2, this::record, this::recordTheirs, EVENT_ROUNDS);
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
        int attempt = 0;
        while (attempt++ < ATTEMPTS && best <= goal) {
            best = Math.max(best, timesAsFast(ours, theirs, rounds));
        }
        System.out.printf("%s: %.2f times as fast as the official client, attempt %d%n", what, best, attempt);
        assertThat(best).as(what).isGreaterThan(isBusy() ? amidNoise : goal);
    }

    private static boolean isBusy() {
        OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();
        return system.getSystemLoadAverage() > 1.5 * system.getAvailableProcessors();
    }

    /** The two take turns, so that whatever else the machine does or the compiler has not done yet meets both. */
    private static double timesAsFast(Work ours, Work theirs, int rounds) throws IOException {
        long least = Long.MAX_VALUE;
        long theirLeast = Long.MAX_VALUE;
        for (int i = 0; i < rounds; i++) {
            least = Math.min(least, ours.run());
            theirLeast = Math.min(theirLeast, theirs.run());
        }
        return (double) theirLeast / least;
    }

    private long record() {
        long start = threads.getCurrentThreadCpuTime();
        for (int k = 0; k < 20; k++) {
            for (int i = 0; i < TUPLES; i++) {
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
        }
        return threads.getCurrentThreadCpuTime() - start;
    }

    private long recordTheirs() {
        long start = threads.getCurrentThreadCpuTime();
        for (int k = 0; k < 20; k++) {
            for (int i = 0; i < TUPLES; i++) {
                String[] labels = {fresh("slack"), model(i), fresh("ok"), provider(i), fresh("user")};
                durations.labelValues(labels).observe(i / 1000.0);
                runs.labelValues(labels).inc();
            }
        }
        return threads.getCurrentThreadCpuTime() - start;
    }

    private long scrape() {
        record();
        long start = threads.getCurrentThreadCpuTime();
        exporter.exposition().render(Formats.TEXT, Encoding.IDENTITY);
        return threads.getCurrentThreadCpuTime() - start;
    }

    private long scrapeTheirs() throws IOException {
        recordTheirs();
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
