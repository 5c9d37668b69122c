package ai.openclaw.diagnostics.events;

import org.jspecify.annotations.Nullable;

/**
 * The runtime collected garbage.
 *
 * @param durationMs the duration in milliseconds, {@code NaN} if unknown
 * @param ts when it happened, in milliseconds since 1970, {@code NaN} if unknown
 * @param trace the span that the event belongs to, for an exporter of spans alone
 */
public record GarbageCollection(
        double durationMs, double ts, @Nullable TraceContext trace) implements DiagnosticEvent {

    /** The type {@code diagnostic.gc}. */
    public static final EventType<GarbageCollection> TYPE =
            EventType.of("diagnostic.gc", GarbageCollection.class, GarbageCollection::new);

    GarbageCollection(FieldReader fields) {
        this(fields.number("durationMs"), fields.number("ts"), fields.object("trace", TraceContext::read));
    }

    /** Returns a builder of an event of which nothing is known yet. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public EventType<GarbageCollection> type() {
        return TYPE;
    }

    /** Builds the event. */
    public static final class Builder extends EventBuilder<GarbageCollection, Builder> {
        private double durationMs = Double.NaN;

        private Builder() {}

        /** The duration in milliseconds. */
        public Builder durationMs(double value) {
            durationMs = value;
            return this;
        }

        @Override
        public GarbageCollection build() {
            return new GarbageCollection(durationMs, ts, trace);
        }

        @Override
        Builder self() {
            return this;
        }
    }
}
