package ai.openclaw.diagnostics.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.events.*;
import ai.openclaw.diagnostics.events.DiagnosticEvent;
import ai.openclaw.diagnostics.events.DiagnosticSubscriber;
import ai.openclaw.diagnostics.events.HarnessRunCompleted;
import ai.openclaw.diagnostics.events.HarnessRunError;
import ai.openclaw.diagnostics.events.MemoryPressure;
import ai.openclaw.diagnostics.events.MemorySample;
import ai.openclaw.diagnostics.events.MemoryUsage;
import ai.openclaw.diagnostics.events.MessageDeliveryCompleted;
import ai.openclaw.diagnostics.events.MessageDeliveryError;
import ai.openclaw.diagnostics.events.MessageDeliveryStarted;
import ai.openclaw.diagnostics.events.MessageProcessed;
import ai.openclaw.diagnostics.events.ModelCallCompleted;
import ai.openclaw.diagnostics.events.ModelCallError;
import ai.openclaw.diagnostics.events.ModelUsage;
import ai.openclaw.diagnostics.events.Provenance;
import ai.openclaw.diagnostics.events.QueueLaneDequeue;
import ai.openclaw.diagnostics.events.QueueLaneEnqueue;
import ai.openclaw.diagnostics.events.RunCompleted;
import ai.openclaw.diagnostics.events.SessionRecoveryCompleted;
import ai.openclaw.diagnostics.events.SessionRecoveryRequested;
import ai.openclaw.diagnostics.events.SessionState;
import ai.openclaw.diagnostics.events.TalkEvent;
import ai.openclaw.diagnostics.events.TelemetryExporter;
import ai.openclaw.diagnostics.events.TokenUsage;
import ai.openclaw.diagnostics.events.ToolExecutionCompleted;
import ai.openclaw.diagnostics.events.ToolExecutionError;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** From an event record to the cells nothing is allocated, by the JVM's own count for the thread. */
class RecordingAllocationTest {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int WARM_UP = 20_000;
    private static final int MEASURED = 20_000;

    private final DiagnosticSubscriber recorder = PrometheusExporter.create().recorder();

    @Test
    void eventsOfKnownSeriesAllocateNothing() {
        assertThat(bytesFor(List.<DiagnosticEvent[]>of(events("telegram", "gpt-5.4"))))
                .isZero();
    }

    @Test
    void eventsWhoseValuesThePolicyRefusesAllocateNothing() {
        assertThat(bytesFor(List.<DiagnosticEvent[]>of(events("agent:main:x", "openai/gpt-5.4"))))
                .isZero();
    }

    @Test
    void absentValuesAllocateNothing() {
        assertThat(bytesFor(List.<DiagnosticEvent[]>of(events(null, null)))).isZero();
    }

    @Test
    void aFloodOfNewValuesAtTheCapAllocatesNothing() {
        for (int i = 0; i < 3000; i++) {
            recorder.onEvent(new MessageDeliveryStarted("channel-" + i, "text"), Provenance.TRUSTED);
        }
        List<DiagnosticEvent[]> flood = IntStream.range(0, 50)
                .mapToObj(i -> events("flood-" + i, "leak-" + i))
                .toList();
        assertThat(bytesFor(flood)).isZero();
    }

    /** Every type of event; the same strings each time, since making them is the publisher's cost. */
    private static DiagnosticEvent[] events(String channel, String model) {
        return new DiagnosticEvent[] {
            new ModelUsage("main", channel, model, "openai", new TokenUsage(10, 20, 30, 40, 50, 60.5), 0.0123, 1234.5),
            new RunCompleted(channel, model, "completed", "openai", "user", 1234.5),
            new ModelCallCompleted("openai-completions", model, "openai", "sse", 12.25),
            new ModelCallError("openai-completions", "rate_limit", model, "openai", "sse", 99),
            new ToolExecutionCompleted("object", model, 5),
            new ToolExecutionError("timeout", "object", model, 5),
            new HarnessRunCompleted(channel, "embedded", model, "completed", "acpx", "openai", 3),
            new HarnessRunError(channel, "Error", "embedded", model, "send", "acpx", "openai", 3),
            new MessageProcessed(channel, "completed", "duplicate", 0.5),
            new MessageDeliveryStarted(channel, "text"),
            new MessageDeliveryCompleted(channel, "text", 7),
            new MessageDeliveryError(channel, "text", "Error", 7),
            new TalkEvent("none", "turn.started", "realtime", model, "webrtc", 10, 65536),
            new SessionRecoveryRequested(true, "model_call", "processing", 60000),
            new SessionRecoveryCompleted("abort", "model_call", "processing", "aborted", 60000),
            new QueueLaneEnqueue(channel, 3),
            new QueueLaneDequeue(channel, 2, 15),
            new SessionState("run_started", "processing", 1),
            new MemorySample(new MemoryUsage(1e9, 5e8, 3e8)),
            new MemoryPressure("warning", "rss_threshold"),
            new TelemetryExporter("diagnostics-otel", "configured", "traces", "started"),
        };
    }

    /** The least of several rounds: the compiler may allocate on this thread's account while it replaces code. */
    private long bytesFor(List<DiagnosticEvent[]> events) {
        record(events, WARM_UP);
        return IntStream.range(0, 5).mapToLong(round -> measured(events)).min().orElseThrow();
    }

    private long measured(List<DiagnosticEvent[]> events) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        record(events, MEASURED);
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }

    private void record(List<DiagnosticEvent[]> events, int times) {
        for (int i = 0; i < times; i++) {
            DiagnosticEvent[] batch = events.get(i % events.size());
            for (int j = 0; j < batch.length; j++) {
                recorder.onEvent(batch[j], Provenance.TRUSTED);
            }
        }
    }
}
