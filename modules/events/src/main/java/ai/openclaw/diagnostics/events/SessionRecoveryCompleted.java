package ai.openclaw.diagnostics.events;

import org.jspecify.annotations.Nullable;

/**
 * The recovery of a stuck session ended.
 *
 * @param action what the recovery did
 * @param activeWorkKind the work found active
 * @param state the session's state
 * @param status how it went
 * @param ageMs how long the work had been stuck, in milliseconds, {@code NaN} if unknown
 */
public record SessionRecoveryCompleted(
        @Nullable String action,
        @Nullable String activeWorkKind,
        @Nullable String state,
        @Nullable String status,
        double ageMs)
        implements DiagnosticEvent {

    @Override
    public EventType type() {
        return EventType.SESSION_RECOVERY_COMPLETED;
    }
}
