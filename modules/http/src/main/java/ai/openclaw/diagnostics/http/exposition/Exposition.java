package ai.openclaw.diagnostics.http.exposition;

/** Writes the series of one store in one format. */
public interface Exposition {

    /** Returns the value of {@code Content-Type} for what is written. */
    String contentType();

    /**
     * Appends the current values of all series; nothing if the store is empty. Takes from tenths of a millisecond to
     * some milliseconds, so an event loop should have it done elsewhere. Calls are serialised.
     */
    void writeTo(ByteSink out);
}
