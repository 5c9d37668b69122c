package ai.openclaw.diagnostics.otlp.traces;

import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.events.DiagnosticEvent;
import ai.openclaw.diagnostics.events.ModelCallCompleted;
import ai.openclaw.diagnostics.events.ModelUsage;
import ai.openclaw.diagnostics.events.RunCompleted;
import ai.openclaw.diagnostics.events.TokenUsage;
import ai.openclaw.diagnostics.events.ToolExecutionError;
import ai.openclaw.diagnostics.events.TraceContext;
import ai.openclaw.diagnostics.otlp.wire.Messages;
import ai.openclaw.diagnostics.otlp.wire.ProtoWriter;
import ai.openclaw.diagnostics.policy.LabelPolicy;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.exporter.internal.otlp.traces.TraceRequestMarshaler;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.IdGenerator;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What OpenTelemetry's exporter sends of spans that its SDK made is what is sent here of the events. */
class SdkSpansTest {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String RUN = "1111111111111111";
    private static final String CALL = "2222222222222222";
    private static final String TOOL = "3333333333333333";
    private static final String USAGE = "4444444444444444";
    private static final double END_MS = 1_800_000_000_000.0;

    private final SpanIds ids = new SpanIds();
    private final SdkTracerProvider provider = SdkTracerProvider.builder()
            .setResource(Resource.create(
                    Attributes.builder().put("service.name", "openclaw").build()))
            .setIdGenerator(ids)
            .build();

    private static final class SpanIds implements IdGenerator {
        private String next = "";

        @Override
        public String generateSpanId() {
            return next;
        }

        @Override
        public String generateTraceId() {
            return TRACE;
        }
    }

    private SpanData span(
            String name,
            SpanKind kind,
            String id,
            String parent,
            long durationMs,
            boolean failed,
            Attributes attributes) {
        ids.next = id;
        long endNanos = TimeUnit.MILLISECONDS.toNanos((long) END_MS);
        SpanBuilder builder = provider.get("openclaw")
                .spanBuilder(name)
                .setSpanKind(kind)
                .setStartTimestamp(endNanos - TimeUnit.MILLISECONDS.toNanos(durationMs), TimeUnit.NANOSECONDS)
                .setAllAttributes(attributes);
        if (parent.isEmpty()) {
            builder.setNoParent();
        } else {
            SpanContext context = SpanContext.create(TRACE, parent, TraceFlags.getSampled(), TraceState.getDefault());
            builder.setParent(Context.root().with(Span.wrap(context)));
        }
        Span span = builder.startSpan();
        if (failed) {
            span.setStatus(StatusCode.ERROR);
        }
        span.end(endNanos, TimeUnit.NANOSECONDS);
        return ((ReadableSpan) span).toSpanData();
    }

    private static Attributes attributes(String... pairs) {
        var attributes = Attributes.builder();
        for (int i = 0; i < pairs.length; i += 2) {
            attributes.put(pairs[i], pairs[i + 1]);
        }
        return attributes.build();
    }

    @Test
    void theSdkSendsTheSameSpans() throws IOException {
        Attributes call = attributes(
                "openclaw.provider", "openai",
                "openclaw.model", "gpt-5.4",
                "openclaw.api", "openai-completions",
                "openclaw.transport", "http",
                "gen_ai.provider.name", "openai",
                "gen_ai.request.model", "gpt-5.4",
                "gen_ai.operation.name", "text_completion");
        Attributes tool = attributes(
                "openclaw.toolName", "read",
                "gen_ai.tool.name", "read",
                "openclaw.errorCategory", "timeout",
                "error.type", "timeout");
        Attributes usage = attributes("openclaw.provider", "openai", "openclaw.model", "unknown").toBuilder()
                .put("gen_ai.usage.input_tokens", 300)
                .put("gen_ai.usage.output_tokens", 0)
                .build();
        Attributes run =
                attributes("openclaw.outcome", "completed", "openclaw.provider", "openai", "openclaw.model", "gpt-5.4");
        List<SpanData> theirs = List.of(
                span("openclaw.run", SpanKind.INTERNAL, RUN, "", 1500, false, run),
                span("text_completion gpt-5.4", SpanKind.CLIENT, CALL, RUN, 900, false, call),
                span("openclaw.tool.execution", SpanKind.INTERNAL, TOOL, CALL, 0, true, tool),
                span("openclaw.model.usage", SpanKind.INTERNAL, USAGE, RUN, 900, false, usage));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        TraceRequestMarshaler.create(theirs).writeBinaryTo(bytes);
        ExportTraceServiceRequest expected =
                withoutFlagsAndEmptyStatus(ExportTraceServiceRequest.parseFrom(bytes.toByteArray()));

        ProtoWriter out =
                new SpanWriter(LabelPolicy.standard(), Map.of("service.name", "openclaw"), true).write(events());
        ExportTraceServiceRequest ours = ExportTraceServiceRequest.parseFrom(Messages.bytes(out));
        Messages.assertUnderstood(ours, out);
        assertThat(Messages.sorted(ours)).isEqualTo(Messages.sorted(expected));
    }

    private static List<DiagnosticEvent> events() {
        return List.of(
                RunCompleted.builder()
                        .outcome("completed")
                        .provider("openai")
                        .model("gpt-5.4")
                        .durationMs(1500)
                        .ts(END_MS)
                        .trace(TraceContext.parse(TRACE, RUN, null, "01"))
                        .build(),
                ModelCallCompleted.builder()
                        .provider("openai")
                        .model("gpt-5.4")
                        .api("openai-completions")
                        .transport("http")
                        .durationMs(900)
                        .ts(END_MS)
                        .trace(TraceContext.parse(TRACE, CALL, RUN, "01"))
                        .build(),
                ToolExecutionError.builder()
                        .toolName("read")
                        .errorCategory("timeout")
                        .ts(END_MS)
                        .trace(TraceContext.parse(TRACE, TOOL, CALL, "01"))
                        .build(),
                ModelUsage.builder()
                        .provider("openai")
                        .usage(TokenUsage.builder().input(300).output(0).build())
                        .durationMs(900)
                        .ts(END_MS)
                        .trace(TraceContext.parse(TRACE, USAGE, RUN, "01"))
                        .build());
    }

    /** The SDK also tells the flags that it made the span with, and a status that says nothing. */
    private static ExportTraceServiceRequest withoutFlagsAndEmptyStatus(ExportTraceServiceRequest request) {
        ExportTraceServiceRequest.Builder builder = request.toBuilder();
        builder.getResourceSpansBuilder(0)
                .getScopeSpansBuilder(0)
                .getSpansBuilderList()
                .forEach(SdkSpansTest::simplify);
        return builder.build();
    }

    private static void simplify(io.opentelemetry.proto.trace.v1.Span.Builder span) {
        span.clearFlags();
        if (span.getStatus().getSerializedSize() == 0) {
            span.clearStatus();
        }
    }
}
