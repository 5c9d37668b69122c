package ai.openclaw.diagnostics.events;

/** A subscriber's place on a {@link DiagnosticsChannel}. */
public interface Subscription extends AutoCloseable {

    /**
     * Ends the subscription; closing twice does nothing. Deliveries that other threads began before may still arrive
     * while this returns, none begins afterwards.
     */
    @Override
    void close();
}
