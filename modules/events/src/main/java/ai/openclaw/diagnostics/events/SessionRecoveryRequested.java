package ai.openclaw.diagnostics.events;

import org.jspecify.annotations.Nullable;

/**
 * A stuck session is to be recovered.
 *
 * @param allowActiveAbort whether active work may be aborted
 * @param activeWorkKind the work found active
 * @param state the session's state
 * @param ageMs how long the work had been stuck, in milliseconds, {@code NaN} if unknown
 */
public record SessionRecoveryRequested(
        boolean allowActiveAbort,
        @Nullable String activeWorkKind,
        @Nullable String state,
        double ageMs) implements DiagnosticEvent {

    @Override
    public EventType type() {
        return EventType.SESSION_RECOVERY_REQUESTED;
    }
}
