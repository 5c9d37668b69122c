package ai.openclaw.diagnostics.otlp.metrics;

import ai.openclaw.diagnostics.catalog.Family;
import ai.openclaw.diagnostics.catalog.GaugeFamily;
import ai.openclaw.diagnostics.catalog.HistogramFamily;
import ai.openclaw.diagnostics.catalog.Label;
import ai.openclaw.diagnostics.otlp.wire.Attributes;
import ai.openclaw.diagnostics.otlp.wire.ProtoWriter;
import ai.openclaw.diagnostics.store.Sample;
import ai.openclaw.diagnostics.store.Series;
import java.math.BigDecimal;
import java.util.List;

/**
 * The data point of one series, encoded once without its numbers, and the place of these in the message that it was written into.
 *
 * <p>A gauge that was withdrawn is the exception: its point says that there is no value, in place of one, so that a receiver ends
 * the series now and does not repeat the last value for minutes.
 */
final class PointTemplate {

    // opentelemetry/proto/metrics/v1/metrics.proto: NumberDataPoint
    private static final int NUMBER_ATTRIBUTES = 7;
    private static final int NUMBER_VALUE = 4;
    private static final int NUMBER_FLAGS = 8;
    private static final int NO_RECORDED_VALUE = 1;
    // HistogramDataPoint
    private static final int HISTOGRAM_ATTRIBUTES = 9;
    private static final int COUNT = 4;
    private static final int SUM = 5;
    private static final int BUCKET_COUNTS = 6;
    private static final int BOUNDS = 7;
    // both
    private static final int START = 2;
    private static final int TIME = 3;

    private static final int KEY = 1;
    private static final int WORD = 8;

    private final Sample sample;
    private final int digits;
    private final int buckets;
    private final boolean gauge;
    private final byte[] bytes;
    private final byte[] absentBytes;
    private final int timeAt;
    private final int absentTimeAt;
    private final int valueAt;
    private final int bucketsAt;
    private int at;
    private boolean absent;
    private int revision = -1;

    /** @param field of the list that the point is in */
    PointTemplate(int field, Sample sample, MetricNames names) {
        Series series = sample.series();
        Family family = series.family();
        MetricName name = names.of(family);
        this.sample = sample;
        this.digits = family.unit().fractionDigits() - name.scale();
        this.gauge = family instanceof GaugeFamily;
        ProtoWriter out = new ProtoWriter(512);
        out.fixed64(START, Math.multiplyExact(series.admittedAtMs(), 1_000_000L));
        out.fixed64(TIME, 0);
        int time = out.length() - WORD;
        attributes(out, series, names);
        byte[] withoutValue = gauge ? withoutValue(out) : new byte[0];
        int value = out.length() + KEY;
        int firstBucket = value + WORD;
        if (family instanceof HistogramFamily histogram) {
            this.buckets = histogram.buckets().size() + 1;
            out.fixed64(COUNT, 0);
            out.number(SUM, 0);
            out.lengthOf(BUCKET_COUNTS, buckets * WORD);
            firstBucket = out.length();
            for (int i = 0; i < buckets; i++) {
                out.raw64(0);
            }
            bounds(out, histogram.buckets().texts(), name.scale());
        } else {
            this.buckets = 0;
            out.number(NUMBER_VALUE, 0);
        }
        this.bytes = inList(field, out.toBytes());
        this.absentBytes = inList(field, withoutValue);
        int shift = bytes.length - out.length();
        this.timeAt = time + shift;
        this.absentTimeAt = time + absentBytes.length - withoutValue.length;
        this.valueAt = value + shift;
        this.bucketsAt = firstBucket + shift;
    }

    private static byte[] inList(int field, byte[] point) {
        ProtoWriter out = new ProtoWriter(point.length + 6);
        out.bytes(field, point);
        return out.toBytes();
    }

    private static byte[] withoutValue(ProtoWriter beforeValue) {
        ProtoWriter out = new ProtoWriter(512);
        out.raw(beforeValue.array(), beforeValue.offset(), beforeValue.length());
        out.int64(NUMBER_FLAGS, NO_RECORDED_VALUE);
        return out.toBytes();
    }

    private static void attributes(ProtoWriter out, Series series, MetricNames names) {
        Family family = series.family();
        int field = family instanceof HistogramFamily ? HISTOGRAM_ATTRIBUTES : NUMBER_ATTRIBUTES;
        names.constants(family).forEach((key, value) -> Attributes.text(out, field, key, value));
        List<Label> labels = series.labels();
        List<String> values = series.labelValues();
        for (int i = 0; i < labels.size(); i++) {
            Attributes.text(out, field, names.attribute(family, labels.get(i)), values.get(i));
        }
    }

    /** From the texts, so that 0.005 s are exactly 5 ms. */
    private static void bounds(ProtoWriter out, List<String> texts, int scale) {
        out.lengthOf(BOUNDS, texts.size() * WORD);
        for (String text : texts) {
            double bound = new BigDecimal(text).movePointRight(scale).doubleValue();
            out.raw64(Double.doubleToRawLongBits(bound));
        }
    }

    /** Returns how many bytes it takes now, with what precedes it in the list. */
    int size() {
        return sample.isAbsent() ? absentBytes.length : bytes.length;
    }

    /** Tells whether the point that was written last has a value if the series has one. */
    boolean isLaidOut() {
        return sample.isAbsent() == absent;
    }

    /** Writes the point without its numbers. */
    void write(ProtoWriter out) {
        absent = sample.isAbsent();
        byte[] written = absent ? absentBytes : bytes;
        at = out.position();
        revision = -1;
        out.raw(written, 0, written.length);
    }

    /** Puts the numbers of now into the message that the point was written into. */
    void update(byte[] message, long epochNanos) {
        if (absent) {
            ProtoWriter.put64(message, at + absentTimeAt, epochNanos);
            return;
        }
        ProtoWriter.put64(message, at + timeAt, epochNanos);
        if (sample.revision() != revision) {
            revision = sample.revision();
            if (gauge) {
                number(message, valueAt, sample.gauge());
            } else if (buckets == 0) {
                number(message, valueAt, sum());
            } else {
                histogram(message);
            }
        }
    }

    private double sum() {
        return FixedPointSum.value(sample.sumHigh(), sample.sumLow(), digits);
    }

    private void histogram(byte[] message) {
        int firstBucket = at + bucketsAt;
        long count = 0;
        for (int i = 0; i < buckets; i++) {
            long bucket = sample.bucket(i);
            count += bucket;
            ProtoWriter.put64(message, firstBucket + WORD * i, bucket);
        }
        ProtoWriter.put64(message, at + valueAt, count);
        number(message, valueAt + WORD + KEY, sum());
    }

    private void number(byte[] message, int offset, double value) {
        ProtoWriter.put64(message, at + offset, Double.doubleToRawLongBits(value));
    }
}
