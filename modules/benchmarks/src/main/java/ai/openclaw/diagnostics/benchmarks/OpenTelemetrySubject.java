package ai.openclaw.diagnostics.benchmarks;

import ai.openclaw.diagnostics.events.RunCompleted;
import io.opentelemetry.exporter.prometheus.PrometheusMetricReader;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** OpenTelemetry's SDK with its reader for Prometheus. */
final class OpenTelemetrySubject implements Subject {

    private final PrometheusTextFormatWriter writer = PrometheusTextFormatWriter.create();
    private final PrometheusMetricReader reader = PrometheusMetricReader.create();
    private final SdkInstruments instruments = new SdkInstruments(reader);

    @Override
    public void record(RunCompleted run) {
        instruments.record(run);
    }

    @Override
    public void gauge(String lane, double value) {
        instruments.gauge(lane, value);
    }

    @Override
    public void waited(String lane, double seconds) {
        instruments.waited(lane, seconds);
    }

    @Override
    public void scrape(ByteArrayOutputStream out) throws IOException {
        writer.write(out, reader.collect());
    }
}
