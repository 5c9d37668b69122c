package ai.openclaw.diagnostics.http.route;

import ai.openclaw.diagnostics.http.exposition.Encoding;
import ai.openclaw.diagnostics.http.exposition.Format;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How scrapes of a route went so far.
 *
 * @param requests scrapes of callers who may read
 * @param refused scrapes that were answered with 503
 * @param failures scrapes that could not be rendered
 * @param last the last scrape that was given a body, null if none was
 */
public record ScrapeStatus(
        long requests,
        long refused,
        long failures,
        @Nullable Scrape last) {

    /**
     * One scrape.
     *
     * @param at when its body was ready
     * @param format the format
     * @param encoding the content encoding
     * @param bytes the size of the body as it was sent
     * @param durationMs from the request to the body, in milliseconds
     * @param client the kind of program that asked
     */
    public record Scrape(
            Instant at, Format format, Encoding encoding, long bytes, double durationMs, ClientKind client) {}
}
