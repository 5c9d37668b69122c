package ai.openclaw.diagnostics.events;

/** Receives the events of a {@link DiagnosticsChannel}. */
@FunctionalInterface
public interface DiagnosticSubscriber {

    /**
     * Takes an event, on the thread that publishes it: any thread, several at once, event loops among them. It must not
     * block. What it throws is counted and logged by the channel and does not reach the publisher.
     */
    void onEvent(DiagnosticEvent event, Provenance provenance);
}
