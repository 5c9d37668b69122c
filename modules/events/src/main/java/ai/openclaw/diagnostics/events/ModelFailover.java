package ai.openclaw.diagnostics.events;

import org.jspecify.annotations.Nullable;

/**
 * A model was replaced by another after a failure.
 *
 * @param fromModel the model that failed
 * @param fromProvider its provider
 * @param lane the queue lane, which may have a session key in it
 * @param reason why
 * @param suspended whether the failed model is suspended; null if unknown
 * @param toModel the model that replaces it
 * @param toProvider the provider of that one
 * @param ts when it happened, in milliseconds since 1970, {@code NaN} if unknown
 * @param trace the span that the event belongs to, for an exporter of spans alone
 */
public record ModelFailover(
        @Nullable String fromModel,
        @Nullable String fromProvider,
        @Nullable String lane,
        @Nullable String reason,
        @Nullable Boolean suspended,
        @Nullable String toModel,
        @Nullable String toProvider,
        double ts,
        @Nullable TraceContext trace)
        implements DiagnosticEvent {

    /** The type {@code model.failover}. */
    public static final EventType<ModelFailover> TYPE =
            EventType.of("model.failover", ModelFailover.class, ModelFailover::new);

    ModelFailover(FieldReader fields) {
        this(
                fields.text("fromModel"),
                fields.text("fromProvider"),
                fields.text("lane"),
                fields.text("reason"),
                fields.optionalFlag("suspended"),
                fields.text("toModel"),
                fields.text("toProvider"),
                fields.number("ts"),
                fields.object("trace", TraceContext::read));
    }

    /** Returns a builder of an event of which nothing is known yet. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public EventType<ModelFailover> type() {
        return TYPE;
    }

    /** Builds the event. */
    public static final class Builder extends EventBuilder<ModelFailover, Builder> {
        private @Nullable String fromModel;
        private @Nullable String fromProvider;
        private @Nullable String lane;
        private @Nullable String reason;
        private @Nullable Boolean suspended;
        private @Nullable String toModel;
        private @Nullable String toProvider;

        private Builder() {}

        /** The model that failed. */
        public Builder fromModel(@Nullable String value) {
            fromModel = value;
            return this;
        }

        /** Its provider. */
        public Builder fromProvider(@Nullable String value) {
            fromProvider = value;
            return this;
        }

        /** The queue lane, which may have a session key in it. */
        public Builder lane(@Nullable String value) {
            lane = value;
            return this;
        }

        /** Why. */
        public Builder reason(@Nullable String value) {
            reason = value;
            return this;
        }

        /** Whether the failed model is suspended. */
        public Builder suspended(@Nullable Boolean value) {
            suspended = value;
            return this;
        }

        /** The model that replaces it. */
        public Builder toModel(@Nullable String value) {
            toModel = value;
            return this;
        }

        /** The provider of that one. */
        public Builder toProvider(@Nullable String value) {
            toProvider = value;
            return this;
        }

        @Override
        public ModelFailover build() {
            return new ModelFailover(fromModel, fromProvider, lane, reason, suspended, toModel, toProvider, ts, trace);
        }

        @Override
        Builder self() {
            return this;
        }
    }
}
