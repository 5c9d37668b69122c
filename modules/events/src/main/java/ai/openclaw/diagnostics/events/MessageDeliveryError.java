package ai.openclaw.diagnostics.events;

import org.jspecify.annotations.Nullable;

/**
 * An outbound delivery failed.
 *
 * @param channel the channel that the work came in by
 * @param deliveryKind what is delivered
 * @param errorCategory the class of the failure
 * @param durationMs the duration in milliseconds, {@code NaN} if unknown
 * @param ts when it happened, in milliseconds since 1970, {@code NaN} if unknown
 * @param trace the span that the event belongs to, for an exporter of spans alone
 */
public record MessageDeliveryError(
        @Nullable String channel,
        @Nullable String deliveryKind,
        @Nullable String errorCategory,
        double durationMs,
        double ts,
        @Nullable TraceContext trace)
        implements DiagnosticEvent {

    /** The type {@code message.delivery.error}. */
    public static final EventType<MessageDeliveryError> TYPE =
            EventType.of("message.delivery.error", MessageDeliveryError.class, MessageDeliveryError::new);

    MessageDeliveryError(FieldReader fields) {
        this(
                fields.text("channel"),
                fields.text("deliveryKind"),
                fields.text("errorCategory"),
                fields.number("durationMs"),
                fields.number("ts"),
                fields.object("trace", TraceContext::read));
    }

    /** Returns a builder of an event of which nothing is known yet. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public EventType<MessageDeliveryError> type() {
        return TYPE;
    }

    /** Builds the event. */
    public static final class Builder extends EventBuilder<MessageDeliveryError, Builder> {
        private @Nullable String channel;
        private @Nullable String deliveryKind;
        private @Nullable String errorCategory;
        private double durationMs = Double.NaN;

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

        /** The class of the failure. */
        public Builder errorCategory(@Nullable String value) {
            errorCategory = value;
            return this;
        }

        /** The duration in milliseconds. */
        public Builder durationMs(double value) {
            durationMs = value;
            return this;
        }

        @Override
        public MessageDeliveryError build() {
            return new MessageDeliveryError(channel, deliveryKind, errorCategory, durationMs, ts, trace);
        }

        @Override
        Builder self() {
            return this;
        }
    }
}
