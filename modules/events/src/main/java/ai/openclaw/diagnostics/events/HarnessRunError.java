package ai.openclaw.diagnostics.events;

import org.jspecify.annotations.Nullable;

/**
 * A run of an agent harness failed.
 *
 * @param channel the channel that the work came in by
 * @param errorCategory the class of the failure
 * @param harnessId the harness
 * @param model the model's id
 * @param phase the phase that failed
 * @param pluginId the plugin that provides the harness
 * @param provider the model provider
 * @param durationMs the duration in milliseconds, {@code NaN} if unknown
 */
public record HarnessRunError(
        @Nullable String channel,
        @Nullable String errorCategory,
        @Nullable String harnessId,
        @Nullable String model,
        @Nullable String phase,
        @Nullable String pluginId,
        @Nullable String provider,
        double durationMs)
        implements DiagnosticEvent {

    @Override
    public EventType type() {
        return EventType.HARNESS_RUN_ERROR;
    }
}
