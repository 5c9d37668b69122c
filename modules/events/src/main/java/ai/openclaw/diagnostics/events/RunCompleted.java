package ai.openclaw.diagnostics.events;

import org.jspecify.annotations.Nullable;

/**
 * An agent run ended, whatever the outcome.
 *
 * @param channel the channel that the work came in by
 * @param model the model's id
 * @param outcome how it ended
 * @param provider the model provider
 * @param trigger what started it
 * @param durationMs the duration in milliseconds, {@code NaN} if unknown
 * @param blockedBy what blocked the run, if something did
 * @param ts when it happened, in milliseconds since 1970, {@code NaN} if unknown
 * @param trace the span that the event belongs to, for an exporter of spans alone
 */
public record RunCompleted(
        @Nullable String channel,
        @Nullable String model,
        @Nullable String outcome,
        @Nullable String provider,
        @Nullable String trigger,
        double durationMs,
        @Nullable String blockedBy,
        double ts,
        @Nullable TraceContext trace)
        implements DiagnosticEvent {

    /** The type {@code run.completed}. */
    public static final EventType<RunCompleted> TYPE =
            EventType.of("run.completed", RunCompleted.class, RunCompleted::new);

    RunCompleted(FieldReader fields) {
        this(
                fields.text("channel"),
                fields.text("model"),
                fields.text("outcome"),
                fields.text("provider"),
                fields.text("trigger"),
                fields.number("durationMs"),
                fields.text("blockedBy"),
                fields.number("ts"),
                fields.object("trace", TraceContext::read));
    }

    /** Returns a builder of an event of which nothing is known yet. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public EventType<RunCompleted> type() {
        return TYPE;
    }

    /** Builds the event. */
    public static final class Builder extends EventBuilder<RunCompleted, Builder> {
        private @Nullable String channel;
        private @Nullable String model;
        private @Nullable String outcome;
        private @Nullable String provider;
        private @Nullable String trigger;
        private double durationMs = Double.NaN;
        private @Nullable String blockedBy;

        private Builder() {}

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

        /** How it ended. */
        public Builder outcome(@Nullable String value) {
            outcome = value;
            return this;
        }

        /** The model provider. */
        public Builder provider(@Nullable String value) {
            provider = value;
            return this;
        }

        /** What started it. */
        public Builder trigger(@Nullable String value) {
            trigger = value;
            return this;
        }

        /** The duration in milliseconds. */
        public Builder durationMs(double value) {
            durationMs = value;
            return this;
        }

        /** What blocked the run, if something did. */
        public Builder blockedBy(@Nullable String value) {
            blockedBy = value;
            return this;
        }

        @Override
        public RunCompleted build() {
            return new RunCompleted(channel, model, outcome, provider, trigger, durationMs, blockedBy, ts, trace);
        }

        @Override
        Builder self() {
            return this;
        }
    }
}
