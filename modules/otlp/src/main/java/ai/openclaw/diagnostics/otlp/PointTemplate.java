package ai.openclaw.diagnostics.otlp;

import ai.openclaw.diagnostics.catalog.Family;
import ai.openclaw.diagnostics.catalog.GaugeFamily;
import ai.openclaw.diagnostics.catalog.HistogramFamily;
import ai.openclaw.diagnostics.catalog.Label;
import ai.openclaw.diagnostics.store.Sample;
import ai.openclaw.diagnostics.store.Series;
import java.math.BigDecimal;
import java.util.List;

/**
 * The encoded data point of one series. All that changes in it are numbers of eight bytes, so its size never does: it is encoded
 * once, and the numbers are written over.
 */
final class PointTemplate {

    // opentelemetry/proto/metrics/v1/metrics.proto: NumberDataPoint
    private static final int NUMBER_ATTRIBUTES = 7;
    private static final int NUMBER_VALUE = 4;
    // HistogramDataPoint
    private static final int HISTOGRAM_ATTRIBUTES = 9;
    private static final int COUNT = 4;
    private static final int SUM = 5;
    private static final int BUCKET_COUNTS = 6;
    private static final int BOUNDS = 7;
    // both
    private static final int START = 2;
    private static final int TIME = 3;
    private static final int WORD = 8;

    private final Sample sample;
    private final int digits;
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
        if (family instanceof HistogramFamily histogram) {
            out.fixed64(COUNT, 0);
            this.valueAt = out.length() - WORD;
            out.number(SUM, 0);
            int buckets = histogram.buckets().size() + 1;
            out.lengthOf(BUCKET_COUNTS, buckets * WORD);
            this.bucketsAt = out.length();
            for (int i = 0; i < buckets; i++) {
                out.raw64(0);
            }
            bounds(out, histogram.buckets().texts(), name.scale());
        } else {
            out.number(NUMBER_VALUE, 0);
            this.valueAt = out.length() - WORD;
            this.bucketsAt = -1;
        }
        attributes(out, series, names);
        this.bytes = out.toBytes();
    }

    /** From the texts, so that 0.005 s are 5 ms and nothing beside it. */
    private static void bounds(ProtoWriter out, List<String> texts, int scale) {
        out.lengthOf(BOUNDS, texts.size() * WORD);
        for (String text : texts) {
            out.raw64(Double.doubleToRawLongBits(
                    new BigDecimal(text).movePointRight(scale).doubleValue()));
        }
    }

    private static void attributes(ProtoWriter out, Series series, MetricNames names) {
        Family family = series.family();
        int field = family instanceof HistogramFamily ? HISTOGRAM_ATTRIBUTES : NUMBER_ATTRIBUTES;
        names.constants(family).forEach((key, value) -> Attributes.text(out, field, key, value));
        List<Label> labels = series.labels();
        for (int i = 0; i < labels.size(); i++) {
            Attributes.text(
                    out,
                    field,
                    names.attribute(family, labels.get(i)),
                    series.labelValues().get(i));
        }
    }

    /** Tells whether the series is a gauge that has no value now. */
    boolean isAbsent() {
        return sample.isAbsent();
    }

    /** Returns how many bytes it takes. */
    int size() {
        return bytes.length;
    }

    /** Writes the point as it is at this time. */
    void write(ProtoWriter out, long epochNanos) {
        if (sample.revision() != revision) {
            revision = sample.revision();
            update();
        }
        ProtoWriter.put64(bytes, timeAt, epochNanos);
        out.raw(bytes, 0, bytes.length);
    }

    private void update() {
        if (sample.series().family() instanceof GaugeFamily) {
            number(valueAt, sample.gauge());
            return;
        }
        double sum = FixedPointSum.value(sample.sumHigh(), sample.sumLow(), digits);
        if (bucketsAt < 0) {
            number(valueAt, sum);
            return;
        }
        ProtoWriter.put64(bytes, valueAt, sample.count());
        number(valueAt + WORD + 1, sum); // after the key of the sum
        int buckets = ((HistogramFamily) sample.series().family()).buckets().size() + 1;
        for (int i = 0; i < buckets; i++) {
            ProtoWriter.put64(bytes, bucketsAt + WORD * i, sample.bucket(i));
        }
    }

    private void number(int at, double value) {
        ProtoWriter.put64(bytes, at, Double.doubleToRawLongBits(value));
    }
}
