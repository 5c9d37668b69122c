package ai.openclaw.diagnostics.benchmarks;

import ai.openclaw.diagnostics.otlp.metrics.MetricNames;
import ai.openclaw.diagnostics.otlp.metrics.MetricsWriter;
import com.sun.management.ThreadMXBean;
import io.opentelemetry.sdk.common.export.MemoryMode;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Map;

/**
 * What {@link OtlpBenchmark} measures, in CPU time of the thread: for machines that are not idle. The exporters take turns, so that
 * all have the same neighbours.
 */
public final class ExportCpu {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int SERIES = 2_048;
    private static final int WARM_UP = 2_000;
    private static final int EXPORTS = 4_000;

    private ExportCpu() {}

    /** One export; what changes before it is not measured. */
    private interface Export {
        void run() throws IOException;
    }

    private static final class Candidate {
        private final String name;
        private final Subject subject;
        private final Export export;
        private final long[] nanos = new long[EXPORTS];
        private final long[] bytes = new long[EXPORTS];

        Candidate(String name, Subject subject, Export export) {
            this.name = name;
            this.subject = subject;
            this.export = export;
        }

        void measure(int index) throws IOException {
            Subject.fill(subject, SERIES);
            long allocated = THREADS.getCurrentThreadAllocatedBytes();
            long cpu = THREADS.getCurrentThreadCpuTime();
            export.run();
            nanos[index] = THREADS.getCurrentThreadCpuTime() - cpu;
            bytes[index] = THREADS.getCurrentThreadAllocatedBytes() - allocated;
        }

        @Override
        public String toString() {
            Arrays.sort(nanos);
            Arrays.sort(bytes);
            return String.format(
                    "%-24s median %7.1f µs, 90 %% below %7.1f µs; allocated %d bytes",
                    name, nanos[EXPORTS / 2] / 1e3, nanos[EXPORTS * 9 / 10] / 1e3, bytes[EXPORTS / 2]);
        }
    }

    private static Candidate openclaw() {
        OpenClawSubject subject = new OpenClawSubject(SERIES);
        MetricsWriter writer = new MetricsWriter(
                subject.store(), MetricNames.reference("openclaw."), Map.of("service.name", "openclaw"));
        return new Candidate("openclaw", subject, () -> writer.write(System.nanoTime()));
    }

    private static Candidate sdk(MemoryMode mode) {
        OpenTelemetryOtlpSubject subject = new OpenTelemetryOtlpSubject(mode);
        return new Candidate("SDK, " + mode, subject, subject::export);
    }

    /** Measures all. */
    public static void main(String[] arguments) throws IOException {
        Candidate[] candidates = {openclaw(), sdk(MemoryMode.REUSABLE_DATA), sdk(MemoryMode.IMMUTABLE_DATA)};
        for (int i = 0; i < WARM_UP + EXPORTS; i++) {
            for (Candidate candidate : candidates) {
                candidate.measure(i % EXPORTS);
            }
        }
        for (Candidate candidate : candidates) {
            System.out.println(candidate);
        }
    }
}
