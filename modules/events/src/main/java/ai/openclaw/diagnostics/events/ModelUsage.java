package ai.openclaw.diagnostics.events;

import org.jspecify.annotations.Nullable;

/**
 * A model reported what it used.
 *
 * @param agentId the agent that used the model
 * @param channel the channel that the work came in by
 * @param model the model's id
 * @param provider the model provider
 * @param usage the tokens used, required; null only where a publisher left them out
 * @param costUsd the cost in US dollars, {@code NaN} if unknown
 * @param durationMs the duration in milliseconds, {@code NaN} if unknown
 * @param ts when it happened, in milliseconds since 1970, {@code NaN} if unknown
 * @param trace the span that the event belongs to, for an exporter of spans alone
 */
public record ModelUsage(
        @Nullable String agentId,
        @Nullable String channel,
        @Nullable String model,
        @Nullable String provider,
        @Nullable TokenUsage usage,
        double costUsd,
        double durationMs,
        double ts,
        @Nullable TraceContext trace)
        implements DiagnosticEvent {

    /** The type {@code model.usage}. */
    public static final EventType<ModelUsage> TYPE = EventType.of("model.usage", ModelUsage.class, ModelUsage::new);

    ModelUsage(FieldReader fields) {
        this(
                fields.text("agentId"),
                fields.text("channel"),
                fields.text("model"),
                fields.text("provider"),
                fields.required("usage", TokenUsage::new),
                fields.number("costUsd"),
                fields.number("durationMs"),
                fields.number("ts"),
                fields.object("trace", TraceContext::read));
    }

    /** Returns a builder of an event of which nothing is known yet. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public EventType<ModelUsage> type() {
        return TYPE;
    }

    /** Builds the event. */
    public static final class Builder extends EventBuilder<ModelUsage, Builder> {
        private @Nullable String agentId;
        private @Nullable String channel;
        private @Nullable String model;
        private @Nullable String provider;
        private @Nullable TokenUsage usage;
        private double costUsd = Double.NaN;
        private double durationMs = Double.NaN;

        private Builder() {}

        /** The agent that used the model. */
        public Builder agentId(@Nullable String value) {
            agentId = value;
            return this;
        }

        /** The channel that the work came in by. */
        public Builder channel(@Nullable String value) {
            channel = value;
            return this;
        }

        /** The model's id. */
        public Builder model(@Nullable String value) {
            model = value;
            return this;
        }

        /** The model provider. */
        public Builder provider(@Nullable String value) {
            provider = value;
            return this;
        }

        /** The tokens used, required. */
        public Builder usage(@Nullable TokenUsage value) {
            usage = value;
            return this;
        }

        /** The cost in US dollars. */
        public Builder costUsd(double value) {
            costUsd = value;
            return this;
        }

        /** The duration in milliseconds. */
        public Builder durationMs(double value) {
            durationMs = value;
            return this;
        }

        @Override
        public ModelUsage build() {
            return new ModelUsage(agentId, channel, model, provider, usage, costUsd, durationMs, ts, trace);
        }

        @Override
        Builder self() {
            return this;
        }
    }
}
