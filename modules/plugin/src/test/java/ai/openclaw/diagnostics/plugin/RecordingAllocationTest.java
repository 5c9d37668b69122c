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
    private static final int MAX_ROUNDS = 50;

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
            recorder.onEvent(
                    MessageDeliveryStarted.builder()
                            .channel("channel-" + i)
                            .deliveryKind("text")
                            .build(),
                    Provenance.TRUSTED);
        }
        List<DiagnosticEvent[]> flood = IntStream.range(0, 50)
                .mapToObj(i -> events("flood-" + i, "leak-" + i))
                .toList();
        assertThat(bytesFor(flood)).isZero();
    }

    /** Every type of event; the same strings each time, since making them is the publisher's cost. */
    private static DiagnosticEvent[] events(String channel, String model) {
        return new DiagnosticEvent[] {
            ModelUsage.builder()
                    .agentId("main")
                    .channel(channel)
                    .model(model)
                    .provider("openai")
                    .usage(TokenUsage.builder()
                            .input(10)
                            .output(20)
                            .cacheRead(30)
                            .cacheWrite(40)
                            .promptTokens(50)
                            .total(60.5)
                            .build())
                    .costUsd(0.0123)
                    .durationMs(1234.5)
                    .build(),
            RunCompleted.builder()
                    .channel(channel)
                    .model(model)
                    .outcome("completed")
                    .provider("openai")
                    .trigger("user")
                    .durationMs(1234.5)
                    .build(),
            ModelCallCompleted.builder()
                    .api("openai-completions")
                    .model(model)
                    .provider("openai")
                    .transport("sse")
                    .durationMs(12.25)
                    .build(),
            ModelCallError.builder()
                    .api("openai-completions")
                    .errorCategory("rate_limit")
                    .model(model)
                    .provider("openai")
                    .transport("sse")
                    .durationMs(99)
                    .build(),
            ToolExecutionCompleted.builder()
                    .paramsKind("object")
                    .toolName(model)
                    .durationMs(5)
                    .build(),
            ToolExecutionError.builder()
                    .errorCategory("timeout")
                    .paramsKind("object")
                    .toolName(model)
                    .durationMs(5)
                    .build(),
            HarnessRunCompleted.builder()
                    .channel(channel)
                    .harnessId("embedded")
                    .model(model)
                    .outcome("completed")
                    .pluginId("acpx")
                    .provider("openai")
                    .durationMs(3)
                    .build(),
            HarnessRunError.builder()
                    .channel(channel)
                    .errorCategory("Error")
                    .harnessId("embedded")
                    .model(model)
                    .phase("send")
                    .pluginId("acpx")
                    .provider("openai")
                    .durationMs(3)
                    .build(),
            MessageProcessed.builder()
                    .channel(channel)
                    .outcome("completed")
                    .reason("duplicate")
                    .durationMs(0.5)
                    .build(),
            MessageDeliveryStarted.builder()
                    .channel(channel)
                    .deliveryKind("text")
                    .build(),
            MessageDeliveryCompleted.builder()
                    .channel(channel)
                    .deliveryKind("text")
                    .durationMs(7)
                    .build(),
            MessageDeliveryError.builder()
                    .channel(channel)
                    .deliveryKind("text")
                    .errorCategory("Error")
                    .durationMs(7)
                    .build(),
            TalkEvent.builder()
                    .brain("none")
                    .talkEventType("turn.started")
                    .mode("realtime")
                    .provider(model)
                    .transport("webrtc")
                    .durationMs(10)
                    .byteLength(65536)
                    .build(),
            SessionRecoveryRequested.builder()
                    .allowActiveAbort(true)
                    .activeWorkKind("model_call")
                    .state("processing")
                    .ageMs(60000)
                    .build(),
            SessionRecoveryCompleted.builder()
                    .action("abort")
                    .activeWorkKind("model_call")
                    .state("processing")
                    .status("aborted")
                    .ageMs(60000)
                    .build(),
            QueueLaneEnqueue.builder().lane(channel).queueSize(3).build(),
            QueueLaneDequeue.builder().lane(channel).queueSize(2).waitMs(15).build(),
            SessionState.builder()
                    .reason("run_started")
                    .state("processing")
                    .queueDepth(1)
                    .build(),
            MemorySample.builder()
                    .memory(MemoryUsage.builder()
                            .rssBytes(1e9)
                            .heapTotalBytes(5e8)
                            .heapUsedBytes(3e8)
                            .build())
                    .build(),
            MemoryPressure.builder().level("warning").reason("rss_threshold").build(),
            TelemetryExporter.builder()
                    .exporter("diagnostics-otel")
                    .reason("configured")
                    .signal("traces")
                    .status("started")
                    .build(),
        };
    }

    /** Allocated in a round without any, if there is one: the compiler allocates on this account while it replaces code. */
    private long bytesFor(List<DiagnosticEvent[]> events) {
        record(events, WARM_UP);
        // Until the compiler is done: on a starved machine that takes many rounds, and what it removes is allocated
        // before.
        return IntStream.range(0, MAX_ROUNDS)
                .mapToLong(round -> measured(events))
                .filter(bytes -> bytes == 0)
                .findFirst()
                .orElseGet(() -> measured(events));
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
