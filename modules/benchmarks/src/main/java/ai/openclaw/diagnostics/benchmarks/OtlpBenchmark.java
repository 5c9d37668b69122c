package ai.openclaw.diagnostics.benchmarks;

import ai.openclaw.diagnostics.events.DiagnosticEvent;
import ai.openclaw.diagnostics.events.Provenance;
import ai.openclaw.diagnostics.events.RunCompleted;
import ai.openclaw.diagnostics.events.TraceContext;
import ai.openclaw.diagnostics.otlp.metrics.MetricNames;
import ai.openclaw.diagnostics.otlp.metrics.MetricsWriter;
import ai.openclaw.diagnostics.otlp.queue.BoundedQueue;
import ai.openclaw.diagnostics.otlp.traces.SpanQueue;
import ai.openclaw.diagnostics.otlp.wire.ProtoWriter;
import io.opentelemetry.sdk.common.export.MemoryMode;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One export over OTLP, from the numbers to the bytes. What changes before it is not part of the time. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class OtlpBenchmark {

    private static final int SERIES = 2_048;
    private static final int SPANS = 512;

    /** The project's exporter. */
    @State(Scope.Benchmark)
    public static class Ours {
        private final OpenClawSubject subject = new OpenClawSubject(SERIES);
        private final MetricsWriter writer = new MetricsWriter(
                subject.store(), MetricNames.reference("openclaw."), Map.of("service.name", "openclaw"));
        private long nanos;

        /** Lets every series change. */
        @Setup(Level.Invocation)
        public void change() {
            Subject.fill(subject, SERIES);
            nanos += 1_000_000_000;
        }
    }

    /** OpenTelemetry's SDK and the encoder of its exporter. */
    @State(Scope.Benchmark)
    public static class Sdk {
        /** How the SDK hands numbers over: new objects, or the same again, which is what its exporter asks for. */
        @Param({"IMMUTABLE_DATA", "REUSABLE_DATA"})
        public MemoryMode mode;

        private OpenTelemetryOtlpSubject subject;

        /** Makes the SDK. */
        @Setup
        public void make() {
            subject = new OpenTelemetryOtlpSubject(mode);
        }

        /** Lets every series change. */
        @Setup(Level.Invocation)
        public void change() {
            Subject.fill(subject, SERIES);
        }
    }

    /** The queue of spans. */
    @State(Scope.Thread)
    public static class Spans {
        private final BoundedQueue<DiagnosticEvent> events = new BoundedQueue<>(2_048);
        private final SpanQueue queue = new SpanQueue(events, 1);
        private final DiagnosticEvent run = RunCompleted.builder()
                .ts(1.8e12)
                .trace(new TraceContext(1, 2, 3, 4, (byte) 1))
                .build();

        /** Makes room. */
        @Setup(Level.Invocation)
        public void empty() {
            events.take(SPANS);
        }
    }

    /** The project. */
    @Benchmark
    public ProtoWriter metrics(Ours ours) {
        return ours.writer.write(ours.nanos);
    }

    /** The SDK. */
    @Benchmark
    public int sdkMetrics(Sdk sdk) throws IOException {
        return sdk.subject.export();
    }

    /** What a span costs the thread that publishes its event. */
    @Benchmark
    @OperationsPerInvocation(SPANS)
    public void span(Spans spans) {
        for (int i = 0; i < SPANS; i++) {
            spans.queue.onEvent(spans.run, Provenance.INTERNAL);
        }
    }
}
