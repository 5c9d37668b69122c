package ai.openclaw.diagnostics.events;

import org.jspecify.annotations.Nullable;

/**
 * A call to a model provider ended.
 *
 * @param api the provider API spoken
 * @param model the model's id
 * @param provider the model provider
 * @param transport the transport used
 * @param durationMs the duration in milliseconds, {@code NaN} if unknown
 */
public record ModelCallCompleted(
        @Nullable String api,
        @Nullable String model,
        @Nullable String provider,
        @Nullable String transport,
        double durationMs)
        implements DiagnosticEvent {

    @Override
    public EventType type() {
        return EventType.MODEL_CALL_COMPLETED;
    }
}
