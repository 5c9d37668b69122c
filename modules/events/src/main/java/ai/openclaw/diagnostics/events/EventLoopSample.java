package ai.openclaw.diagnostics.events;

import org.jspecify.annotations.Nullable;

/**
 * The delay of an event loop was measured.
 *
 * @param intervalMs the observed time in milliseconds, {@code NaN} if unknown
 * @param delayMaxMs the longest delay in it, in milliseconds, {@code NaN} if unknown
 * @param ts when it happened, in milliseconds since 1970, {@code NaN} if unknown
 * @param trace the span that the event belongs to, for an exporter of spans alone
 */
public record EventLoopSample(
        double intervalMs,
        double delayMaxMs,
        double ts,
        @Nullable TraceContext trace) implements DiagnosticEvent {

    /** The type {@code gateway.event_loop.sample}. */
    public static final EventType<EventLoopSample> TYPE =
            EventType.of("gateway.event_loop.sample", EventLoopSample.class, EventLoopSample::new);

    EventLoopSample(FieldReader fields) {
        this(
                fields.number("intervalMs"),
                fields.number("delayMaxMs"),
                fields.number("ts"),
                fields.object("trace", TraceContext::read));
    }

    /** Returns a builder of an event of which nothing is known yet. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public EventType<EventLoopSample> type() {
        return TYPE;
    }

    /** Builds the event. */
    public static final class Builder extends EventBuilder<EventLoopSample, Builder> {
        private double intervalMs = Double.NaN;
        private double delayMaxMs = Double.NaN;

        private Builder() {}

        /** The observed time in milliseconds. */
        public Builder intervalMs(double value) {
            intervalMs = value;
            return this;
        }

        /** The longest delay in it, in milliseconds. */
        public Builder delayMaxMs(double value) {
            delayMaxMs = value;
            return this;
        }

        @Override
        public EventLoopSample build() {
            return new EventLoopSample(intervalMs, delayMaxMs, ts, trace);
        }

        @Override
        Builder self() {
            return this;
        }
    }
}
