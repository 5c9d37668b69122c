package ai.openclaw.diagnostics.events;

import org.jspecify.annotations.Nullable;

/**
 * An inbound message arrived.
 *
 * @param channel the channel that the work came in by
 * @param source what received it
 * @param ts when it happened, in milliseconds since 1970, {@code NaN} if unknown
 * @param trace the span that the event belongs to, for an exporter of spans alone
 */
public record MessageReceived(
        @Nullable String channel,
        @Nullable String source,
        double ts,
        @Nullable TraceContext trace) implements DiagnosticEvent {

    /** The type {@code message.received}. */
    public static final EventType<MessageReceived> TYPE =
            EventType.of("message.received", MessageReceived.class, MessageReceived::new);

    MessageReceived(FieldReader fields) {
        this(
                fields.text("channel"),
                fields.text("source"),
                fields.number("ts"),
                fields.object("trace", TraceContext::read));
    }

    /** Returns a builder of an event of which nothing is known yet. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public EventType<MessageReceived> type() {
        return TYPE;
    }

    /** Builds the event. */
    public static final class Builder extends EventBuilder<MessageReceived, Builder> {
        private @Nullable String channel;
        private @Nullable String source;

        private Builder() {}

        /** The channel that the work came in by. */
        public Builder channel(@Nullable String value) {
            channel = value;
            return this;
        }

        /** What received it. */
        public Builder source(@Nullable String value) {
            source = value;
            return this;
        }

        @Override
        public MessageReceived build() {
            return new MessageReceived(channel, source, ts, trace);
        }

        @Override
        Builder self() {
            return this;
        }
    }
}
