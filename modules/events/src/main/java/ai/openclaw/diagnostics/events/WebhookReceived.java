package ai.openclaw.diagnostics.events;

import org.jspecify.annotations.Nullable;

/**
 * A webhook was called.
 *
 * @param channel the channel that the work came in by
 * @param updateType the kind of update
 * @param ts when it happened, in milliseconds since 1970, {@code NaN} if unknown
 * @param trace the span that the event belongs to, for an exporter of spans alone
 */
public record WebhookReceived(
        @Nullable String channel,
        @Nullable String updateType,
        double ts,
        @Nullable TraceContext trace) implements DiagnosticEvent {

    /** The type {@code webhook.received}. */
    public static final EventType<WebhookReceived> TYPE =
            EventType.of("webhook.received", WebhookReceived.class, WebhookReceived::new);

    WebhookReceived(FieldReader fields) {
        this(
                fields.text("channel"),
                fields.text("updateType"),
                fields.number("ts"),
                fields.object("trace", TraceContext::read));
    }

    /** Returns a builder of an event of which nothing is known yet. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public EventType<WebhookReceived> type() {
        return TYPE;
    }

    /** Builds the event. */
    public static final class Builder extends EventBuilder<WebhookReceived, Builder> {
        private @Nullable String channel;
        private @Nullable String updateType;

        private Builder() {}

        /** The channel that the work came in by. */
        public Builder channel(@Nullable String value) {
            channel = value;
            return this;
        }

        /** The kind of update. */
        public Builder updateType(@Nullable String value) {
            updateType = value;
            return this;
        }

        @Override
        public WebhookReceived build() {
            return new WebhookReceived(channel, updateType, ts, trace);
        }

        @Override
        Builder self() {
            return this;
        }
    }
}
