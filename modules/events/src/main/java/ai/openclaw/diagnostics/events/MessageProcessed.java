package ai.openclaw.diagnostics.events;

import org.jspecify.annotations.Nullable;

/**
 * An inbound message was processed.
 *
 * @param channel the channel that the work came in by
 * @param outcome how it ended
 * @param reason why, if a reason was given
 * @param durationMs the duration in milliseconds, {@code NaN} if unknown
 * @param ts when it happened, in milliseconds since 1970, {@code NaN} if unknown
 * @param trace the span that the event belongs to, for an exporter of spans alone
 */
public record MessageProcessed(
        @Nullable String channel,
        @Nullable String outcome,
        @Nullable String reason,
        double durationMs,
        double ts,
        @Nullable TraceContext trace)
        implements DiagnosticEvent {

    /** The type {@code message.processed}. */
    public static final EventType<MessageProcessed> TYPE =
            EventType.of("message.processed", MessageProcessed.class, MessageProcessed::new);

    MessageProcessed(FieldReader fields) {
        this(
                fields.text("channel"),
                fields.text("outcome"),
                fields.text("reason"),
                fields.number("durationMs"),
                fields.number("ts"),
                fields.object("trace", TraceContext::read));
    }

    /** Returns a builder of an event of which nothing is known yet. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public EventType<MessageProcessed> type() {
        return TYPE;
    }

    /** Builds the event. */
    public static final class Builder extends EventBuilder<MessageProcessed, Builder> {
        private @Nullable String channel;
        private @Nullable String outcome;
        private @Nullable String reason;
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

        /** The duration in milliseconds. */
        public Builder durationMs(double value) {
            durationMs = value;
            return this;
        }

        @Override
        public MessageProcessed build() {
            return new MessageProcessed(channel, outcome, reason, durationMs, ts, trace);
        }

        @Override
        Builder self() {
            return this;
        }
    }
}
