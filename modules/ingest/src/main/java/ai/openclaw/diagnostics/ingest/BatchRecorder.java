package ai.openclaw.diagnostics.ingest;

import ai.openclaw.diagnostics.events.DiagnosticsChannel;
import ai.openclaw.diagnostics.events.EventDecoder;
import ai.openclaw.diagnostics.events.EventEnvelope;
import ai.openclaw.diagnostics.events.Rejections;
import ai.openclaw.diagnostics.events.UnknownEvent;
import java.time.Instant;
import java.util.Optional;

/**
 * Records batches, one at a time, each stream's in order and each batch once. Used by one worker thread; {@link #status} by
 * any.
 */
final class BatchRecorder {

    private final DiagnosticsChannel channel;
    private final EventDecoder decoder;
    private final BatchText text = new BatchText();
    private final SenderStreams streams = new SenderStreams();
    private long events;
    private long ignored;
    private long rejected;

    BatchRecorder(DiagnosticsChannel channel, Rejections rejections) {
        this.channel = channel;
        this.decoder = EventDecoder.create(rejections);
    }

    /**
     * Records a batch unless it was recorded before, and returns the body of the answer.
     *
     * @throws IngestException if it is refused; nothing of it was recorded then
     */
    synchronized String record(Batch batch, byte[] body) {
        SenderStream stream = streams.get(batch.stream());
        BatchResult result = stream.hasTaken(batch.number())
                ? stream.repeat(batch.number(), Instant.now())
                : take(stream, batch, body);
        return result.json(stream.nextBatch());
    }

    private BatchResult take(SenderStream stream, Batch batch, byte[] body) {
        BatchResult result = publish(body, batch.gzip());
        stream.take(batch, result, Instant.now());
        streams.remember(stream);
        events += result.accepted();
        ignored += result.ignored();
        rejected += result.rejected();
        return result;
    }

    private BatchResult publish(byte[] body, boolean gzip) {
        try {
            text.load(body, gzip); // refuses before the first event is recorded
            Counts counts = new Counts();
            text.forEachLine(counts);
            return new BatchResult(counts.accepted, counts.ignored, counts.rejected);
        } finally {
            text.clear();
        }
    }

    /** Returns what was recorded so far. */
    synchronized IngestStatus status(long refused, long busy) {
        return new IngestStatus(events, ignored, rejected, refused, busy, streams.status());
    }

    /** Publishes each line and counts what became of it. */
    private final class Counts implements BatchText.LineReader {
        private int accepted;
        private int ignored;
        private int rejected;

        @Override
        public void line(byte[] bytes, int offset, int length) {
            Optional<EventEnvelope> decoded = decoder.decode(bytes, offset, length);
            if (decoded.isEmpty()) {
                rejected++;
                return;
            }
            EventEnvelope envelope = decoded.get();
            channel.publish(envelope.event(), envelope.provenance());
            if (envelope.provenance().isTrusted() && envelope.event().type() != UnknownEvent.TYPE) {
                accepted++;
            } else {
                ignored++;
            }
        }
    }
}
