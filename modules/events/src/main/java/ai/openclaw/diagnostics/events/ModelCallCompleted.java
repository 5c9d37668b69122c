package ai.openclaw.diagnostics.events;

import org.jspecify.annotations.Nullable;

/**
 * A call to a model provider ended well.
 *
 * @param api the provider API that was called
 * @param model the model's id
 * @param provider the model provider
 * @param transport the transport used
 * @param durationMs the duration in milliseconds, {@code NaN} if unknown
 * @param observationUnit what is observed: {@code request}, or {@code turn} for a turn of an agent harness
 * @param ts when it happened, in milliseconds since 1970, {@code NaN} if unknown
 * @param trace the span that the event belongs to, for an exporter of spans alone
 */
public record ModelCallCompleted(
        @Nullable String api,
        @Nullable String model,
        @Nullable String provider,
        @Nullable String transport,
        double durationMs,
        @Nullable String observationUnit,
        double ts,
        @Nullable TraceContext trace)
        implements DiagnosticEvent {

    /** The type {@code model.call.completed}. */
    public static final EventType<ModelCallCompleted> TYPE =
            EventType.of("model.call.completed", ModelCallCompleted.class, ModelCallCompleted::new);

    ModelCallCompleted(FieldReader fields) {
        this(
                fields.text("api"),
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
    public EventType<ModelCallCompleted> type() {
        return TYPE;
    }

    /** Builds the event. */
    public static final class Builder extends EventBuilder<ModelCallCompleted, Builder> {
        private @Nullable String api;
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
        public ModelCallCompleted build() {
            return new ModelCallCompleted(api, model, provider, transport, durationMs, observationUnit, ts, trace);
        }

        @Override
        Builder self() {
            return this;
        }
    }
}
