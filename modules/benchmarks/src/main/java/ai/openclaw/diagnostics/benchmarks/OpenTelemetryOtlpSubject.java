package ai.openclaw.diagnostics.benchmarks;

import ai.openclaw.diagnostics.events.RunCompleted;
import io.opentelemetry.exporter.internal.marshal.Marshaler;
import io.opentelemetry.exporter.internal.otlp.metrics.LowAllocationMetricsRequestMarshaler;
import io.opentelemetry.exporter.internal.otlp.metrics.MetricsRequestMarshaler;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.common.export.MemoryMode;
import io.opentelemetry.sdk.metrics.InstrumentType;
import io.opentelemetry.sdk.metrics.data.AggregationTemporality;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.export.CollectionRegistration;
import io.opentelemetry.sdk.metrics.export.MetricReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Collection;

/** OpenTelemetry's SDK up to the bytes that its OTLP exporter hands to its sender. */
final class OpenTelemetryOtlpSubject implements Subject {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 20);
    private final LowAllocationMetricsRequestMarshaler reusable = new LowAllocationMetricsRequestMarshaler();
    private final MemoryMode mode;
    private final Reader reader = new Reader();
    private final SdkInstruments instruments;

    OpenTelemetryOtlpSubject(MemoryMode mode) {
        this.mode = mode;
        this.instruments = new SdkInstruments(reader);
    }

    private final class Reader implements MetricReader {
        private CollectionRegistration registration = CollectionRegistration.noop();

        @Override
        public void register(CollectionRegistration given) {
            registration = given;
        }

        @Override
        public CompletableResultCode forceFlush() {
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode shutdown() {
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public AggregationTemporality getAggregationTemporality(InstrumentType type) {
            return AggregationTemporality.CUMULATIVE;
        }

        @Override
        public MemoryMode getMemoryMode() {
            return mode;
        }
    }

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

    /** Returns what an exporter would be given. */
    Collection<MetricData> collect() {
        return reader.registration.collectAllMetrics();
    }

    /** Encodes an export and returns its size, in the way of the exporter for this memory mode. */
    int export() throws IOException {
        Collection<MetricData> metrics = collect();
        out.reset();
        if (mode == MemoryMode.REUSABLE_DATA) {
            reusable.initialize(metrics);
            encode(reusable);
            reusable.reset();
        } else {
            encode(MetricsRequestMarshaler.create(metrics));
        }
        return out.size();
    }

    private void encode(Marshaler marshaler) throws IOException {
        marshaler.writeBinaryTo(out);
    }

    @Override
    public void scrape(ByteArrayOutputStream unused) {
        throw new UnsupportedOperationException("pushes only");
    }
}
