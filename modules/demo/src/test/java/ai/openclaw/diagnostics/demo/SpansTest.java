package ai.openclaw.diagnostics.demo;

import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.events.DiagnosticEvent;
import ai.openclaw.diagnostics.events.DiagnosticsChannel;
import ai.openclaw.diagnostics.events.HarnessRunCompleted;
import ai.openclaw.diagnostics.events.MessageDeliveryCompleted;
import ai.openclaw.diagnostics.events.MessageProcessed;
import ai.openclaw.diagnostics.events.ModelCallCompleted;
import ai.openclaw.diagnostics.events.ModelCallError;
import ai.openclaw.diagnostics.events.ModelUsage;
import ai.openclaw.diagnostics.events.RunCompleted;
import ai.openclaw.diagnostics.events.ToolExecutionCompleted;
import ai.openclaw.diagnostics.events.ToolExecutionError;
import ai.openclaw.diagnostics.events.TraceContext;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the demo tells of traces: what ended, within what. */
class SpansTest {

    private final Playback playback = Playback.of(1, Duration.ofHours(1));
    private final Map<Long, DiagnosticEvent> bySpan = playback.events(DiagnosticEvent.class)
            .filter(event -> event.trace() != null)
            .collect(Collectors.toMap(event -> event.trace().spanId(), event -> event));

    @Test
    void toolsAreBelowModelCallsBelowRunsBelowMessages() {
        assertThat(parents(List.of(ToolExecutionCompleted.class, ToolExecutionError.class)))
                .hasSizeGreaterThan(100)
                .hasOnlyElementsOfType(ModelCallCompleted.class);
        assertThat(parents(List.of(
                        ModelCallCompleted.class, ModelCallError.class, ModelUsage.class, HarnessRunCompleted.class)))
                .hasSizeGreaterThan(100)
                .hasOnlyElementsOfType(RunCompleted.class);
        assertThat(parents(List.of(RunCompleted.class)))
                .hasSizeGreaterThan(100)
                .hasOnlyElementsOfTypes(MessageProcessed.class, ToolExecutionCompleted.class); // a subagent's
        assertThat(parents(List.of(MessageDeliveryCompleted.class)))
                .isNotEmpty()
                .hasOnlyElementsOfType(MessageProcessed.class);
    }

    /** Those that ended within the hour. */
    private List<DiagnosticEvent> parents(List<Class<? extends DiagnosticEvent>> types) {
        return types.stream()
                .flatMap(playback::events)
                .filter(event -> event.trace() != null)
                .map(event -> bySpan.get(event.trace().parentSpanId()))
                .filter(parent -> parent != null)
                .toList();
    }

    @Test
    void aSpanIsOfItsParentsTraceAndWithinItsTime() {
        assertThat(playback.events(ToolExecutionCompleted.class).filter(tool -> tool.trace() != null))
                .isNotEmpty()
                .allSatisfy(tool -> {
                    TraceContext trace = tool.trace();
                    DiagnosticEvent call = bySpan.get(trace.parentSpanId());
                    assertThat(call.trace().traceIdHigh()).isEqualTo(trace.traceIdHigh());
                    assertThat(call.trace().traceIdLow()).isEqualTo(trace.traceIdLow());
                    assertThat(tool.ts() - tool.durationMs()).isGreaterThanOrEqualTo(call.ts());
                });
        assertThat(playback.events(ModelCallCompleted.class).filter(call -> bySpan.get(parent(call)) != null))
                .isNotEmpty()
                .allSatisfy(call -> {
                    RunCompleted run = (RunCompleted) bySpan.get(parent(call));
                    assertThat(start(call, ModelCallCompleted::durationMs))
                            .isGreaterThanOrEqualTo(start(run, RunCompleted::durationMs));
                    assertThat(call.ts()).isLessThanOrEqualTo(run.ts());
                });
    }

    private static long parent(DiagnosticEvent event) {
        return event.trace().parentSpanId();
    }

    private static <E extends DiagnosticEvent> double start(E event, ToDoubleFunction<E> durationMs) {
        return event.ts() - durationMs.applyAsDouble(event);
    }

    @Test
    void anEventOfARunningDemoHasTheTimeOfTheClock() throws InterruptedException {
        DiagnosticsChannel channel = DiagnosticsChannel.create();
        LinkedBlockingQueue<DiagnosticEvent> traced = new LinkedBlockingQueue<>();
        channel.subscribe((event, provenance) -> {
            if (event.trace() != null) {
                traced.add(event);
            }
        });
        long beforeMs = System.currentTimeMillis();
        try (DemoWorkload workload = DemoWorkload.start(channel, new DemoPlan(1, false, 100, true, List.of()))) {
            DiagnosticEvent event = traced.poll(2, TimeUnit.MINUTES);
            assertThat(event).as("of %s", workload).isNotNull();
            assertThat(event.ts()).isBetween(beforeMs - 2.0, System.currentTimeMillis() + 2.0);
        }
    }
}
