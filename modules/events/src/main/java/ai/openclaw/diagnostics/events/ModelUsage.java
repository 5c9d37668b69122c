package ai.openclaw.diagnostics.events;

import org.jspecify.annotations.Nullable;

/**
 * A model reported what it used.
 *
 * @param agentId the agent that used the model
 * @param channel the channel that the work came in by
 * @param model the model's id
 * @param provider the model provider
 * @param usage the tokens used; null only where a publisher left them out
 * @param costUsd the cost in US dollars, {@code NaN} where the price is unknown
 * @param durationMs the duration in milliseconds, {@code NaN} if unknown
 */
public record ModelUsage(
        @Nullable String agentId,
        @Nullable String channel,
        @Nullable String model,
        @Nullable String provider,
        @Nullable TokenUsage usage,
        double costUsd,
        double durationMs)
        implements DiagnosticEvent {

    @Override
    public EventType type() {
        return EventType.MODEL_USAGE;
    }
}
