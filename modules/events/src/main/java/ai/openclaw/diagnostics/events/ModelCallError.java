package ai.openclaw.diagnostics.events;

import org.jspecify.annotations.Nullable;

/**
 * A call to a model provider failed.
 *
 * @param api the provider API spoken
 * @param errorCategory the class of the failure
 * @param model the model's id
 * @param provider the model provider
 * @param transport the transport used
 * @param durationMs the duration in milliseconds, {@code NaN} if unknown
 */
public record ModelCallError(
        @Nullable String api,
        @Nullable String errorCategory,
        @Nullable String model,
        @Nullable String provider,
        @Nullable String transport,
        double durationMs)
        implements DiagnosticEvent {

    @Override
    public EventType type() {
        return EventType.MODEL_CALL_ERROR;
    }
}
