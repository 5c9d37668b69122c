package ai.openclaw.diagnostics.events;

import org.jspecify.annotations.Nullable;

/**
 * An outbound delivery failed.
 *
 * @param channel the channel that the work came in by
 * @param deliveryKind what is delivered
 * @param errorCategory the class of the failure
 * @param durationMs the duration in milliseconds, {@code NaN} if unknown
 */
public record MessageDeliveryError(
        @Nullable String channel,
        @Nullable String deliveryKind,
        @Nullable String errorCategory,
        double durationMs) implements DiagnosticEvent {

    @Override
    public EventType type() {
        return EventType.MESSAGE_DELIVERY_ERROR;
    }
}
