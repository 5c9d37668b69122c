package ai.openclaw.diagnostics.http.exposition;

/** Renders one store in one format. For one thread at a time. */
@FunctionalInterface
public interface FormatRenderer {

    /**
     * Returns the current values of all series. If it throws, the renderer is in no particular state and must not be used
     * again.
     *
     * @return the body, which may be the one that was returned before, and must not be changed
     */
    Body render(Encoding encoding);
}
