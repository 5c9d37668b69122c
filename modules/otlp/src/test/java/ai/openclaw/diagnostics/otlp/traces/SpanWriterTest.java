package ai.openclaw.diagnostics.otlp.traces;

import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.events.DiagnosticEvent;
import ai.openclaw.diagnostics.events.EventDecoder;
import ai.openclaw.diagnostics.events.MemoryPressure;
import ai.openclaw.diagnostics.events.ModelCallCompleted;
import ai.openclaw.diagnostics.events.ModelCallError;
import ai.openclaw.diagnostics.events.Provenance;
import ai.openclaw.diagnostics.events.Rejections;
import ai.openclaw.diagnostics.events.RunCompleted;
import ai.openclaw.diagnostics.events.ToolExecutionError;
import ai.openclaw.diagnostics.events.TraceContext;
import ai.openclaw.diagnostics.otlp.queue.BoundedQueue;
import ai.openclaw.diagnostics.otlp.wire.Messages;
import ai.openclaw.diagnostics.otlp.wire.ProtoWriter;
import ai.openclaw.diagnostics.policy.LabelPolicy;
import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Spans as OpenTelemetry's own classes read them. */
class SpanWriterTest {

    private static final TraceContext TRACE =
            TraceContext.parse("0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331", "00f067aa0ba902b7", "01");

    private static ExportTraceServiceRequest parsed(boolean genAiNames, DiagnosticEvent... events)
            throws InvalidProtocolBufferException {
        ProtoWriter out = new SpanWriter(LabelPolicy.standard(), Map.of("service.name", "openclaw"), genAiNames)
                .write(List.of(events));
        ExportTraceServiceRequest request = ExportTraceServiceRequest.parseFrom(Messages.bytes(out));
        Messages.assertUnderstood(request, out);
        return request;
    }

    private static Span span(DiagnosticEvent event) throws InvalidProtocolBufferException {
        return parsed(false, event).getResourceSpans(0).getScopeSpans(0).getSpans(0);
    }

    private static Map<String, String> attributes(Span span) {
        return span.getAttributesList().stream()
                .collect(Collectors.toMap(KeyValue::getKey, it -> it.getValue().getStringValue()));
    }

    @Test
    void aSpanHasTheIdsTimesAndParentOfItsEvent() throws Exception {
        Span span = span(RunCompleted.builder()
                .outcome("completed")
                .model("gpt-5.4")
                .provider("openai")
                .durationMs(1500.5)
                .ts(1_800_000_000_000.0)
                .trace(TRACE)
                .build());
        assertThat(span.getName()).isEqualTo("openclaw.run");
        assertThat(hex(span.getTraceId())).isEqualTo("0af7651916cd43dd8448eb211c80319c");
        assertThat(hex(span.getSpanId())).isEqualTo("b7ad6b7169203331");
        assertThat(hex(span.getParentSpanId())).isEqualTo("00f067aa0ba902b7");
        assertThat(span.getEndTimeUnixNano()).isEqualTo(1_800_000_000_000_000_000L);
        assertThat(span.getStartTimeUnixNano()).isEqualTo(1_799_999_998_499_500_000L);
        assertThat(span.getKind()).isEqualTo(Span.SpanKind.SPAN_KIND_INTERNAL);
        assertThat(span.hasStatus()).isFalse();
        assertThat(attributes(span))
                .containsOnly(
                        Map.entry("openclaw.outcome", "completed"),
                        Map.entry("openclaw.model", "gpt-5.4"),
                        Map.entry("openclaw.provider", "openai"));
    }

    private static Span run(double ts, double durationMs, TraceContext trace) throws InvalidProtocolBufferException {
        return span(RunCompleted.builder()
                .outcome("completed")
                .ts(ts)
                .durationMs(durationMs)
                .trace(trace)
                .build());
    }

    @Test
    void aSpanThatIsItsOwnParentHasNone() throws Exception {
        assertThat(run(1e12, 1, new TraceContext(1, 2, 3, 3, (byte) 1))
                        .getParentSpanId()
                        .isEmpty())
                .isTrue();
        assertThat(run(1e12, 1, new TraceContext(1, 2, 3, 4, (byte) 1))
                        .getParentSpanId()
                        .isEmpty())
                .isFalse();
    }

