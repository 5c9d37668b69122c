package ai.openclaw.diagnostics.ingest;

/** How much a sender may send. A request beyond one of these is refused whole. */
final class IngestLimits {

    /** The longest line, in bytes. */
    static final int MAX_LINE_BYTES = 1 << 20;

    /** The largest body, in bytes, as it is sent and as it is decompressed. */
    static final int MAX_BODY_BYTES = 8 << 20;

    /** The most lines in a body. */
    static final int MAX_LINES = 10_000;

    /** The bytes of bodies that may be on their way at once, in all requests. */
    static final int MAX_PENDING_BYTES = 32 << 20;

    /** The most requests at once. Less than {@link #MAX_STREAMS}, so that no stream is forgotten in the middle of one. */
    static final int MAX_PENDING_REQUESTS = 32;

    /** The streams that are remembered. */
    static final int MAX_STREAMS = 64;

    /** The decompressed bytes that are not given back between two batches. */
    static final int MAX_KEPT_BYTES = 1 << 20;

    /** How long a body may take to arrive, in milliseconds. */
    static final long BODY_TIMEOUT_MS = 30_000;

    private IngestLimits() {}
}
