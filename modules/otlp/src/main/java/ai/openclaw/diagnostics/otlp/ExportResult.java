package ai.openclaw.diagnostics.otlp;

/**
 * What an export came to.
 *
 * @param sent whether the receiver took it
 * @param rejected how many of its items the receiver says it did not take
 * @param reason why it was not sent, in a few words without addresses or values; empty if it was
 */
record ExportResult(boolean sent, long rejected, String reason) {

    static ExportResult sent(long rejected) {
        return new ExportResult(true, rejected, "");
    }

    static ExportResult failed(String reason) {
        return new ExportResult(false, 0, reason);
    }
}
