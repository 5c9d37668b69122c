package ai.openclaw.diagnostics.events;

import org.jspecify.annotations.Nullable;

/**
 * Something happened in a voice session.
 *
 * @param brain who answers
 * @param talkEventType what happened in the session
 * @param mode the talk mode
 * @param provider the model provider
 * @param transport the transport used
 * @param durationMs the duration in milliseconds, {@code NaN} if unknown
 * @param byteLength audio bytes, {@code NaN} if the event carries none
 */
public record TalkEvent(
        @Nullable String brain,
        @Nullable String talkEventType,
        @Nullable String mode,
        @Nullable String provider,
        @Nullable String transport,
        double durationMs,
        double byteLength)
        implements DiagnosticEvent {

    @Override
    public EventType type() {
        return EventType.TALK_EVENT;
    }
}
