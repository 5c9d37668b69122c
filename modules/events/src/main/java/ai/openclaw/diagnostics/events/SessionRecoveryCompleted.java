package ai.openclaw.diagnostics.events;

import org.jspecify.annotations.Nullable;

/**
 * The recovery of a stuck session ended.
 *
 * @param action what the recovery did
 * @param activeWorkKind the work found active
 * @param state the session's state
 * @param status how it went
 * @param ageMs how long it had been stuck, in milliseconds, {@code NaN} if unknown
 * @param ts when it happened, in milliseconds since 1970, {@code NaN} if unknown
 * @param trace the span that the event belongs to, for an exporter of spans alone
 */
public record SessionRecoveryCompleted(
        @Nullable String action,
        @Nullable String activeWorkKind,
        @Nullable String state,
        @Nullable String status,
        double ageMs,
        double ts,
        @Nullable TraceContext trace)
        implements DiagnosticEvent {

    /** The type {@code session.recovery.completed}. */
    public static final EventType<SessionRecoveryCompleted> TYPE =
            EventType.of("session.recovery.completed", SessionRecoveryCompleted.class, SessionRecoveryCompleted::new);

    SessionRecoveryCompleted(FieldReader fields) {
        this(
                fields.text("action"),
                fields.text("activeWorkKind"),
                fields.text("state"),
                fields.text("status"),
                fields.number("ageMs"),
                fields.number("ts"),
                fields.object("trace", TraceContext::read));
    }

    /** Returns a builder of an event of which nothing is known yet. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public EventType<SessionRecoveryCompleted> type() {
        return TYPE;
    }

    /** Builds the event. */
    public static final class Builder extends EventBuilder<SessionRecoveryCompleted, Builder> {
        private @Nullable String action;
        private @Nullable String activeWorkKind;
        private @Nullable String state;
        private @Nullable String status;
        private double ageMs = Double.NaN;

        private Builder() {}

        /** What the recovery did. */
        public Builder action(@Nullable String value) {
            action = value;
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

        /** How it went. */
        public Builder status(@Nullable String value) {
            status = value;
            return this;
        }

        /** How long it had been stuck, in milliseconds. */
        public Builder ageMs(double value) {
            ageMs = value;
            return this;
        }

        @Override
        public SessionRecoveryCompleted build() {
            return new SessionRecoveryCompleted(action, activeWorkKind, state, status, ageMs, ts, trace);
        }

        @Override
        Builder self() {
            return this;
        }
    }
}
