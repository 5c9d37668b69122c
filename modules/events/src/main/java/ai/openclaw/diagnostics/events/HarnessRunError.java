package ai.openclaw.diagnostics.events;

import org.jspecify.annotations.Nullable;

/**
 * A run of an agent harness failed.
 *
 * @param channel the channel that the work came in by
 * @param errorCategory the class of the failure
 * @param harnessId the harness
 * @param model the model's id
 * @param phase the phase that failed
 * @param pluginId the plugin that provides the harness
 * @param provider the model provider
 * @param durationMs the duration in milliseconds, {@code NaN} if unknown
 * @param ts when it happened, in milliseconds since 1970, {@code NaN} if unknown
 * @param trace the span that the event belongs to, for an exporter of spans alone
 */
public record HarnessRunError(
        @Nullable String channel,
        @Nullable String errorCategory,
        @Nullable String harnessId,
        @Nullable String model,
        @Nullable String phase,
        @Nullable String pluginId,
        @Nullable String provider,
        double durationMs,
        double ts,
        @Nullable TraceContext trace)
        implements DiagnosticEvent {

    /** The type {@code harness.run.error}. */
    public static final EventType<HarnessRunError> TYPE =
            EventType.of("harness.run.error", HarnessRunError.class, HarnessRunError::new);

    HarnessRunError(FieldReader fields) {
        this(
                fields.text("channel"),
                fields.text("errorCategory"),
                fields.text("harnessId"),
                fields.text("model"),
                fields.text("phase"),
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
    public EventType<HarnessRunError> type() {
        return TYPE;
    }

    /** Builds the event. */
    public static final class Builder extends EventBuilder<HarnessRunError, Builder> {
        private @Nullable String channel;
        private @Nullable String errorCategory;
        private @Nullable String harnessId;
        private @Nullable String model;
        private @Nullable String phase;
        private @Nullable String pluginId;
        private @Nullable String provider;
        private double durationMs = Double.NaN;

        private Builder() {}

        /** The channel that the work came in by. */
        public Builder channel(@Nullable String value) {
            channel = value;
            return this;
        }

        /** The class of the failure. */
        public Builder errorCategory(@Nullable String value) {
            errorCategory = value;
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

        /** The phase that failed. */
        public Builder phase(@Nullable String value) {
            phase = value;
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
        public HarnessRunError build() {
            return new HarnessRunError(
                    channel, errorCategory, harnessId, model, phase, pluginId, provider, durationMs, ts, trace);
        }

        @Override
        Builder self() {
            return this;
        }
    }
}
