package ai.openclaw.diagnostics.otlp.queue;

import ai.openclaw.diagnostics.otlp.wire.Encoder;
import ai.openclaw.diagnostics.otlp.wire.ProtoWriter;
import java.util.List;
import java.util.function.Function;

/** Encodes what waits in a queue, a batch at a time. */
public final class QueueEncoder<T> implements Encoder {

    private final BoundedQueue<T> queue;
    private final int batch;
    private final Function<List<T>, ProtoWriter> writer;
    private volatile int items;

    /**
     * @param batch how many items a message has at most
     * @param writer encodes them, to an empty message if there are none
     */
    public QueueEncoder(BoundedQueue<T> queue, int batch, Function<List<T>, ProtoWriter> writer) {
        this.queue = queue;
        this.batch = batch;
        this.writer = writer;
    }

    @Override
    public ProtoWriter encode() {
        List<T> taken = queue.take(batch);
        items = taken.size();
        return writer.apply(taken);
    }

    @Override
    public int items() {
        return items;
    }

    @Override
    public boolean hasMore() {
        return !queue.isEmpty();
    }

    @Override
    public long dropped() {
        return queue.dropped();
    }
}
