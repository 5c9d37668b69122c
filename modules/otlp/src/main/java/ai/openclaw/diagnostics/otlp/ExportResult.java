package ai.openclaw.diagnostics.otlp;

/**
 * What an export came to.
 *
 * @param sent whether the receiver took it
 * @param rejected how many of its items the receiver says it did not take
 * @param reason why it was not sent, in a few words without addresses or values; empty if it was
 * @param retryAfterMs how long the receiver asks not to be sent anything, 0 if it does not
 */
record ExportResult(boolean sent, long rejected, String reason, long retryAfterMs) {

    static ExportResult sent(long rejected) {
        return new ExportResult(true, rejected, "", 0);
    }

    static ExportResult failed(String reason) {
        return failed(reason, 0);
    }

    static ExportResult failed(String reason, long retryAfterMs) {
        return new ExportResult(false, 0, reason, Math.max(0, retryAfterMs));
    }
}
