package ai.openclaw.diagnostics.events;

import org.jspecify.annotations.Nullable;

/**
 * An entry joined a queue lane.
 *
 * @param lane the queue lane, which may carry a session key
 * @param queueSize entries in the lane after the change, {@code NaN} if unknown
 */
public record QueueLaneEnqueue(@Nullable String lane, double queueSize) implements DiagnosticEvent {

    @Override
    public EventType type() {
        return EventType.QUEUE_LANE_ENQUEUE;
    }
}
