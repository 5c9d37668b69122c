package ai.openclaw.diagnostics.ingest;

/** A request that is refused, with the status and the sentence that its sender gets. Never quotes what was sent. */
final class IngestException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;

    IngestException(int status, String message) {
        super(message, null, false, false); // thrown for what a client sent: no stack trace to fill
        this.status = status;
    }

    int status() {
        return status;
    }
}
