package ai.openclaw.diagnostics.otlp.metrics;

import ai.openclaw.diagnostics.catalog.Family;
import ai.openclaw.diagnostics.catalog.FamilyType;
import ai.openclaw.diagnostics.otlp.wire.ProtoWriter;
import ai.openclaw.diagnostics.store.Sample;
import java.util.ArrayList;
import java.util.List;

/** The encoded {@code Metric} of one family, with the points of its series. All lengths are known before it is written. */
final class MetricTemplate {

    // opentelemetry/proto/metrics/v1/metrics.proto
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

    private final FamilyType type;
    private final List<Sample> samples;
    private final PointLayout layout;
    private final List<PointTemplate> points = new ArrayList<>();
    private final byte[] head;
    private final byte[] tail;
    private int sizeOfPoints;

    /** @param samples a view, to which the samples of series are added that are admitted later */
    MetricTemplate(Family family, List<Sample> samples, MetricNames names) {
        this.type = family.type();
        this.samples = samples;
        this.layout = new PointLayout(DATA_POINTS, family, names);
        this.head = head(family, names.of(family));
        this.tail = tail(type);
    }

    private static byte[] head(Family family, MetricName name) {
        ProtoWriter out = new ProtoWriter(256);
        out.text(NAME, name.name());
        out.text(DESCRIPTION, family.help());
        if (!name.unit().isEmpty()) {
            out.text(UNIT, name.unit());
        }
        return out.toBytes();
    }

    /** Returns what follows the points. */
    private static byte[] tail(FamilyType type) {
        ProtoWriter out = new ProtoWriter(8);
        if (type != FamilyType.GAUGE) {
            out.int64(TEMPORALITY, CUMULATIVE);
        }
        if (type == FamilyType.COUNTER) {
            out.bool(MONOTONIC, true);
        }
        return out.toBytes();
    }

    /** Tells whether the points are those that were written last. */
    boolean isLaidOut() {
        boolean laidOut = points.size() == samples.size();
        for (int i = 0; type == FamilyType.GAUGE && i < points.size(); i++) {
            laidOut &= points.get(i).isLaidOut();
        }
        return laidOut;
    }

    /**
     * Writes the metric with points whose numbers are not in force; nothing for a family without series.
     *
     * @param scratch for new points; what it holds is lost
     */
    void write(ProtoWriter out, ProtoWriter scratch) {
        while (points.size() < samples.size()) {
            PointTemplate point = new PointTemplate(layout, samples.get(points.size()), scratch);
            points.add(point);
            sizeOfPoints += point.size();
        }
        if (points.isEmpty()) {
            return;
        }
        int data = (type == FamilyType.GAUGE ? measured() : sizeOfPoints) + tail.length;
        out.lengthOf(METRICS, head.length + 1 + ProtoWriter.varintSize(data) + data);
        out.raw(head, 0, head.length);
        out.lengthOf(dataField(), data);
        for (int i = 0; i < points.size(); i++) {
            points.get(i).write(out);
        }
        out.raw(tail, 0, tail.length);
    }

    /** Puts the numbers of now into what was written last. */
    void update(ProtoWriter out, long epochNanos) {
        for (int i = 0; i < points.size(); i++) {
            points.get(i).update(out.array(), epochNanos);
        }
    }

    /** Returns the size of the points as they are now: that of a gauge depends on whether it has a value. */
    private int measured() {
        int size = 0;
        for (int i = 0; i < points.size(); i++) {
            size += points.get(i).size();
        }
        return size;
    }

    private int dataField() {
        return switch (type) {
            case COUNTER -> SUM;
            case GAUGE -> GAUGE;
            case HISTOGRAM -> HISTOGRAM;
        };
    }
}
