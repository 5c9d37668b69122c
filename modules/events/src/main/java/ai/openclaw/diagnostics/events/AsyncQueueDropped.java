package ai.openclaw.diagnostics.events;

import org.jspecify.annotations.Nullable;

/**
 * The queue of diagnostic events was full.
 *
 * @param droppedEvents events dropped, {@code NaN} if unknown
 * @param droppedTrustedEvents trusted events among them, {@code NaN} if unknown
 * @param droppedUntrustedEvents untrusted events among them, {@code NaN} if unknown
 * @param droppedPriorityEvents priority events among them, {@code NaN} if unknown
 * @param queueLength events in the queue, {@code NaN} if unknown
 * @param ts when it happened, in milliseconds since 1970, {@code NaN} if unknown
 * @param trace the span that the event belongs to, for an exporter of spans alone
 */
public record AsyncQueueDropped(
        double droppedEvents,
        double droppedTrustedEvents,
        double droppedUntrustedEvents,
        double droppedPriorityEvents,
        double queueLength,
        double ts,
        @Nullable TraceContext trace)
        implements DiagnosticEvent {

    /** The type {@code diagnostic.async_queue.dropped}. */
    public static final EventType<AsyncQueueDropped> TYPE =
            EventType.of("diagnostic.async_queue.dropped", AsyncQueueDropped.class, AsyncQueueDropped::new);

    AsyncQueueDropped(FieldReader fields) {
        this(
                fields.number("droppedEvents"),
                fields.number("droppedTrustedEvents"),
                fields.number("droppedUntrustedEvents"),
                fields.number("droppedPriorityEvents"),
                fields.number("queueLength"),
                fields.number("ts"),
                fields.object("trace", TraceContext::read));
    }

    /** Returns a builder of an event of which nothing is known yet. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public EventType<AsyncQueueDropped> type() {
        return TYPE;
    }

    /** Builds the event. */
    public static final class Builder extends EventBuilder<AsyncQueueDropped, Builder> {
        private double droppedEvents = Double.NaN;
        private double droppedTrustedEvents = Double.NaN;
        private double droppedUntrustedEvents = Double.NaN;
        private double droppedPriorityEvents = Double.NaN;
        private double queueLength = Double.NaN;

        private Builder() {}

        /** Events dropped. */
        public Builder droppedEvents(double value) {
            droppedEvents = value;
            return this;
        }

        /** Trusted events among them. */
        public Builder droppedTrustedEvents(double value) {
            droppedTrustedEvents = value;
            return this;
        }

        /** Untrusted events among them. */
        public Builder droppedUntrustedEvents(double value) {
            droppedUntrustedEvents = value;
            return this;
        }

        /** Priority events among them. */
        public Builder droppedPriorityEvents(double value) {
            droppedPriorityEvents = value;
            return this;
        }

        /** Events in the queue. */
        public Builder queueLength(double value) {
            queueLength = value;
            return this;
        }

        @Override
        public AsyncQueueDropped build() {
            return new AsyncQueueDropped(
                    droppedEvents,
                    droppedTrustedEvents,
                    droppedUntrustedEvents,
                    droppedPriorityEvents,
                    queueLength,
                    ts,
                    trace);
        }

        @Override
        Builder self() {
            return this;
        }
    }
}
