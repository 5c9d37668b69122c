package ai.openclaw.diagnostics.events;

import org.jspecify.annotations.Nullable;

/**
 * A payload exceeded a limit.
 *
 * @param action what was done: rejected, truncated or chunked
 * @param bytes the size in bytes, {@code NaN} if unknown
 * @param channel the channel that the work came in by
 * @param pluginId the plugin that it came by, if it did
 * @param reason why, if a reason was given
 * @param surface where the payload arrived
 * @param ts when it happened, in milliseconds since 1970, {@code NaN} if unknown
 * @param trace the span that the event belongs to, for an exporter of spans alone
 */
public record PayloadLarge(
        @Nullable String action,
        double bytes,
        @Nullable String channel,
        @Nullable String pluginId,
        @Nullable String reason,
        @Nullable String surface,
        double ts,
        @Nullable TraceContext trace)
        implements DiagnosticEvent {

    /** The type {@code payload.large}. */
    public static final EventType<PayloadLarge> TYPE =
            EventType.of("payload.large", PayloadLarge.class, PayloadLarge::new);

    PayloadLarge(FieldReader fields) {
        this(
                fields.text("action"),
                fields.number("bytes"),
                fields.text("channel"),
                fields.text("pluginId"),
                fields.text("reason"),
                fields.text("surface"),
                fields.number("ts"),
                fields.object("trace", TraceContext::read));
    }

    /** Returns a builder of an event of which nothing is known yet. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public EventType<PayloadLarge> type() {
        return TYPE;
    }

    /** Builds the event. */
    public static final class Builder extends EventBuilder<PayloadLarge, Builder> {
        private @Nullable String action;
        private double bytes = Double.NaN;
        private @Nullable String channel;
        private @Nullable String pluginId;
        private @Nullable String reason;
        private @Nullable String surface;

        private Builder() {}

        /** What was done: rejected, truncated or chunked. */
        public Builder action(@Nullable String value) {
            action = value;
            return this;
        }

        /** The size in bytes. */
        public Builder bytes(double value) {
            bytes = value;
            return this;
        }

        /** The channel that the work came in by. */
        public Builder channel(@Nullable String value) {
            channel = value;
            return this;
        }

        /** The plugin that it came by, if it did. */
        public Builder pluginId(@Nullable String value) {
            pluginId = value;
            return this;
        }

        /** Why, if a reason was given. */
        public Builder reason(@Nullable String value) {
            reason = value;
            return this;
        }

        /** Where the payload arrived. */
        public Builder surface(@Nullable String value) {
            surface = value;
            return this;
        }

        @Override
        public PayloadLarge build() {
            return new PayloadLarge(action, bytes, channel, pluginId, reason, surface, ts, trace);
        }

        @Override
        Builder self() {
            return this;
        }
    }
}
