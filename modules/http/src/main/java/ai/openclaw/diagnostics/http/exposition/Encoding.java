package ai.openclaw.diagnostics.http.exposition;

/** The content encodings that scrapers can be given. */
public enum Encoding {
    /** As it is. */
    IDENTITY,
    /** One gzip member (RFC 1952). */
    GZIP
}
