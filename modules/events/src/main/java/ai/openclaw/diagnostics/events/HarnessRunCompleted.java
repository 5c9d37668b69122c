package ai.openclaw.diagnostics.events;

import org.jspecify.annotations.Nullable;

/**
 * A run of an agent harness ended.
 *
 * @param channel the channel that the work came in by
 * @param harnessId the harness
 * @param model the model's id
 * @param outcome how it ended
 * @param pluginId the plugin that provides the harness
 * @param provider the model provider
 * @param durationMs the duration in milliseconds, {@code NaN} if unknown
 * @param ts when it happened, in milliseconds since 1970, {@code NaN} if unknown
 * @param trace the span that the event belongs to, for an exporter of spans alone
 */
public record HarnessRunCompleted(
        @Nullable String channel,
        @Nullable String harnessId,
        @Nullable String model,
        @Nullable String outcome,
        @Nullable String pluginId,
        @Nullable String provider,
        double durationMs,
        double ts,
        @Nullable TraceContext trace)
        implements DiagnosticEvent {

    /** The type {@code harness.run.completed}. */
    public static final EventType<HarnessRunCompleted> TYPE =
            EventType.of("harness.run.completed", HarnessRunCompleted.class, HarnessRunCompleted::new);

    HarnessRunCompleted(FieldReader fields) {
        this(
                fields.text("channel"),
                fields.text("harnessId"),
                fields.text("model"),
                fields.text("outcome"),
                fields.text("pluginId"),
                fields.text("provider"),
                fields.number("durationMs"),
                fields.number("ts"),
                fields.object("trace", TraceContext::read));
    }

    /** Returns a builder of an event of which nothing is known yet. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public EventType<HarnessRunCompleted> type() {
        return TYPE;
    }

    /** Builds the event. */
    public static final class Builder extends EventBuilder<HarnessRunCompleted, Builder> {
        private @Nullable String channel;
        private @Nullable String harnessId;
        private @Nullable String model;
        private @Nullable String outcome;
        private @Nullable String pluginId;
        private @Nullable String provider;
        private double durationMs = Double.NaN;

        private Builder() {}

        /** The channel that the work came in by. */
        public Builder channel(@Nullable String value) {
            channel = value;
            return this;
        }

        /** The harness. */
        public Builder harnessId(@Nullable String value) {
            harnessId = value;
            return this;
        }

        /** The model's id. */
        public Builder model(@Nullable String value) {
            model = value;
            return this;
        }

        /** How it ended. */
        public Builder outcome(@Nullable String value) {
            outcome = value;
            return this;
        }

        /** The plugin that provides the harness. */
        public Builder pluginId(@Nullable String value) {
            pluginId = value;
            return this;
        }

        /** The model provider. */
        public Builder provider(@Nullable String value) {
            provider = value;
            return this;
        }

        /** The duration in milliseconds. */
        public Builder durationMs(double value) {
            durationMs = value;
            return this;
        }

        @Override
        public HarnessRunCompleted build() {
            return new HarnessRunCompleted(
                    channel, harnessId, model, outcome, pluginId, provider, durationMs, ts, trace);
        }

        @Override
        Builder self() {
            return this;
        }
    }
}
