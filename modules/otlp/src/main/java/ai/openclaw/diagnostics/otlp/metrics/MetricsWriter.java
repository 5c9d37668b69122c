package ai.openclaw.diagnostics.otlp.metrics;

import ai.openclaw.diagnostics.catalog.Family;
import ai.openclaw.diagnostics.otlp.wire.Envelope;
import ai.openclaw.diagnostics.otlp.wire.ProtoWriter;
import ai.openclaw.diagnostics.store.SeriesStore;
import ai.openclaw.diagnostics.store.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Encodes the metrics of a store as an {@code ExportMetricsServiceRequest}: cumulative, each series since its admission. The
 * store is read by a separate snapshot, so that the pull exporter is not disturbed.
 *
 * <p>All that changes in a point are numbers of eight bytes, so a message is laid out once, and while there are no other points
 * its numbers are overwritten where they are.
 *
 * <p>For one thread at a time; allocates only for series that are new.
 */
public final class MetricsWriter {

    private final Snapshot snapshot;
    private final List<MetricTemplate> metrics = new ArrayList<>();
    private final Envelope envelope;
    private final ProtoWriter out = new ProtoWriter(64 << 10);
    private final ProtoWriter scratch = new ProtoWriter(1 << 10);

    /** @param resource the attributes that everything that is sent has in common */
    public MetricsWriter(SeriesStore store, MetricNames names, Map<String, String> resource) {
        this.snapshot = Snapshot.of(store);
        this.envelope = new Envelope(resource);
        for (Family family : store.catalog().families()) {
            metrics.add(new MetricTemplate(family, snapshot.samples(family), names));
        }
    }

    /**
     * Encodes what the store holds now.
     *
     * @param epochNanos the time of the points
     * @return valid until the next call, and empty if there are no series
     */
    public ProtoWriter write(long epochNanos) {
        snapshot.refresh();
        if (snapshot.isEmpty()) {
            out.clear(0);
            return out;
        }
        if (!isLaidOut()) {
            layOut();
        }
        for (int i = 0; i < metrics.size(); i++) { // an iterator would be garbage
            metrics.get(i).update(out, epochNanos);
        }
        return out;
    }

    /** Tells whether the last message only needs other numbers. */
    private boolean isLaidOut() {
        boolean laidOut = out.length() > 0;
        for (int i = 0; i < metrics.size(); i++) {
            laidOut &= metrics.get(i).isLaidOut();
        }
        return laidOut;
    }

    private void layOut() {
        envelope.begin(out);
        for (int i = 0; i < metrics.size(); i++) {
            metrics.get(i).write(out, scratch);
        }
        envelope.end(out);
    }
}
