package ai.openclaw.diagnostics.http.exposition;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.openclaw.diagnostics.catalog.Family;
import ai.openclaw.diagnostics.catalog.FamilyType;
import ai.openclaw.diagnostics.catalog.HistogramFamily;
import ai.openclaw.diagnostics.catalog.Label;
import ai.openclaw.diagnostics.store.Sample;
import ai.openclaw.diagnostics.store.Series;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The lines of one series, kept as bytes. An update writes digits over digits; only where a number gets longer or shorter
 * does what follows it move.
 *
 * <p>A line begins with the line break that ends the one before it, and has none at its own end: so it is a beginning
 * that never changes, {@code \nname{labels} }, and a number.
 */
final class SeriesText {

    private static final long[] NONE = {};
    private static final int MILLISECOND_DIGITS = 3;

    private final Sample sample;
    private final FamilyType type;
    private final int fractionDigits;
    private int revision;

    private byte[] bytes;
    private int length;

    /** For each line, where its number begins, and how long it is. */
    private final int[] numbers;

    private final byte[] widths;

    /** The numbers of a histogram's bucket lines. */
    private final long[] shown;

    SeriesText(Sample sample, TextSyntax syntax) {
        this.sample = sample;
        this.type = sample.series().family().type();
        this.fractionDigits = sample.series().family().unit().fractionDigits();
        List<String> lines = beginnings(sample.series());
        int numbersThatChange = lines.size();
        boolean hasCreated = syntax.hasCreated() && type != FamilyType.GAUGE;
        if (hasCreated) {
            lines.add(createdBeginning(sample.series(), syntax));
        }
        this.numbers = new int[lines.size()];
        this.widths = new byte[lines.size()];
        Arrays.fill(widths, (byte) 1);
        this.bytes = (String.join("0", lines) + "0").getBytes(UTF_8);
        this.length = bytes.length;
        this.shown = type == FamilyType.HISTOGRAM ? new long[numbersThatChange - 2] : NONE;
        int at = 0;
        for (int line = 0; line < numbers.length; line++) {
            numbers[line] = at + lines.get(line).getBytes(UTF_8).length;
            at = numbers[line] + 1;
        }
        if (hasCreated) {
            put(numbersThatChange, new Decimal().of(0, sample.series().admittedAtMs(), MILLISECOND_DIGITS));
        }
    }

    // --------------------------------------------------------------- the text

    private static List<String> beginnings(Series series) {
        Family family = series.family();
        String labels = labels(series.labels(), series.labelValues());
        String closed = closed(labels);
        List<String> lines = new ArrayList<>();
        if (!(family instanceof HistogramFamily histogram)) {
            lines.add("\n" + family.name() + closed);
            return lines;
        }
        String open = "\n" + family.name() + "_bucket{" + labels + (labels.isEmpty() ? "" : ",") + "le=\"";
        histogram.buckets().texts().forEach(bound -> lines.add(open + bound + "\"} "));
        lines.add(open + "+Inf\"} ");
        lines.add("\n" + family.name() + "_sum" + closed);
        lines.add("\n" + family.name() + "_count" + closed);
        return lines;
    }

    /** In seconds, as the format has all times. */
    private static String createdBeginning(Series series, TextSyntax syntax) {
        String labels = labels(series.labels(), series.labelValues());
        return "\n" + syntax.declaredName(series.family()) + "_created" + closed(labels);
    }

    private static String closed(String labels) {
        return labels.isEmpty() ? " " : "{" + labels + "} ";
    }

    private static String labels(List<Label> labels, List<String> values) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < labels.size(); i++) {
            text.append(i == 0 ? "" : ",").append(labels.get(i).name());
            text.append("=\"").append(escaped(values.get(i))).append('"');
        }
        return text.toString();
    }

    /** The label policy lets none of these through; an exposition that trusts that would be one bug from broken. */
    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }

    // ------------------------------------------------------------- the numbers

    /** Brings the numbers up to date and tells whether they changed. */
    boolean update(Decimal decimal) {
        if (revision == sample.revision()) {
            return false;
        }
        revision = sample.revision();
        switch (type) {
            case COUNTER -> put(0, sum(decimal));
            case GAUGE -> put(0, decimal.of(sample.gauge()));
            case HISTOGRAM -> putHistogram(decimal);
        }
        return true;
    }

    private void putHistogram(Decimal decimal) {
        long cumulative = 0;
        for (int i = 0; i < shown.length; i++) {
            cumulative += sample.bucket(i);
            if (shown[i] != cumulative) {
                shown[i] = cumulative;
                putCount(i, cumulative, decimal);
            }
        }
        put(shown.length, sum(decimal));
        putCount(shown.length + 1, cumulative, decimal); // the last bucket is +Inf: they agree by construction
    }

    private Decimal sum(Decimal decimal) {
        return decimal.of(sample.sumHigh(), sample.sumLow(), fractionDigits);
    }

    /** Writes over a count of as many digits in place. */
    private void putCount(int line, long count, Decimal decimal) {
        int width = widths[line];
        if (Decimal.hasDigits(count, width)) {
            Decimal.digitsBefore(bytes, numbers[line] + width, count);
        } else {
            put(line, decimal.of(count));
        }
    }

    private void put(int line, Decimal number) {
        int longer = number.length() - widths[line];
        if (longer != 0) {
            move(line, longer);
        }
        System.arraycopy(number.bytes(), number.start(), bytes, numbers[line], number.length());
    }

    private void move(int line, int by) {
        int from = numberEnd(line);
        if (length + by > bytes.length) {
            bytes = Arrays.copyOf(bytes, length + Math.max(by, numbers.length)); // each number may grow by a digit
        }
        System.arraycopy(bytes, from, bytes, from + by, length - from);
        length += by;
        widths[line] += (byte) by;
        for (int i = line + 1; i < numbers.length; i++) {
            numbers[i] += by;
        }
    }

    // ------------------------------------------------------------------ layout

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    int lines() {
        return numbers.length;
    }

    /** Returns where a line begins, with its line break. */
    int lineStart(int line) {
        return line == 0 ? 0 : numberEnd(line - 1);
    }

    int numberStart(int line) {
        return numbers[line];
    }

    int numberEnd(int line) {
        return numbers[line] + widths[line];
    }
}
