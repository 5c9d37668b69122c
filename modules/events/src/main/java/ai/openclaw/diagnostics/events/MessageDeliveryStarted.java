package ai.openclaw.diagnostics.events;

import org.jspecify.annotations.Nullable;

/**
 * An outbound delivery was begun.
 *
 * @param channel the channel that the work came in by
 * @param deliveryKind what is delivered
 */
public record MessageDeliveryStarted(
        @Nullable String channel, @Nullable String deliveryKind) implements DiagnosticEvent {

    @Override
    public EventType type() {
        return EventType.MESSAGE_DELIVERY_STARTED;
    }
}
