package ai.openclaw.diagnostics.events;

import org.jspecify.annotations.Nullable;

/**
 * An inbound message was dispatched.
 *
 * @param channel the channel that the work came in by
 * @param outcome how it ended
 * @param reason why, if a reason was given
 * @param source what received it
 * @param durationMs the duration in milliseconds, {@code NaN} if unknown
 * @param ts when it happened, in milliseconds since 1970, {@code NaN} if unknown
 * @param trace the span that the event belongs to, for an exporter of spans alone
 */
public record MessageDispatchCompleted(
        @Nullable String channel,
        @Nullable String outcome,
        @Nullable String reason,
        @Nullable String source,
        double durationMs,
        double ts,
        @Nullable TraceContext trace)
        implements DiagnosticEvent {

    /** The type {@code message.dispatch.completed}. */
    public static final EventType<MessageDispatchCompleted> TYPE =
            EventType.of("message.dispatch.completed", MessageDispatchCompleted.class, MessageDispatchCompleted::new);

    MessageDispatchCompleted(FieldReader fields) {
        this(
                fields.text("channel"),
                fields.text("outcome"),
                fields.text("reason"),
                fields.text("source"),
                fields.number("durationMs"),
                fields.number("ts"),
                fields.object("trace", TraceContext::read));
    }

    /** Returns a builder of an event of which nothing is known yet. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public EventType<MessageDispatchCompleted> type() {
        return TYPE;
    }

    /** Builds the event. */
    public static final class Builder extends EventBuilder<MessageDispatchCompleted, Builder> {
        private @Nullable String channel;
        private @Nullable String outcome;
        private @Nullable String reason;
        private @Nullable String source;
        private double durationMs = Double.NaN;

        private Builder() {}

        /** The channel that the work came in by. */
        public Builder channel(@Nullable String value) {
            channel = value;
            return this;
        }

        /** How it ended. */
        public Builder outcome(@Nullable String value) {
            outcome = value;
            return this;
        }

        /** Why, if a reason was given. */
        public Builder reason(@Nullable String value) {
            reason = value;
            return this;
        }

        /** What received it. */
        public Builder source(@Nullable String value) {
            source = value;
            return this;
        }

        /** The duration in milliseconds. */
        public Builder durationMs(double value) {
            durationMs = value;
            return this;
        }

        @Override
        public MessageDispatchCompleted build() {
            return new MessageDispatchCompleted(channel, outcome, reason, source, durationMs, ts, trace);
        }

        @Override
        Builder self() {
            return this;
        }
    }
}
