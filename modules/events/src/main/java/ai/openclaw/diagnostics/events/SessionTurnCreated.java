package ai.openclaw.diagnostics.events;

import org.jspecify.annotations.Nullable;

/**
 * A session began a turn.
 *
 * @param agentId the agent of the session
 * @param channel the channel that the work came in by
 * @param trigger what started it
 * @param ts when it happened, in milliseconds since 1970, {@code NaN} if unknown
 * @param trace the span that the event belongs to, for an exporter of spans alone
 */
public record SessionTurnCreated(
        @Nullable String agentId,
        @Nullable String channel,
        @Nullable String trigger,
        double ts,
        @Nullable TraceContext trace)
        implements DiagnosticEvent {

    /** The type {@code session.turn.created}. */
    public static final EventType<SessionTurnCreated> TYPE =
            EventType.of("session.turn.created", SessionTurnCreated.class, SessionTurnCreated::new);

    SessionTurnCreated(FieldReader fields) {
        this(
                fields.text("agentId"),
                fields.text("channel"),
                fields.text("trigger"),
                fields.number("ts"),
                fields.object("trace", TraceContext::read));
    }

    /** Returns a builder of an event of which nothing is known yet. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public EventType<SessionTurnCreated> type() {
        return TYPE;
    }

    /** Builds the event. */
    public static final class Builder extends EventBuilder<SessionTurnCreated, Builder> {
        private @Nullable String agentId;
        private @Nullable String channel;
        private @Nullable String trigger;

        private Builder() {}

        /** The agent of the session. */
        public Builder agentId(@Nullable String value) {
            agentId = value;
            return this;
        }

        /** The channel that the work came in by. */
        public Builder channel(@Nullable String value) {
            channel = value;
            return this;
        }

        /** What started it. */
        public Builder trigger(@Nullable String value) {
            trigger = value;
            return this;
        }

        @Override
        public SessionTurnCreated build() {
            return new SessionTurnCreated(agentId, channel, trigger, ts, trace);
        }

        @Override
        Builder self() {
            return this;
        }
    }
}
