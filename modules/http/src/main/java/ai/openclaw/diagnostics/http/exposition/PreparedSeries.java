package ai.openclaw.diagnostics.http.exposition;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.openclaw.diagnostics.catalog.Family;
import ai.openclaw.diagnostics.catalog.FamilyType;
import ai.openclaw.diagnostics.catalog.Label;
import ai.openclaw.diagnostics.store.Series;
import java.util.List;

/** The bytes of a series that never change, made when it is first exposed. */
final class PreparedSeries {

    /** A counter's or gauge's line up to its value. */
    final byte[] value;

    /** A histogram's bucket lines up to where {@code le} begins. */
    final byte[] bucket;

    /** A histogram's {@code _sum} line up to its value. */
    final byte[] sum;

    /** A histogram's {@code _count} line up to its value. */
    final byte[] count;

    PreparedSeries(Series series) {
        Family family = series.family();
        String name = family.name();
        String labels = labels(family.labels(), series.labelValues());
        String closed = labels.isEmpty() ? " " : "{" + labels + "} ";
        boolean histogram = family.type() == FamilyType.HISTOGRAM;
        value = bytes(!histogram, name + closed);
        bucket = bytes(histogram, name + "_bucket{" + labels);
        sum = bytes(histogram, name + "_sum" + closed);
        count = bytes(histogram, name + "_count" + closed);
    }

    private static byte[] bytes(boolean used, String text) {
        return used ? text.getBytes(UTF_8) : new byte[0];
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
}
