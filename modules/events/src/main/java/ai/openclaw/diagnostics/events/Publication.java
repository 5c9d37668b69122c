package ai.openclaw.diagnostics.events;

/**
 * An event together with who vouches for it, as a line of recorded JSON holds them.
 *
 * @param event the event
 * @param provenance who vouches for it
 */
public record Publication(DiagnosticEvent event, Provenance provenance) {}
