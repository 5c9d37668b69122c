package ai.openclaw.diagnostics.benchmarks;

import ai.openclaw.diagnostics.events.RunCompleted;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleGauge;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.exporter.prometheus.PrometheusMetricReader;
import io.opentelemetry.sdk.metrics.Aggregation;
import io.opentelemetry.sdk.metrics.InstrumentSelector;
import io.opentelemetry.sdk.metrics.InstrumentType;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.View;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;

/** OpenTelemetry's SDK with its reader for Prometheus. */
final class OpenTelemetrySubject implements Subject {

    private static final int CARDINALITY = 1 << 20;
    private static final AttributeKey<String> CHANNEL = AttributeKey.stringKey("channel");
    private static final AttributeKey<String> MODEL = AttributeKey.stringKey("model");
    private static final AttributeKey<String> OUTCOME = AttributeKey.stringKey("outcome");
    private static final AttributeKey<String> PROVIDER = AttributeKey.stringKey("provider");
    private static final AttributeKey<String> TRIGGER = AttributeKey.stringKey("trigger");
    private static final AttributeKey<String> LANE = AttributeKey.stringKey("lane");

    private final PrometheusTextFormatWriter writer = PrometheusTextFormatWriter.create();
    private final PrometheusMetricReader reader = PrometheusMetricReader.create();
    private final Meter meter = SdkMeterProvider.builder()
            .registerMetricReader(reader)
            .registerView(
                    InstrumentSelector.builder()
                            .setType(InstrumentType.HISTOGRAM)
                            .build(),
                    View.builder()
                            .setAggregation(Aggregation.explicitBucketHistogram(
                                    Arrays.stream(BOUNDS).boxed().toList()))
                            .setCardinalityLimit(CARDINALITY)
                            .build())
            .registerView(
                    InstrumentSelector.builder().setType(InstrumentType.COUNTER).build(),
                    View.builder().setCardinalityLimit(CARDINALITY).build())
            .registerView(
                    InstrumentSelector.builder().setType(InstrumentType.GAUGE).build(),
                    View.builder().setCardinalityLimit(CARDINALITY).build())
            .build()
            .get("openclaw");
    private final DoubleHistogram durations =
            meter.histogramBuilder("run_duration_seconds").build();
    private final LongCounter runs = meter.counterBuilder("run_completed").build();
    private final DoubleGauge sizes = meter.gaugeBuilder("lane_size").build();
    private final DoubleHistogram waits =
            meter.histogramBuilder("lane_wait_seconds").build();

    @Override
    public void record(RunCompleted run) {
        Attributes attributes = Attributes.of(
                CHANNEL,
                run.channel(),
                MODEL,
                run.model(),
                OUTCOME,
                run.outcome(),
                PROVIDER,
                run.provider(),
                TRIGGER,
                run.trigger());
        durations.record(run.durationMs() / 1000, attributes);
        runs.add(1, attributes);
    }

    @Override
    public void gauge(String lane, double value) {
        sizes.set(value, Attributes.of(LANE, lane));
    }

    @Override
    public void waited(String lane, double seconds) {
        waits.record(seconds, Attributes.of(LANE, lane));
    }

    @Override
    public void scrape(ByteArrayOutputStream out) throws IOException {
        writer.write(out, reader.collect());
    }
}
