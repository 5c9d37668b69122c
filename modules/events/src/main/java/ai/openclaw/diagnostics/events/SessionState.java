package ai.openclaw.diagnostics.events;

import org.jspecify.annotations.Nullable;

/**
 * A session entered a state.
 *
 * @param reason why, if a reason was given
 * @param state the session's state
 * @param queueDepth messages queued for the session, {@code NaN} if unknown
 */
public record SessionState(
        @Nullable String reason, @Nullable String state, double queueDepth) implements DiagnosticEvent {

    @Override
    public EventType type() {
        return EventType.SESSION_STATE;
    }
}
