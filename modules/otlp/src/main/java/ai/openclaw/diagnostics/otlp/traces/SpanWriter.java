package ai.openclaw.diagnostics.otlp.traces;

import ai.openclaw.diagnostics.events.DiagnosticEvent;
import ai.openclaw.diagnostics.events.TraceContext;
import ai.openclaw.diagnostics.otlp.wire.Attributes;
import ai.openclaw.diagnostics.otlp.wire.Envelope;
import ai.openclaw.diagnostics.otlp.wire.ProtoWriter;
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
public final class SpanWriter {

    // opentelemetry/proto/trace/v1/trace.proto
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
    private static final double MAX_EPOCH_MS = Long.MAX_VALUE / 1e6;

    private final ProtoWriter out = new ProtoWriter(64 << 10);
    private final LabelPolicy policy;
    private final Envelope envelope;
    private final boolean genAiNames;

    // of the span that is being written
    private String name = "";
    private int kind;
    private boolean failed;

    /**
     * @param policy what texts of events may be shown
     * @param resource the attributes that everything that is sent has in common
     * @param genAiNames whether spans of model calls are named as OpenTelemetry's newest conventions have it
     */
    public SpanWriter(LabelPolicy policy, Map<String, String> resource, boolean genAiNames) {
        this.policy = policy;
        this.envelope = new Envelope(resource);
        this.genAiNames = genAiNames;
    }

    /** Encodes events that {@link SpanQueue} took in; the result is valid until the next call, and empty for no events. */
    public ProtoWriter write(List<DiagnosticEvent> events) {
        if (events.isEmpty()) {
            out.clear(0);
            return out;
        }
        envelope.begin(out);
        events.forEach(this::span);
        envelope.end(out);
        return out;
    }

    private <E extends DiagnosticEvent> void span(E event) {
        SpanShape<E> shape = SpanShapes.of(event);
        name = shape.name();
        kind = INTERNAL;
        failed = false;
        int span = out.begin(SPANS);
        ids(Objects.requireNonNull(event.trace()));
        times(event.ts(), shape.durationMs().applyAsDouble(event));
        shape.attributes().accept(event, this);
        out.text(NAME, name);
        out.int64(KIND, kind);
        if (failed) {
            int status = out.begin(STATUS);
            out.int64(STATUS_CODE, ERROR);
            out.end(status);
        }
        out.end(span);
    }

    private void ids(TraceContext trace) {
        out.lengthOf(TRACE_ID, 2 * Long.BYTES);
        out.raw64(Long.reverseBytes(trace.traceIdHigh()));
        out.raw64(Long.reverseBytes(trace.traceIdLow()));
        id(SPAN_ID, trace.spanId());
        if (trace.parentSpanId() != 0 && trace.parentSpanId() != trace.spanId()) { // no span is its own parent
            id(PARENT_SPAN_ID, trace.parentSpanId());
        }
    }

    private void id(int field, long value) {
        out.lengthOf(field, Long.BYTES);
        out.raw64(Long.reverseBytes(value));
    }

    private void times(double endMs, double durationMs) {
        double end = Math.min(endMs, MAX_EPOCH_MS);
        double duration = durationMs >= 0 && durationMs <= end ? durationMs : 0;
        out.fixed64(START, nanos(end) - nanos(duration));
        out.fixed64(END, nanos(end));
    }

    private static long nanos(double ms) {
        long whole = (long) ms;
        return whole * 1_000_000 + Math.round((ms - whole) * 1e6);
    }

    /** Writes the attributes that all model calls have, and names the span as configured. */
    void modelCall(
            @Nullable String provider, @Nullable String model, @Nullable String api, @Nullable String transport) {
        label("openclaw.provider", provider);
        label("openclaw.model", model);
        optional("openclaw.api", api);
        optional("openclaw.transport", transport);
        label(genAiNames ? "gen_ai.provider.name" : "gen_ai.system", provider);
        label("gen_ai.request.model", model);
        Attributes.text(out, ATTRIBUTES, "gen_ai.operation.name", operation(api));
        if (genAiNames) {
            name = operation(api) + " " + policy.admit(model, "unknown");
            kind = CLIENT;
        }
    }

    /** In the words of OpenTelemetry's conventions for generative models. */
    private static String operation(@Nullable String api) {
        String text = api == null ? "" : api.toLowerCase(Locale.ROOT);
        if (text.contains("generative-ai") || text.contains("generate_content")) {
            return "generate_content";
        }
        return text.endsWith("completions") ? "text_completion" : "chat";
    }

    /** Writes a text that is always there: {@code unknown} where the event has none or the policy refuses it. */
    void label(String key, @Nullable String value) {
        label(key, value, "unknown");
    }

    /** Writes a text that is always there. */
    void label(String key, @Nullable String value, String fallback) {
        Attributes.text(out, ATTRIBUTES, key, policy.admit(value, fallback));
    }

    /** Writes a text if the event has it. */
    void optional(String key, @Nullable String value) {
        if (value != null) {
            label(key, value);
        }
    }

    /** Writes how many there are of something, if it is a number that a long holds exactly. */
    void count(String key, double value) {
        if (value >= 0 && value <= 1L << 53) {
            Attributes.number(out, ATTRIBUTES, key, (long) value);
        }
    }

    /** Marks the span as failed. */
    void failed(@Nullable String category) {
        failed = true;
        if (category != null) {
            label("openclaw.errorCategory", category, "other");
        }
        label("error.type", category == null ? "_OTHER" : category, "other");
    }
}
