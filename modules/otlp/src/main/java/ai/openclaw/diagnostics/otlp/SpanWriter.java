package ai.openclaw.diagnostics.otlp;

import ai.openclaw.diagnostics.events.DiagnosticEvent;
import ai.openclaw.diagnostics.events.ModelCallCompleted;
import ai.openclaw.diagnostics.events.ModelCallError;
import ai.openclaw.diagnostics.events.TraceContext;
import ai.openclaw.diagnostics.policy.LabelPolicy;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Encodes spans as an {@code ExportTraceServiceRequest}. A span has the ids, the time and the parent of its event, so nothing is
 * remembered from one event to another: late children and restarts do no harm. Every text goes through the label policy.
 *
 * <p>For one thread at a time.
 */
final class SpanWriter {

    // opentelemetry/proto/trace/v1/trace.proto
    private static final int RESOURCE_SPANS = 1;
    private static final int RESOURCE = 1;
    private static final int SCOPE_SPANS = 2;
    private static final int SCOPE = 1;
    private static final int SCOPE_NAME = 1;
    private static final int SPANS = 2;
    private static final int TRACE_ID = 1;
    private static final int SPAN_ID = 2;
    private static final int PARENT_SPAN_ID = 4;
    private static final int NAME = 5;
    private static final int KIND = 6;
    private static final int START = 7;
    private static final int END = 8;
    private static final int ATTRIBUTES = 9;
    private static final int STATUS = 15;
    private static final int STATUS_CODE = 3;
    private static final int INTERNAL = 1;
    private static final int CLIENT = 3;
    private static final int ERROR = 2;

    private final ProtoWriter out = new ProtoWriter(64 << 10);
    private final LabelPolicy policy;
    private final Map<String, String> resource;
    private final boolean genAiNames;
    private final byte[] id = new byte[16];
    private boolean failed;

    SpanWriter(LabelPolicy policy, Map<String, String> resource, boolean genAiNames) {
        this.policy = policy;
        this.resource = resource;
        this.genAiNames = genAiNames;
    }

    /** Encodes events that {@link SpanQueue} took in; the result is valid until the next call. */
    ProtoWriter write(List<DiagnosticEvent> events) {
        out.clear();
        int all = out.begin(RESOURCE_SPANS);
        Attributes.resource(out, RESOURCE, resource);
        int scoped = out.begin(SCOPE_SPANS);
        int scope = out.begin(SCOPE);
        out.text(SCOPE_NAME, "openclaw");
        out.end(scope);
        events.forEach(this::span);
        out.end(scoped);
        out.end(all);
        return out;
    }

    private void span(DiagnosticEvent event) {
        TraceContext trace = Objects.requireNonNull(event.trace());
        SpanShape shape = Objects.requireNonNull(SpanShape.of(event));
        int span = out.begin(SPANS);
        ids(trace);
        boolean call = genAiNames && shape == SpanShape.MODEL_CALL;
        out.text(NAME, call ? callName(event) : shape.spanName());
        out.int64(KIND, call ? CLIENT : INTERNAL);
        times(event.ts(), shape.durationMs(event));
        failed = false;
        shape.describe(event, this);
        if (failed) {
            int status = out.begin(STATUS);
            out.int64(STATUS_CODE, ERROR);
            out.end(status);
        }
        out.end(span);
    }

    private void ids(TraceContext trace) {
        big(id, 0, trace.traceIdHigh());
        big(id, 8, trace.traceIdLow());
        out.bytes(TRACE_ID, id);
        id(SPAN_ID, trace.spanId());
        if (trace.parentSpanId() != 0) {
            id(PARENT_SPAN_ID, trace.parentSpanId());
        }
    }

    private void id(int field, long value) {
        big(id, 0, value);
        out.lengthOf(field, 8);
        out.raw(id, 0, 8);
    }

    private static void big(byte[] into, int at, long value) {
        for (int i = 0; i < 8; i++) {
            into[at + i] = (byte) (value >>> 56 - 8 * i);
        }
    }

    private void times(double endMs, double durationMs) {
        long end = nanos(endMs);
        long duration = durationMs >= 0 && durationMs <= endMs ? nanos(durationMs) : 0;
        out.fixed64(START, end - duration);
        out.fixed64(END, end);
    }

    private static long nanos(double ms) {
        long whole = (long) ms;
        return whole * 1_000_000 + Math.round((ms - whole) * 1e6);
    }

    private String callName(DiagnosticEvent event) {
        String model = event instanceof ModelCallCompleted call ? call.model() : ((ModelCallError) event).model();
        return operation(api(event)) + " " + policy.admit(model, "unknown");
    }

    private static @Nullable String api(DiagnosticEvent event) {
        return event instanceof ModelCallCompleted call ? call.api() : ((ModelCallError) event).api();
    }

    /** In the words of OpenTelemetry's conventions for generative models. */
    static String operation(@Nullable String api) {
        String text = api == null ? "" : api.toLowerCase(Locale.ROOT);
        if (text.contains("generative-ai") || text.contains("generate_content")) {
            return "generate_content";
        }
        return text.endsWith("completions") ? "text_completion" : "chat";
    }

    /** Writes the attributes that all model calls have. */
    void modelCall(
            @Nullable String provider, @Nullable String model, @Nullable String api, @Nullable String transport) {
        label("openclaw.provider", provider);
        label("openclaw.model", model);
        optional("openclaw.api", api);
        optional("openclaw.transport", transport);
        label(genAiNames ? "gen_ai.provider.name" : "gen_ai.system", provider);
        label("gen_ai.request.model", model);
        Attributes.text(out, ATTRIBUTES, "gen_ai.operation.name", operation(api));
    }

    /** Writes a text that is always there: {@code unknown} where the event has none or the policy refuses it. */
    void label(String key, @Nullable String value) {
        label(key, value, "unknown");
    }

    void label(String key, @Nullable String value, String fallback) {
        Attributes.text(out, ATTRIBUTES, key, policy.admit(value, fallback));
    }

    /** Writes a text if the event has it. */
    void optional(String key, @Nullable String value) {
        if (value != null) {
            label(key, value);
        }
    }

    /** Writes a number of things, if it is one. */
    void count(String key, double value) {
        if (value >= 0 && value <= 1L << 53) {
            Attributes.number(out, ATTRIBUTES, key, (long) value);
        }
    }

    /** Marks the span as failed. */
    void failed(@Nullable String category) {
        failed = true;
        String admitted = policy.admit(category, "other");
        if (category != null) {
            Attributes.text(out, ATTRIBUTES, "openclaw.errorCategory", admitted);
        }
        Attributes.text(out, ATTRIBUTES, "error.type", category == null ? "_OTHER" : admitted);
    }
}
