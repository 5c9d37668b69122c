package ai.openclaw.diagnostics.events;

import org.jspecify.annotations.Nullable;

/**
 * An entry left a queue lane.
 *
 * @param lane the queue lane, which may carry a session key
 * @param queueSize entries in the lane after the change, {@code NaN} if unknown
 * @param waitMs how long the entry waited, in milliseconds, {@code NaN} if unknown
 */
public record QueueLaneDequeue(@Nullable String lane, double queueSize, double waitMs) implements DiagnosticEvent {

    @Override
    public EventType type() {
        return EventType.QUEUE_LANE_DEQUEUE;
    }
}
