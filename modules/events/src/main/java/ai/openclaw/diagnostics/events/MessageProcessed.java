package ai.openclaw.diagnostics.events;

import org.jspecify.annotations.Nullable;

/**
 * An inbound message was processed.
 *
 * @param channel the channel that the work came in by
 * @param outcome how it ended
 * @param reason why, if a reason was given
 * @param durationMs the duration in milliseconds, {@code NaN} if unknown
 */
public record MessageProcessed(
        @Nullable String channel,
        @Nullable String outcome,
        @Nullable String reason,
        double durationMs) implements DiagnosticEvent {

    @Override
    public EventType type() {
        return EventType.MESSAGE_PROCESSED;
    }
}
