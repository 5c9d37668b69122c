package ai.openclaw.diagnostics.events;

import org.jspecify.annotations.Nullable;

/**
 * A webhook call was processed.
 *
 * @param channel the channel that the work came in by
 * @param updateType the kind of update
 * @param durationMs the duration in milliseconds, {@code NaN} if unknown
 * @param ts when it happened, in milliseconds since 1970, {@code NaN} if unknown
 * @param trace the span that the event belongs to, for an exporter of spans alone
 */
public record WebhookProcessed(
        @Nullable String channel,
        @Nullable String updateType,
        double durationMs,
        double ts,
        @Nullable TraceContext trace)
        implements DiagnosticEvent {

    /** The type {@code webhook.processed}. */
    public static final EventType<WebhookProcessed> TYPE =
            EventType.of("webhook.processed", WebhookProcessed.class, WebhookProcessed::new);

    WebhookProcessed(FieldReader fields) {
        this(
                fields.text("channel"),
                fields.text("updateType"),
                fields.number("durationMs"),
                fields.number("ts"),
                fields.object("trace", TraceContext::read));
    }

    /** Returns a builder of an event of which nothing is known yet. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public EventType<WebhookProcessed> type() {
        return TYPE;
    }

    /** Builds the event. */
    public static final class Builder extends EventBuilder<WebhookProcessed, Builder> {
        private @Nullable String channel;
        private @Nullable String updateType;
        private double durationMs = Double.NaN;

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

        /** The duration in milliseconds. */
        public Builder durationMs(double value) {
            durationMs = value;
            return this;
        }

        @Override
        public WebhookProcessed build() {
            return new WebhookProcessed(channel, updateType, durationMs, ts, trace);
        }

        @Override
        Builder self() {
            return this;
        }
    }
}
