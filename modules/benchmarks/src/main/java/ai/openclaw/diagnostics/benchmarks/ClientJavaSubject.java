package ai.openclaw.diagnostics.benchmarks;

import ai.openclaw.diagnostics.events.RunCompleted;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** The official client library, with classic histograms only, as its users who want the text format set it up. */
final class ClientJavaSubject implements Subject {

    final PrometheusRegistry registry = new PrometheusRegistry();
    private final PrometheusTextFormatWriter writer = PrometheusTextFormatWriter.create();
    private final Histogram durations = Histogram.builder()
            .name("run_duration_seconds")
            .help("Runs.")
            .labelNames("channel", "model", "outcome", "provider", "trigger")
            .classicOnly()
            .classicUpperBounds(BOUNDS)
            .register(registry);
    private final Counter runs = Counter.builder()
            .name("run_completed_total")
            .help("Runs.")
            .labelNames("channel", "model", "outcome", "provider", "trigger")
            .register(registry);
    private final Gauge sizes =
            Gauge.builder().name("lane_size").help("Lanes.").labelNames("lane").register(registry);
    private final Histogram waits = Histogram.builder()
            .name("lane_wait_seconds")
            .help("Lanes.")
            .labelNames("lane")
            .classicOnly()
            .classicUpperBounds(BOUNDS)
            .register(registry);

    @Override
    public void record(RunCompleted run) {
        durations
                .labelValues(run.channel(), run.model(), run.outcome(), run.provider(), run.trigger())
                .observe(run.durationMs() / 1000);
        runs.labelValues(run.channel(), run.model(), run.outcome(), run.provider(), run.trigger())
                .inc();
    }

    @Override
    public void gauge(String lane, double value) {
        sizes.labelValues(lane).set(value);
    }

    @Override
    public void waited(String lane, double seconds) {
        waits.labelValues(lane).observe(seconds);
    }

    @Override
    public void scrape(ByteArrayOutputStream out) throws IOException {
        writer.write(out, registry.scrape());
    }
}
