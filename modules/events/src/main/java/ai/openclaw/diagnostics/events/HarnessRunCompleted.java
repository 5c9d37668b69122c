package ai.openclaw.diagnostics.events;

import org.jspecify.annotations.Nullable;

/**
 * A run of an agent harness ended.
 *
 * @param channel the channel that the work came in by
 * @param harnessId the harness
 * @param model the model's id
 * @param outcome how it ended
 * @param pluginId the plugin that provides the harness
 * @param provider the model provider
 * @param durationMs the duration in milliseconds, {@code NaN} if unknown
 */
public record HarnessRunCompleted(
        @Nullable String channel,
        @Nullable String harnessId,
        @Nullable String model,
        @Nullable String outcome,
        @Nullable String pluginId,
        @Nullable String provider,
        double durationMs)
        implements DiagnosticEvent {

    @Override
    public EventType type() {
        return EventType.HARNESS_RUN_COMPLETED;
    }
}
