package ai.openclaw.diagnostics.events;

import org.jspecify.annotations.Nullable;

/**
 * An outbound delivery arrived.
 *
 * @param channel the channel that the work came in by
 * @param deliveryKind what is delivered
 * @param durationMs the duration in milliseconds, {@code NaN} if unknown
 */
public record MessageDeliveryCompleted(
        @Nullable String channel, @Nullable String deliveryKind, double durationMs) implements DiagnosticEvent {

    @Override
    public EventType type() {
        return EventType.MESSAGE_DELIVERY_COMPLETED;
    }
}
