package ai.openclaw.diagnostics.replay;

/** A recording that could be read in part. What was read is published; its message says where and why it ended. */
public final class IncompleteRecordingException extends Exception {
    private static final long serialVersionUID = 1L;

    IncompleteRecordingException(String message) {
        super(message);
    }
}
