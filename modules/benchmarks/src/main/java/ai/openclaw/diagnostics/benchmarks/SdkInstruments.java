package ai.openclaw.diagnostics.benchmarks;

import ai.openclaw.diagnostics.events.RunCompleted;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleGauge;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.sdk.metrics.Aggregation;
import io.opentelemetry.sdk.metrics.InstrumentSelector;
import io.opentelemetry.sdk.metrics.InstrumentType;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.View;
import io.opentelemetry.sdk.metrics.export.MetricReader;
import java.util.Arrays;

/** The instruments of OpenTelemetry's SDK, with as high a limit as is asked for. */
final class SdkInstruments {

    private static final int CARDINALITY = 1 << 20;
    private static final AttributeKey<String> CHANNEL = AttributeKey.stringKey("channel");
    private static final AttributeKey<String> MODEL = AttributeKey.stringKey("model");
    private static final AttributeKey<String> OUTCOME = AttributeKey.stringKey("outcome");
    private static final AttributeKey<String> PROVIDER = AttributeKey.stringKey("provider");
    private static final AttributeKey<String> TRIGGER = AttributeKey.stringKey("trigger");
    private static final AttributeKey<String> LANE = AttributeKey.stringKey("lane");

    private final DoubleHistogram durations;
    private final LongCounter runs;
    private final DoubleGauge sizes;
    private final DoubleHistogram waits;

    SdkInstruments(MetricReader reader) {
        Meter meter = SdkMeterProvider.builder()
                .registerMetricReader(reader)
                .registerView(
                        InstrumentSelector.builder()
                                .setType(InstrumentType.HISTOGRAM)
                                .build(),
                        View.builder()
                                .setAggregation(Aggregation.explicitBucketHistogram(
                                        Arrays.stream(Subject.BOUNDS).boxed().toList()))
                                .setCardinalityLimit(CARDINALITY)
                                .build())
                .registerView(
                        InstrumentSelector.builder()
                                .setType(InstrumentType.COUNTER)
                                .build(),
                        View.builder().setCardinalityLimit(CARDINALITY).build())
                .registerView(
                        InstrumentSelector.builder()
                                .setType(InstrumentType.GAUGE)
                                .build(),
                        View.builder().setCardinalityLimit(CARDINALITY).build())
                .build()
                .get("openclaw");
        durations = meter.histogramBuilder("run_duration_seconds").build();
        runs = meter.counterBuilder("run_completed").build();
        sizes = meter.gaugeBuilder("lane_size").build();
        waits = meter.histogramBuilder("lane_wait_seconds").build();
    }

    void record(RunCompleted run) {
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

    void gauge(String lane, double value) {
        sizes.set(value, Attributes.of(LANE, lane));
    }

    void waited(String lane, double seconds) {
        waits.record(seconds, Attributes.of(LANE, lane));
    }
}
