package ai.openclaw.diagnostics.events;

import org.jspecify.annotations.Nullable;

/**
 * The span that an event belongs to, as W3C Trace Context identifies it. It is kept for an exporter of spans: it never
 * reaches a metric, a log or a page, and its text form has no identifiers.
 *
 * @param traceIdHigh the first 16 of the 32 hexadecimal digits of the trace's id
 * @param traceIdLow the last 16 of them; not both zero
 * @param spanId the span's id, not zero
 * @param parentSpanId the id of the span's parent, zero for none
 * @param traceFlags the flags, of which the lowest bit says that the trace is sampled
 */
public record TraceContext(long traceIdHigh, long traceIdLow, long spanId, long parentSpanId, byte traceFlags) {

    /** Checks what has to be there. */
    public TraceContext {
        if ((traceIdHigh | traceIdLow) == 0 || spanId == 0) {
            throw new IllegalArgumentException("a trace id and a span id must not be zero");
        }
    }

    /**
     * Returns the context of these identifiers.
     *
     * @param traceId 32 hexadecimal digits
     * @param spanId 16 hexadecimal digits
     * @param parentSpanId 16 hexadecimal digits, or null for none
     * @param traceFlags 2 hexadecimal digits, or null for none
     * @return null if one of them is something else
     */
    public static @Nullable TraceContext parse(
            @Nullable String traceId,
            @Nullable String spanId,
            @Nullable String parentSpanId,
            @Nullable String traceFlags) {
        if (!isHex(traceId, 32) || !isHex(spanId, 16)) {
            return null;
        }
        if (parentSpanId != null && !isHex(parentSpanId, 16) || traceFlags != null && !isHex(traceFlags, 2)) {
            return null;
        }
        long high = Long.parseUnsignedLong(traceId, 0, 16, 16);
        long low = Long.parseUnsignedLong(traceId, 16, 32, 16);
        long span = Long.parseUnsignedLong(spanId, 16);
        long parent = parentSpanId == null ? 0 : Long.parseUnsignedLong(parentSpanId, 16);
        byte flags = traceFlags == null ? 0 : (byte) Integer.parseInt(traceFlags, 16);
        return (high | low) == 0 || span == 0 ? null : new TraceContext(high, low, span, parent, flags);
    }

    /** Returns the context of an event in JSON. */
    static @Nullable TraceContext read(FieldReader fields) {
        return parse(
                fields.text("traceId"), fields.text("spanId"), fields.text("parentSpanId"), fields.text("traceFlags"));
    }

    private static boolean isHex(@Nullable String text, int digits) {
        return text != null && text.length() == digits && text.chars().allMatch(TraceContext::isHexDigit);
    }

    private static boolean isHexDigit(int c) {
        return c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F';
    }

    @Override
    public String toString() {
        return "TraceContext[…]";
    }
}
