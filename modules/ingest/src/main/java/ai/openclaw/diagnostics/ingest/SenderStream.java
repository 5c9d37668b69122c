package ai.openclaw.diagnostics.ingest;

import java.time.Instant;

/** What is remembered of one stream: its last batch and its counts. Guarded by {@link SenderStreams}. */
final class SenderStream {

    private final String id;
    private long lastBatch;
    private BatchResult lastResult = BatchResult.NOTHING;
    private long batches;
    private long events;
    private long repeated;
    private long lostBatches;
    private long droppedBySender;
    private Instant lastAt = Instant.EPOCH;

    SenderStream(String id) {
        this.id = id;
    }

    String id() {
        return id;
    }

    /** Tells whether this batch was taken before. */
    boolean hasTaken(long batch) {
        return batch <= lastBatch;
    }

    /** Notes that a batch came again, and returns what it came to: known for the last one, nothing for one before it. */
    BatchResult repeat(long batch, Instant now) {
        repeated++;
        lastAt = now;
        return batch == lastBatch ? lastResult : BatchResult.NOTHING;
    }

    /** Notes a batch that was recorded. The first one that is seen of a stream may have any number. */
    void take(Batch batch, BatchResult result, Instant now) {
        if (lastBatch > 0) {
            lostBatches += batch.number() - lastBatch - 1;
        }
        lastBatch = batch.number();
        lastResult = result;
        batches++;
        events += result.accepted();
        droppedBySender = Math.max(droppedBySender, batch.droppedBySender());
        lastAt = now;
    }

    /** Returns the number of the batch that should come next. */
    long nextBatch() {
        return lastBatch + 1;
    }

    IngestStatus.Stream status() {
        return new IngestStatus.Stream(id, batches, events, repeated, lostBatches, droppedBySender, lastAt);
    }
}
