package ai.openclaw.diagnostics.events;

import org.jspecify.annotations.Nullable;

/**
 * An entry joined a queue lane.
 *
 * @param lane the queue lane, which may have a session key in it
 * @param queueSize entries in the lane after the change, {@code NaN} if unknown
 * @param ts when it happened, in milliseconds since 1970, {@code NaN} if unknown
 * @param trace the span that the event belongs to, for an exporter of spans alone
 */
public record QueueLaneEnqueue(
        @Nullable String lane,
        double queueSize,
        double ts,
        @Nullable TraceContext trace) implements DiagnosticEvent {

    /** The type {@code queue.lane.enqueue}. */
    public static final EventType<QueueLaneEnqueue> TYPE =
            EventType.of("queue.lane.enqueue", QueueLaneEnqueue.class, QueueLaneEnqueue::new);

    QueueLaneEnqueue(FieldReader fields) {
        this(
                fields.text("lane"),
                fields.number("queueSize"),
                fields.number("ts"),
                fields.object("trace", TraceContext::read));
    }

    /** Returns a builder of an event of which nothing is known yet. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public EventType<QueueLaneEnqueue> type() {
        return TYPE;
    }

    /** Builds the event. */
    public static final class Builder extends EventBuilder<QueueLaneEnqueue, Builder> {
        private @Nullable String lane;
        private double queueSize = Double.NaN;

        private Builder() {}

        /** The queue lane, which may have a session key in it. */
        public Builder lane(@Nullable String value) {
            lane = value;
            return this;
        }

        /** Entries in the lane after the change. */
        public Builder queueSize(double value) {
            queueSize = value;
            return this;
        }

        @Override
        public QueueLaneEnqueue build() {
            return new QueueLaneEnqueue(lane, queueSize, ts, trace);
        }

        @Override
        Builder self() {
            return this;
        }
    }
}
