package ai.openclaw.diagnostics.otlp.metrics;

import ai.openclaw.diagnostics.catalog.Family;
import ai.openclaw.diagnostics.catalog.GaugeFamily;
import ai.openclaw.diagnostics.catalog.HistogramFamily;
import ai.openclaw.diagnostics.catalog.Label;
import ai.openclaw.diagnostics.otlp.wire.Attributes;
import ai.openclaw.diagnostics.otlp.wire.ProtoWriter;
import ai.openclaw.diagnostics.store.Series;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How the points of one family are encoded. What they have in common is encoded once, attributes that several of them have, too:
 * with thousands of series that is most of the work of the first export.
 */
final class PointLayout {

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

    static final int KEY = 1;
    static final int WORD = 8;

    /** What precedes a point in the list takes at most this. */
    private static final int RESERVED = 6;

    private static final int START_POSITION = RESERVED + KEY;

    /** Where {@link #begin} leaves room for the time. */
    static final int TIME_POSITION = START_POSITION + WORD + KEY;

    private final int field;
    private final List<LabelAttribute> attributes = new ArrayList<>();
    private final byte[] head;
    private final byte[] numbers;
    private final int firstNumber;
    private final int digits;
    private final int buckets;
    private final boolean gauge;

    /** @param field of the list that the points are in */
    PointLayout(int field, Family family, MetricNames names) {
        HistogramFamily histogram = family instanceof HistogramFamily it ? it : null;
        int attributesField = histogram == null ? NUMBER_ATTRIBUTES : HISTOGRAM_ATTRIBUTES;
        int scale = names.of(family).scale();
        this.field = field;
        for (Label label : family.labels()) {
            attributes.add(new LabelAttribute(attributesField, label.name(), names.attribute(family, label)));
        }
        ProtoWriter out = new ProtoWriter(256);
        out.fixed64(START, 0);
        out.fixed64(TIME, 0);
        for (Map.Entry<String, String> constant : names.constants(family).entrySet()) {
            Attributes.text(out, attributesField, constant.getKey(), constant.getValue());
        }
        this.head = out.toBytes();
        out.clear(0);
        this.buckets = histogram == null ? 0 : histogram.buckets().size() + 1;
        this.firstNumber = numbers(out, buckets);
        if (histogram != null) {
            bounds(out, histogram.buckets().texts(), scale);
        }
        this.numbers = out.toBytes();
        this.digits = family.unit().fractionDigits() - scale;
        this.gauge = family instanceof GaugeFamily;
    }

    /** Writes room for the numbers of a point, and returns the position of the first bucket, or of the value. */
    private static int numbers(ProtoWriter out, int buckets) {
        if (buckets == 0) {
            out.number(NUMBER_VALUE, 0);
            return out.position() - WORD;
        }
        out.fixed64(COUNT, 0);
        out.number(SUM, 0);
        out.lengthOf(BUCKET_COUNTS, buckets * WORD);
        int first = out.position();
        for (int i = 0; i < buckets; i++) {
            out.raw64(0);
        }
        return first;
    }

    /** From the texts, so that 0.005 s are exactly 5 ms. */
    private static void bounds(ProtoWriter out, List<String> texts, int scale) {
        out.lengthOf(BOUNDS, texts.size() * WORD);
        for (String text : texts) {
            double bound = new BigDecimal(text).movePointRight(scale).doubleValue();
            out.raw64(Double.doubleToRawLongBits(bound));
        }
    }

    /** Returns the number of decimal digits of the fixed-point sums. */
    int digits() {
        return digits;
    }

    /** Returns the number of buckets, 0 if the family has none. */
    int buckets() {
        return buckets;
    }

    boolean isGauge() {
        return gauge;
    }

    /** Begins a point: its times and its attributes. Clears the writer. */
    void begin(ProtoWriter out, Series series) {
        out.clear(RESERVED);
        out.raw(head, 0, head.length);
        ProtoWriter.put64(out.array(), START_POSITION, Math.multiplyExact(series.admittedAtMs(), 1_000_000L));
        attributes(out, series.labels(), series.labelValues());
    }

    private void attributes(ProtoWriter out, List<Label> labels, List<String> values) {
        boolean all = labels.size() == attributes.size();
        int next = 0;
        for (int i = 0; i < labels.size(); i++) {
            next = all ? i : indexOf(labels.get(i).name(), next);
            LabelAttribute attribute = attributes.get(next);
            byte[] known = attribute.encoded(values.get(i));
            byte[] encoded = known == null ? attribute.encode(values.get(i)) : known;
            out.raw(encoded, 0, encoded.length);
        }
    }

    /** Returns which attribute is that of a label, which is not before another: both are in the family's order. */
    private int indexOf(String label, int from) {
        int index = from;
        while (!attributes.get(index).isOf(label)) {
            index++;
        }
        return index;
    }

    /** Writes room for the numbers of a point, and returns the position of the first bucket, or of the value. */
    int numbers(ProtoWriter out) {
        int position = out.position() + firstNumber;
        out.raw(numbers, 0, numbers.length);
        return position;
    }

    /** Writes, in place of numbers, that there is none. */
    void noNumber(ProtoWriter out) {
        out.int64(NUMBER_FLAGS, NO_RECORDED_VALUE);
    }

    /** Ends a point, and returns it with what precedes it in the list; position 0 is then the writer's offset. */
    byte[] end(ProtoWriter out) {
        out.wrap(field);
        return out.toBytes();
    }
}
