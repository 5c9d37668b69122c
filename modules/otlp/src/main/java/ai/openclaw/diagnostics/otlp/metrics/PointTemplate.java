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
 * The encoded data point of one series. All that changes in it are numbers of eight bytes, so its size never does: it is encoded
 * once, and the numbers are overwritten.
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
    private static final byte[] ABSENT = absent();

    private final Sample sample;
    private final int digits;
    private final int buckets;
    private final byte[] bytes;
    private final int timeAt;
    private final int valueAt;
    private final int bucketsAt;
    private int revision = -1;

    PointTemplate(Sample sample, MetricNames names) {
        Series series = sample.series();
        Family family = series.family();
        MetricName name = names.of(family);
        this.sample = sample;
        this.digits = family.unit().fractionDigits() - name.scale();
        ProtoWriter out = new ProtoWriter(512);
        out.fixed64(START, Math.multiplyExact(series.admittedAtMs(), 1_000_000L));
        out.fixed64(TIME, 0);
        this.timeAt = out.length() - WORD;
        attributes(out, series, names);
        this.valueAt = out.length() + KEY;
        if (family instanceof HistogramFamily histogram) {
            this.buckets = histogram.buckets().size() + 1;
            out.fixed64(COUNT, 0);
            out.number(SUM, 0);
            out.lengthOf(BUCKET_COUNTS, buckets * WORD);
            this.bucketsAt = out.length();
            for (int i = 0; i < buckets; i++) {
                out.raw64(0);
            }
            bounds(out, histogram.buckets().texts(), name.scale());
        } else {
            this.buckets = 0;
            this.bucketsAt = -1;
            out.number(NUMBER_VALUE, 0);
        }
        this.bytes = out.toBytes();
    }

    private static byte[] absent() {
        ProtoWriter out = new ProtoWriter(2);
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

    /** Returns how many bytes it takes now. */
    int size() {
        return sample.isAbsent() ? valueAt - KEY + ABSENT.length : bytes.length;
    }

    /** Writes the point as it is at this time. */
    void write(ProtoWriter out, long epochNanos) {
        ProtoWriter.put64(bytes, timeAt, epochNanos);
        if (sample.isAbsent()) {
            out.raw(bytes, 0, valueAt - KEY);
            out.raw(ABSENT, 0, ABSENT.length);
            return;
        }
        if (sample.revision() != revision) {
            revision = sample.revision();
            update();
        }
        out.raw(bytes, 0, bytes.length);
    }

    private void update() {
        if (sample.series().family() instanceof GaugeFamily) {
            number(valueAt, sample.gauge());
            return;
        }
        double sum = FixedPointSum.value(sample.sumHigh(), sample.sumLow(), digits);
        if (buckets == 0) {
            number(valueAt, sum);
            return;
        }
        ProtoWriter.put64(bytes, valueAt, sample.count());
        number(valueAt + WORD + KEY, sum);
        for (int i = 0; i < buckets; i++) {
            ProtoWriter.put64(bytes, bucketsAt + WORD * i, sample.bucket(i));
        }
    }

    private void number(int at, double value) {
        ProtoWriter.put64(bytes, at, Double.doubleToRawLongBits(value));
    }
}
