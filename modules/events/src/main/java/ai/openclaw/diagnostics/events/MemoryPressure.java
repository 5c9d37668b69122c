package ai.openclaw.diagnostics.events;

import org.jspecify.annotations.Nullable;

/**
 * The Gateway is short of memory.
 *
 * @param level how severe it is
 * @param reason why, if a reason was given
 * @param ts when it happened, in milliseconds since 1970, {@code NaN} if unknown
 * @param trace the span that the event belongs to, for an exporter of spans alone
 */
public record MemoryPressure(
        @Nullable String level,
        @Nullable String reason,
        double ts,
        @Nullable TraceContext trace) implements DiagnosticEvent {

    /** The type {@code diagnostic.memory.pressure}. */
    public static final EventType<MemoryPressure> TYPE =
            EventType.of("diagnostic.memory.pressure", MemoryPressure.class, MemoryPressure::new);

    MemoryPressure(FieldReader fields) {
        this(
                fields.text("level"),
                fields.text("reason"),
                fields.number("ts"),
                fields.object("trace", TraceContext::read));
    }

    /** Returns a builder of an event of which nothing is known yet. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public EventType<MemoryPressure> type() {
        return TYPE;
    }

    /** Builds the event. */
    public static final class Builder extends EventBuilder<MemoryPressure, Builder> {
        private @Nullable String level;
        private @Nullable String reason;

        private Builder() {}

        /** How severe it is. */
        public Builder level(@Nullable String value) {
            level = value;
            return this;
        }

        /** Why, if a reason was given. */
        public Builder reason(@Nullable String value) {
            reason = value;
            return this;
        }

        @Override
        public MemoryPressure build() {
            return new MemoryPressure(level, reason, ts, trace);
        }

        @Override
        Builder self() {
            return this;
        }
    }
}
