package ai.openclaw.diagnostics.events;

import org.jspecify.annotations.Nullable;

/**
 * An agent run came to an end, whatever the outcome.
 *
 * @param channel the channel that the work came in by
 * @param model the model's id
 * @param outcome how it ended
 * @param provider the model provider
 * @param trigger what set the run off
 * @param durationMs the duration in milliseconds, {@code NaN} if unknown
 */
public record RunCompleted(
        @Nullable String channel,
        @Nullable String model,
        @Nullable String outcome,
        @Nullable String provider,
        @Nullable String trigger,
        double durationMs)
        implements DiagnosticEvent {

    @Override
    public EventType type() {
        return EventType.RUN_COMPLETED;
    }
}
