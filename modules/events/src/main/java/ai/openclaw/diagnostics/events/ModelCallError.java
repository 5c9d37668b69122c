package ai.openclaw.diagnostics.events;

import org.jspecify.annotations.Nullable;

/**
 * A call to a model provider failed.
 *
 * @param api the provider API that was called
 * @param errorCategory the class of the failure
 * @param model the model's id
 * @param provider the model provider
 * @param transport the transport used
 * @param durationMs the duration in milliseconds, {@code NaN} if unknown
 * @param observationUnit what is observed: {@code request}, or {@code turn} for a turn of an agent harness
 * @param ts when it happened, in milliseconds since 1970, {@code NaN} if unknown
 * @param trace the span that the event belongs to, for an exporter of spans alone
 */
public record ModelCallError(
        @Nullable String api,
        @Nullable String errorCategory,
        @Nullable String model,
        @Nullable String provider,
        @Nullable String transport,
        double durationMs,
        @Nullable String observationUnit,
        double ts,
        @Nullable TraceContext trace)
        implements DiagnosticEvent {

    /** The type {@code model.call.error}. */
    public static final EventType<ModelCallError> TYPE =
            EventType.of("model.call.error", ModelCallError.class, ModelCallError::new);

    ModelCallError(FieldReader fields) {
        this(
                fields.text("api"),
                fields.text("errorCategory"),
                fields.text("model"),
                fields.text("provider"),
                fields.text("transport"),
                fields.number("durationMs"),
                fields.text("observationUnit"),
                fields.number("ts"),
                fields.object("trace", TraceContext::read));
    }

    /** Returns a builder of an event of which nothing is known yet. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public EventType<ModelCallError> type() {
        return TYPE;
    }

    /** Builds the event. */
    public static final class Builder extends EventBuilder<ModelCallError, Builder> {
        private @Nullable String api;
        private @Nullable String errorCategory;
        private @Nullable String model;
        private @Nullable String provider;
        private @Nullable String transport;
        private double durationMs = Double.NaN;
        private @Nullable String observationUnit;

        private Builder() {}

        /** The provider API that was called. */
        public Builder api(@Nullable String value) {
            api = value;
            return this;
        }

        /** The class of the failure. */
        public Builder errorCategory(@Nullable String value) {
            errorCategory = value;
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

        /** The transport used. */
        public Builder transport(@Nullable String value) {
            transport = value;
            return this;
        }

        /** The duration in milliseconds. */
        public Builder durationMs(double value) {
            durationMs = value;
            return this;
        }

        /** What is observed: {@code request}, or {@code turn} for a turn of an agent harness. */
        public Builder observationUnit(@Nullable String value) {
            observationUnit = value;
            return this;
        }

        @Override
        public ModelCallError build() {
            return new ModelCallError(
                    api, errorCategory, model, provider, transport, durationMs, observationUnit, ts, trace);
        }

        @Override
        Builder self() {
            return this;
        }
    }
}
