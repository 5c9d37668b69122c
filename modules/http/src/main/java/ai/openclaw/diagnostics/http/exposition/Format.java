package ai.openclaw.diagnostics.http.exposition;

import ai.openclaw.diagnostics.store.SeriesStore;

/** An exposition format that scrapers can be given. To add one, write its class and add it to {@link Formats#ALL}. */
public interface Format {

    /** Returns the name and version, for people. */
    String text();

    /** Returns what scrapers ask for in {@code Accept}. */
    MediaType mediaType();

    /** Returns the value of {@code Content-Type}. */
    String contentType();

    /** Returns what renders a store in this format. */
    FormatRenderer newRenderer(SeriesStore store);
}
