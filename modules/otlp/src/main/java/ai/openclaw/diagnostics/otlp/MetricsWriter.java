package ai.openclaw.diagnostics.otlp;

import ai.openclaw.diagnostics.catalog.Family;
import ai.openclaw.diagnostics.catalog.FamilyType;
import ai.openclaw.diagnostics.store.Sample;
import ai.openclaw.diagnostics.store.SeriesStore;
import ai.openclaw.diagnostics.store.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Encodes the metrics of a store as an {@code ExportMetricsServiceRequest}: cumulative, each series since its admission. The
 * store is read by a snapshot of its own, so that the pull exporter is not disturbed.
 *
 * <p>For one thread at a time; allocates only for series that are new.
 */
final class MetricsWriter {

    // opentelemetry/proto/metrics/v1/metrics.proto
    private static final int RESOURCE_METRICS = 1;
    private static final int RESOURCE = 1;
    private static final int SCOPE_METRICS = 2;
    private static final int SCOPE = 1;
    private static final int SCOPE_NAME = 1;
    private static final int METRICS = 2;
    private static final int NAME = 1;
    private static final int DESCRIPTION = 2;
    private static final int UNIT = 3;
    private static final int GAUGE = 5;
    private static final int SUM = 7;
    private static final int HISTOGRAM = 9;
    private static final int DATA_POINTS = 1;
    private static final int TEMPORALITY = 2;
    private static final int CUMULATIVE = 2;
    private static final int MONOTONIC = 3;

    private final Snapshot snapshot;
    private final List<Metric> metrics = new ArrayList<>();
    private final byte[] head;
    private final ProtoWriter out = new ProtoWriter(64 << 10);
    private final MetricNames names;

    MetricsWriter(SeriesStore store, MetricNames names, Map<String, String> resource) {
        this.snapshot = store.newSnapshot();
        this.names = names;
        for (Family family : store.catalog().families()) {
            metrics.add(new Metric(family, snapshot.samples(family)));
        }
        ProtoWriter writer = new ProtoWriter(256);
        Attributes.resource(writer, RESOURCE, resource);
        this.head = writer.toBytes();
    }

    /** Encodes what the store holds now; the result is valid until the next call, and empty if there are no series. */
    ProtoWriter write(long epochNanos) {
        snapshot.refresh();
        out.clear();
        if (snapshot.isEmpty()) {
            return out;
        }
        int all = out.begin(RESOURCE_METRICS);
        out.raw(head, 0, head.length);
        int scoped = out.begin(SCOPE_METRICS);
        int scope = out.begin(SCOPE);
        out.text(SCOPE_NAME, "openclaw");
        out.end(scope);
        for (int i = 0; i < metrics.size(); i++) { // an iterator would be garbage
            metrics.get(i).write(epochNanos);
        }
        out.end(scoped);
        out.end(all);
        return out;
    }

    /** One family with the points of its series. */
    private final class Metric {
        private final Family family;
        private final List<Sample> samples;
        private final List<PointTemplate> points = new ArrayList<>();
        private final byte[] head;
        private int pointBytes;

        Metric(Family family, List<Sample> samples) {
            this.family = family;
            this.samples = samples;
            MetricName name = names.of(family);
            ProtoWriter writer = new ProtoWriter(256);
            writer.text(NAME, name.name());
            writer.text(DESCRIPTION, family.help());
            if (!name.unit().isEmpty()) {
                writer.text(UNIT, name.unit());
            }
            this.head = writer.toBytes();
        }

        void write(long epochNanos) {
            while (points.size() < samples.size()) {
                PointTemplate point = new PointTemplate(samples.get(points.size()), names);
                points.add(point);
                pointBytes += sizeInList(point);
            }
            int absentBytes = absentBytes();
            if (pointBytes > absentBytes) {
                writePoints(epochNanos, pointBytes - absentBytes);
            }
        }

        private static int sizeInList(PointTemplate point) {
            return 1 + ProtoWriter.varintSize(point.size()) + point.size();
        }

        /** What points take that are not sent now: gauges that were withdrawn. */
        private int absentBytes() {
            int absent = 0;
            if (family.type() == FamilyType.GAUGE) {
                for (int i = 0; i < points.size(); i++) {
                    absent += points.get(i).isAbsent() ? sizeInList(points.get(i)) : 0;
                }
            }
            return absent;
        }

        /** All lengths are known beforehand. */
        private void writePoints(long epochNanos, int size) {
            int data = size + (family.type() == FamilyType.GAUGE ? 0 : 2) + (isCounter() ? 2 : 0);
            out.lengthOf(METRICS, head.length + 1 + ProtoWriter.varintSize(data) + data);
            out.raw(head, 0, head.length);
            out.lengthOf(dataField(), data);
            for (int i = 0; i < points.size(); i++) {
                if (!points.get(i).isAbsent()) {
                    out.lengthOf(DATA_POINTS, points.get(i).size());
                    points.get(i).write(out, epochNanos);
                }
            }
            if (family.type() != FamilyType.GAUGE) {
                out.int64(TEMPORALITY, CUMULATIVE);
            }
            if (isCounter()) {
                out.bool(MONOTONIC, true);
            }
        }

        private boolean isCounter() {
            return family.type() == FamilyType.COUNTER;
        }

        private int dataField() {
            return switch (family.type()) {
                case COUNTER -> SUM;
                case GAUGE -> GAUGE;
                case HISTOGRAM -> HISTOGRAM;
            };
        }
    }
}
