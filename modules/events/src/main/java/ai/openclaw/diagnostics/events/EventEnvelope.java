package ai.openclaw.diagnostics.events;

/**
 * An event with its provenance, as a line of recorded JSON has them.
 *
 * @param event the event
 * @param provenance whether it is trusted
 */
public record EventEnvelope(DiagnosticEvent event, Provenance provenance) {}
