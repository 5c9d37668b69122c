package ai.openclaw.diagnostics.http.exposition;

import java.nio.charset.StandardCharsets;

/** What scrapers get to see of one store. */
@FunctionalInterface
public interface Exposition {

    /**
     * Returns the current values of all series. Takes from nothing to some milliseconds, so an event loop should have
     * it done elsewhere. Any thread may call; calls are serialised.
     *
     * @return the body, which others may get too
     */
    Body render(Format format, Encoding encoding);

    /** Returns the current values in text format 0.0.4, for people and tests. */
    default String text() {
        return new String(render(Formats.TEXT, Encoding.IDENTITY).bytes(), StandardCharsets.UTF_8);
    }
}
