package ai.openclaw.diagnostics.events;

import org.jspecify.annotations.Nullable;

/** An event of a type that is not known here. It keeps nothing of the event, so that nothing of it can leak. */
public record UnknownEvent() implements DiagnosticEvent {

    /** The type of all events that have no other. */
    public static final EventType<UnknownEvent> TYPE =
            EventType.of("unknown", UnknownEvent.class, fields -> new UnknownEvent());

    @Override
    public EventType<UnknownEvent> type() {
        return TYPE;
    }

    @Override
    public double ts() {
        return Double.NaN;
    }

    @Override
    public @Nullable TraceContext trace() {
        return null;
    }
}
