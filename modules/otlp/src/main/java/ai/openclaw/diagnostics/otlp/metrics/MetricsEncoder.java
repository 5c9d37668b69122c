package ai.openclaw.diagnostics.otlp.metrics;

import ai.openclaw.diagnostics.otlp.wire.Encoder;
import ai.openclaw.diagnostics.otlp.wire.ProtoWriter;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Encodes the metrics as they are at the time of the export. */
public final class MetricsEncoder implements Encoder {

    private final Supplier<MetricsWriter> writers;
    private @Nullable MetricsWriter writer;

    /** @param writers asked for the first writer, and for another after one failed: its snapshot cannot be used again */
    public MetricsEncoder(Supplier<MetricsWriter> writers) {
        this.writers = writers;
    }

    @Override
    public void prepare() {
        encode();
    }

    @Override
    public ProtoWriter encode() {
        MetricsWriter current = writer == null ? writers.get() : writer;
        writer = null;
        ProtoWriter encoded = current.write(TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis()));
        writer = current;
        return encoded;
    }
}
