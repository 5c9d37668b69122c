package ai.openclaw.diagnostics.ingest;

/**
 * What became of the lines of a batch.
 *
 * @param accepted events that were published as trusted or internal
 * @param ignored events that nothing counts: untrusted, or of an unknown type
 * @param rejected lines that are not events
 */
record BatchResult(int accepted, int ignored, int rejected) {

    static final BatchResult NOTHING = new BatchResult(0, 0, 0);

    /** Returns the body of the answer. */
    String json(long nextBatch) {
        return "{\"accepted\":" + accepted + ",\"ignored\":" + ignored + ",\"rejected\":" + rejected + ",\"nextBatch\":"
                + nextBatch + "}";
    }
}