    /** Whatever numbers an event has, a receiver computes with what arrives. */
    @Test
    void aSpanNeverEndsBeforeItBegins() throws Exception {
        double[] times = {1, 1e12, 4e12, 1e15, 1e300, Double.MAX_VALUE, Double.POSITIVE_INFINITY};
        double[] durations = {0, 0.25, 5e11, 1e300, -1, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (double ts : times) {
            for (double duration : durations) {
                Span span = run(ts, duration, TRACE);
                assertThat(span.getStartTimeUnixNano())
                        .as(ts + " " + duration)
                        .isBetween(0L, span.getEndTimeUnixNano());
            }
        }
        assertThat(run(1e12, 0, TRACE).getStartTimeUnixNano()).isEqualTo(1_000_000_000_000_000_000L);
    }

    private static String hex(ByteString bytes) {
        return java.util.HexFormat.of().formatHex(bytes.toByteArray());
    }

    @Test
    void anErrorHasTheStatusOfOneAndItsCategory() throws Exception {
        Span span = span(ToolExecutionError.builder()
                .toolName("read")
                .errorCategory("timeout")
                .ts(1e12)
                .trace(TRACE)
                .build());
        assertThat(span.getStatus().getCode()).isEqualTo(Status.StatusCode.STATUS_CODE_ERROR);
        assertThat(span.getStatus().getMessage()).isEmpty();
        assertThat(attributes(span))
                .containsEntry("error.type", "timeout")
                .containsEntry("openclaw.errorCategory", "timeout");
        assertThat(span.getStartTimeUnixNano()).isEqualTo(span.getEndTimeUnixNano());
    }

    @Test
    void theConventionsForModelsAreAChoice() throws Exception {
        DiagnosticEvent call = ModelCallCompleted.builder()
                .model("m-1")
                .provider("p")
                .api("openai-completions")
                .ts(1e12)
                .trace(TRACE)
                .build();
        Span named = parsed(true, call).getResourceSpans(0).getScopeSpans(0).getSpans(0);
        assertThat(named.getName()).isEqualTo("text_completion m-1");
        assertThat(named.getKind()).isEqualTo(Span.SpanKind.SPAN_KIND_CLIENT);
        assertThat(attributes(named)).containsEntry("gen_ai.provider.name", "p");
        assertThat(span(call).getName()).isEqualTo("openclaw.model.call");
        assertThat(attributes(span(call))).containsEntry("gen_ai.system", "p");
    }

    @Test
    void noCanaryLeaves() throws Exception {
        EventDecoder decoder = EventDecoder.create(Rejections.create());
        List<DiagnosticEvent> events = new ArrayList<>();
        for (String type : List.of(
                "run.completed",
                "harness.run.completed",
                "harness.run.error",
                "model.call.completed",
                "model.call.error",
                "model.usage",
                "tool.execution.completed",
                "tool.execution.error",
                "message.processed",
                "message.delivery.completed",
                "message.delivery.error")) {
            String fields =
                    "channel,model,provider,outcome,trigger,api,transport,errorCategory,toolName,harnessId,pluginId,"
                            + "phase,agentId,reason,deliveryKind,sessionKey,runId,error,prompt";
            StringBuilder json =
                    new StringBuilder("{\"event\":{\"type\":\"" + type + "\",\"ts\":1800000000000,\"trace\":{"
                            + "\"traceId\":\"0af7651916cd43dd8448eb211c80319c\",\"spanId\":\"b7ad6b7169203331\"}");
            for (String field : fields.split(",")) {
                json.append(",\"").append(field).append("\":\"sk-CANARY0123456789abcdef\"");
            }
            json.append(",\"paramsSummary\":{\"kind\":\"say CANARY\"}},\"metadata\":{\"trusted\":true}}");
            events.add(decoder.decode(json.toString()).orElseThrow().event());
        }
        ExportTraceServiceRequest request = parsed(true, events.toArray(DiagnosticEvent[]::new));
        assertThat(request.getResourceSpans(0).getScopeSpans(0).getSpansCount()).isEqualTo(events.size());
        assertThat(request.toString()).doesNotContainIgnoringCase("canary");
    }

    @Test
    void onlySampledSpansOfTrustedEventsAreKeptAndTheNewestIsDropped() {
        BoundedQueue<DiagnosticEvent> events = new BoundedQueue<>(8);
        SpanQueue queue = new SpanQueue(events, 1);
        DiagnosticEvent call = ModelCallError.builder().ts(1e12).trace(TRACE).build();
        queue.onEvent(call, Provenance.UNTRUSTED);
        queue.onEvent(ModelCallError.builder().ts(1e12).build(), Provenance.TRUSTED); // without a trace
        queue.onEvent(ModelCallError.builder().trace(TRACE).build(), Provenance.TRUSTED); // without a time
        queue.onEvent(MemoryPressure.builder().ts(1e12).trace(TRACE).build(), Provenance.TRUSTED);
        assertThat(events.isEmpty()).isTrue();
        for (int i = 0; i < 8 + 5; i++) {
            queue.onEvent(call, Provenance.INTERNAL);
        }
        assertThat(events.dropped()).isEqualTo(5);
    }

    @Test
    void aTraceIsSampledWholeOrNotAtAll() {
        int kept = 0;
        for (int i = 0; i < 10_000; i++) {
            TraceContext trace = new TraceContext(1, i * 0x9E3779B97F4A7C15L | 1, 1, 0, (byte) 0);
            BoundedQueue<DiagnosticEvent> one = new BoundedQueue<>(1);
            new SpanQueue(one, 0.25)
                    .onEvent(RunCompleted.builder().ts(1e12).trace(trace).build(), Provenance.TRUSTED);
            BoundedQueue<DiagnosticEvent> other = new BoundedQueue<>(1);
            new SpanQueue(other, 0.25)
                    .onEvent(ModelCallError.builder().ts(1e12).trace(trace).build(), Provenance.TRUSTED);
            assertThat(other.isEmpty()).isEqualTo(one.isEmpty());
            kept += one.isEmpty() ? 0 : 1;
        }
        assertThat(kept).isBetween(2_300, 2_700);
    }
}
