package ai.openclaw.diagnostics.events;

/** An event of a type that nothing here counts. It keeps nothing of the event, so that nothing of it can leak. */
public record Unrecognised() implements DiagnosticEvent {

    @Override
    public EventType type() {
        return EventType.UNRECOGNISED;
    }
}
