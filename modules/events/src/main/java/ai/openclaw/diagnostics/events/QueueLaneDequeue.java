package ai.openclaw.diagnostics.events;

import org.jspecify.annotations.Nullable;

/**
 * An entry left a queue lane.
 *
 * @param lane the queue lane, which may have a session key in it
 * @param queueSize entries in the lane after the change, {@code NaN} if unknown
 * @param waitMs how long the entry waited, in milliseconds, {@code NaN} if unknown
 * @param ts when it happened, in milliseconds since 1970, {@code NaN} if unknown
 * @param trace the span that the event belongs to, for an exporter of spans alone
 */
public record QueueLaneDequeue(
        @Nullable String lane,
        double queueSize,
        double waitMs,
        double ts,
        @Nullable TraceContext trace) implements DiagnosticEvent {

    /** The type {@code queue.lane.dequeue}. */
    public static final EventType<QueueLaneDequeue> TYPE =
            EventType.of("queue.lane.dequeue", QueueLaneDequeue.class, QueueLaneDequeue::new);

    QueueLaneDequeue(FieldReader fields) {
        this(
                fields.text("lane"),
                fields.number("queueSize"),
                fields.number("waitMs"),
                fields.number("ts"),
                fields.object("trace", TraceContext::read));
    }

    /** Returns a builder of an event of which nothing is known yet. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public EventType<QueueLaneDequeue> type() {
        return TYPE;
    }

    /** Builds the event. */
    public static final class Builder extends EventBuilder<QueueLaneDequeue, Builder> {
        private @Nullable String lane;
        private double queueSize = Double.NaN;
        private double waitMs = Double.NaN;

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

        /** How long the entry waited, in milliseconds. */
        public Builder waitMs(double value) {
            waitMs = value;
            return this;
        }

        @Override
        public QueueLaneDequeue build() {
            return new QueueLaneDequeue(lane, queueSize, waitMs, ts, trace);
        }

        @Override
        Builder self() {
            return this;
        }
    }
}
