package ai.openclaw.diagnostics.events;

import org.jspecify.annotations.Nullable;

/**
 * A session makes no progress.
 *
 * @param reason why, if a reason was given
 * @param state the session's state
 * @param ageMs how long it had been stuck, in milliseconds, {@code NaN} if unknown
 * @param ts when it happened, in milliseconds since 1970, {@code NaN} if unknown
 * @param trace the span that the event belongs to, for an exporter of spans alone
 */
public record SessionStuck(
        @Nullable String reason,
        @Nullable String state,
        double ageMs,
        double ts,
        @Nullable TraceContext trace) implements DiagnosticEvent {

    /** The type {@code session.stuck}. */
    public static final EventType<SessionStuck> TYPE =
            EventType.of("session.stuck", SessionStuck.class, SessionStuck::new);

    SessionStuck(FieldReader fields) {
        this(
                fields.text("reason"),
                fields.text("state"),
                fields.number("ageMs"),
                fields.number("ts"),
                fields.object("trace", TraceContext::read));
    }

    /** Returns a builder of an event of which nothing is known yet. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public EventType<SessionStuck> type() {
        return TYPE;
    }

    /** Builds the event. */
    public static final class Builder extends EventBuilder<SessionStuck, Builder> {
        private @Nullable String reason;
        private @Nullable String state;
        private double ageMs = Double.NaN;

        private Builder() {}

        /** Why, if a reason was given. */
        public Builder reason(@Nullable String value) {
            reason = value;
            return this;
        }

        /** The session's state. */
        public Builder state(@Nullable String value) {
            state = value;
            return this;
        }

        /** How long it had been stuck, in milliseconds. */
        public Builder ageMs(double value) {
            ageMs = value;
            return this;
        }

        @Override
        public SessionStuck build() {
            return new SessionStuck(reason, state, ageMs, ts, trace);
        }

        @Override
        Builder self() {
            return this;
        }
    }
}
