package ai.openclaw.diagnostics.events;

import org.jspecify.annotations.Nullable;

/**
 * A session entered a state.
 *
 * @param reason why, if a reason was given
 * @param state the session's state
 * @param queueDepth messages queued for the session, {@code NaN} if unknown
 * @param ts when it happened, in milliseconds since 1970, {@code NaN} if unknown
 * @param trace the span that the event belongs to, for an exporter of spans alone
 */
public record SessionState(
        @Nullable String reason,
        @Nullable String state,
        double queueDepth,
        double ts,
        @Nullable TraceContext trace) implements DiagnosticEvent {

    /** The type {@code session.state}. */
    public static final EventType<SessionState> TYPE =
            EventType.of("session.state", SessionState.class, SessionState::new);

    SessionState(FieldReader fields) {
        this(
                fields.text("reason"),
                fields.text("state"),
                fields.number("queueDepth"),
                fields.number("ts"),
                fields.object("trace", TraceContext::read));
    }

    /** Returns a builder of an event of which nothing is known yet. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public EventType<SessionState> type() {
        return TYPE;
    }

    /** Builds the event. */
    public static final class Builder extends EventBuilder<SessionState, Builder> {
        private @Nullable String reason;
        private @Nullable String state;
        private double queueDepth = Double.NaN;

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

        /** Messages queued for the session. */
        public Builder queueDepth(double value) {
            queueDepth = value;
            return this;
        }

        @Override
        public SessionState build() {
            return new SessionState(reason, state, queueDepth, ts, trace);
        }

        @Override
        Builder self() {
            return this;
        }
    }
}
