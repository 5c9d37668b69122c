package ai.openclaw.diagnostics.ingest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The streams that are remembered, at most so many; the one that was idle for the longest time is forgotten first. */
final class SenderStreams {

    private final Map<String, SenderStream> streams = new LinkedHashMap<>(16, 0.75f, true) {

        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, SenderStream> eldest) {
            return size() > IngestLimits.MAX_STREAMS;
        }
    };

    /** Returns the stream of this id, which then is the last that will be forgotten, or one that is not remembered yet. */
    SenderStream get(String id) {
        SenderStream stream = streams.get(id);
        return stream == null ? new SenderStream(id) : stream;
    }

    /** Remembers a stream, once a batch of it was recorded: what is refused pushes no stream out. */
    void remember(SenderStream stream) {
        streams.put(stream.id(), stream);
    }

    /** Returns all streams, the one that was idle for the longest time first. */
    List<IngestStatus.Stream> status() {
        return streams.values().stream().map(SenderStream::status).toList();
    }
}
