package ai.openclaw.diagnostics.otlp.metrics;

import static ai.openclaw.diagnostics.otlp.metrics.PointLayout.KEY;
import static ai.openclaw.diagnostics.otlp.metrics.PointLayout.TIME_POSITION;
import static ai.openclaw.diagnostics.otlp.metrics.PointLayout.WORD;

import ai.openclaw.diagnostics.otlp.wire.ProtoWriter;
import ai.openclaw.diagnostics.store.Sample;

/**
 * The data point of one series, encoded once without its numbers, and the place of these in the message that it was written into.
 *
 * <p>A gauge that was withdrawn is the exception: its point says that there is no value, in place of one, so that a receiver ends
 * the series now and does not repeat the last value for minutes.
 */
final class PointTemplate {

    private final PointLayout layout;
    private final Sample sample;
    private final byte[] bytes;
    private final byte[] absentBytes;
    private final int timeAt;
    private final int absentTimeAt;
    private final int valueAt;
    private final int bucketsAt;
    private int at;
    private boolean absent;
    private int revision = -1;

    /** @param scratch to write into; what it holds is lost */
    PointTemplate(PointLayout layout, Sample sample, ProtoWriter scratch) {
        this.layout = layout;
        this.sample = sample;
        this.absentBytes = layout.isGauge() ? withoutValue(layout, sample, scratch) : new byte[0];
        this.absentTimeAt = TIME_POSITION - scratch.offset();
        layout.begin(scratch, sample.series());
        int value = scratch.position() + KEY;
        int firstBucket = layout.numbers(scratch);
        this.bytes = layout.end(scratch);
        this.timeAt = TIME_POSITION - scratch.offset();
        this.valueAt = value - scratch.offset();
        this.bucketsAt = firstBucket - scratch.offset();
    }

    private static byte[] withoutValue(PointLayout layout, Sample sample, ProtoWriter scratch) {
        layout.begin(scratch, sample.series());
        layout.noNumber(scratch);
        return layout.end(scratch);
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
            if (layout.isGauge()) {
                number(message, valueAt, sample.gauge());
            } else if (layout.buckets() == 0) {
                number(message, valueAt, sum());
            } else {
                histogram(message);
            }
        }
    }

    private double sum() {
        return FixedPointSum.value(sample.sumHigh(), sample.sumLow(), layout.digits());
    }

    private void histogram(byte[] message) {
        int firstBucket = at + bucketsAt;
        int buckets = layout.buckets();
        long count = 0;
        for (int i = 0; i < buckets; i++) {
            long bucket = sample.bucket(i);
            if (bucket != 0) { // one that is 0 always was
                count += bucket;
                ProtoWriter.put64(message, firstBucket + WORD * i, bucket);
            }
        }
        ProtoWriter.put64(message, at + valueAt, count);
        number(message, valueAt + WORD + KEY, sum());
    }

    private void number(byte[] message, int offset, double value) {
        ProtoWriter.put64(message, at + offset, Double.doubleToRawLongBits(value));
    }
}
