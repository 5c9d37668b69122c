package ai.openclaw.diagnostics.events;

import org.jspecify.annotations.Nullable;

/**
 * An outbound delivery began.
 *
 * @param channel the channel that the work came in by
 * @param deliveryKind what is delivered
 * @param ts when it happened, in milliseconds since 1970, {@code NaN} if unknown
 * @param trace the span that the event belongs to, for an exporter of spans alone
 */
public record MessageDeliveryStarted(
        @Nullable String channel,
        @Nullable String deliveryKind,
        double ts,
        @Nullable TraceContext trace) implements DiagnosticEvent {

    /** The type {@code message.delivery.started}. */
    public static final EventType<MessageDeliveryStarted> TYPE =
            EventType.of("message.delivery.started", MessageDeliveryStarted.class, MessageDeliveryStarted::new);

    MessageDeliveryStarted(FieldReader fields) {
        this(
                fields.text("channel"),
                fields.text("deliveryKind"),
                fields.number("ts"),
                fields.object("trace", TraceContext::read));
    }

    /** Returns a builder of an event of which nothing is known yet. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public EventType<MessageDeliveryStarted> type() {
        return TYPE;
    }

    /** Builds the event. */
    public static final class Builder extends EventBuilder<MessageDeliveryStarted, Builder> {
        private @Nullable String channel;
        private @Nullable String deliveryKind;

        private Builder() {}

        /** The channel that the work came in by. */
        public Builder channel(@Nullable String value) {
            channel = value;
            return this;
        }

        /** What is delivered. */
        public Builder deliveryKind(@Nullable String value) {
            deliveryKind = value;
            return this;
        }

        @Override
        public MessageDeliveryStarted build() {
            return new MessageDeliveryStarted(channel, deliveryKind, ts, trace);
        }

        @Override
        Builder self() {
            return this;
        }
    }
}
