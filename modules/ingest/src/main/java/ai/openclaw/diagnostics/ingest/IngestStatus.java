package ai.openclaw.diagnostics.ingest;

import java.time.Instant;
import java.util.List;

/**
 * What came in since the start, for an operator to look at.
 *
 * @param events events that were published as trusted or internal
 * @param ignored events that were untrusted or of an unknown type
 * @param rejected lines that were not events
 * @param refused requests that were refused whole: wrong headers, too large, not gzip, too slow
 * @param busy requests that were sent away with 503
 * @param streams what is remembered of senders, the one that was idle for the longest time first
 */
public record IngestStatus(long events, long ignored, long rejected, long refused, long busy, List<Stream> streams) {

    /** Copies the list. */
    public IngestStatus {
        streams = List.copyOf(streams);
    }

    /**
     * One life of a sender.
     *
     * @param id the sender's name for it
     * @param batches batches that were recorded
     * @param events events of them that were published as trusted or internal
     * @param repeated batches that came again and were not counted again
     * @param lostBatches batches that never came, though later ones did
     * @param droppedBySender events that the sender says it dropped
     * @param lastAt when the last batch came
     */
    public record Stream(
            String id,
            long batches,
            long events,
            long repeated,
            long lostBatches,
            long droppedBySender,
            Instant lastAt) {}
}
