package ai.openclaw.diagnostics.events;

import org.jspecify.annotations.Nullable;

/**
 * A stuck session is to be recovered.
 *
 * @param allowActiveAbort whether active work may be aborted
 * @param activeWorkKind the work found active
 * @param state the session's state
 * @param ageMs how long it had been stuck, in milliseconds, {@code NaN} if unknown
 * @param ts when it happened, in milliseconds since 1970, {@code NaN} if unknown
 * @param trace the span that the event belongs to, for an exporter of spans alone
 */
public record SessionRecoveryRequested(
        boolean allowActiveAbort,
        @Nullable String activeWorkKind,
        @Nullable String state,
        double ageMs,
        double ts,
        @Nullable TraceContext trace)
        implements DiagnosticEvent {

    /** The type {@code session.recovery.requested}. */
    public static final EventType<SessionRecoveryRequested> TYPE =
            EventType.of("session.recovery.requested", SessionRecoveryRequested.class, SessionRecoveryRequested::new);

    SessionRecoveryRequested(FieldReader fields) {
        this(
                fields.flag("allowActiveAbort"),
                fields.text("activeWorkKind"),
                fields.text("state"),
                fields.number("ageMs"),
                fields.number("ts"),
                fields.object("trace", TraceContext::read));
    }

    /** Returns a builder of an event of which nothing is known yet. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public EventType<SessionRecoveryRequested> type() {
        return TYPE;
    }

    /** Builds the event. */
    public static final class Builder extends EventBuilder<SessionRecoveryRequested, Builder> {
        private boolean allowActiveAbort;
        private @Nullable String activeWorkKind;
        private @Nullable String state;
        private double ageMs = Double.NaN;

        private Builder() {}

        /** Whether active work may be aborted. */
        public Builder allowActiveAbort(boolean value) {
            allowActiveAbort = value;
            return this;
        }

        /** The work found active. */
        public Builder activeWorkKind(@Nullable String value) {
            activeWorkKind = value;
            return this;
        }

        /** The session's state. */
        public Builder state(@Nullable String value) {
            state = value;
            return this;
        }

        /** How long it had been stuck, in milliseconds. */
        public Builder ageMs(double value) {
            ageMs = value;
            return this;
        }

        @Override
        public SessionRecoveryRequested build() {
            return new SessionRecoveryRequested(allowActiveAbort, activeWorkKind, state, ageMs, ts, trace);
        }

        @Override
        Builder self() {
            return this;
        }
    }
}
