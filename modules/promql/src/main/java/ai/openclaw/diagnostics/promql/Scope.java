package ai.openclaw.diagnostics.promql;

import ai.openclaw.diagnostics.catalog.Family;
import ai.openclaw.diagnostics.catalog.FamilyType;
import ai.openclaw.diagnostics.catalog.HistogramFamily;
import ai.openclaw.diagnostics.catalog.Label;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The matchers that all selectors of a document share, such as {@code job="openclaw"}. */
public final class Scope {

    private final String matchers;

    private Scope(String matchers) {
        this.matchers = matchers;
    }

    /** Returns a scope with these matchers, as they stand between the braces of a selector. */
    public static Scope of(String matchers) {
        return new Scope(matchers);
    }

    /** Returns the matchers, as they are between the braces of a selector. */
    public String matchers() {
        return matchers;
    }

    /** Returns the series of a counter or gauge. */
    public Selector of(Family family) {
        if (family.type() == FamilyType.HISTOGRAM) {
            throw new QueryException(family + " is a histogram: select its buckets, count or sum");
        }
        boolean counter = family.type() == FamilyType.COUNTER;
        return new Selector(family.name(), counter, List.of(), labels(family.labels()), List.of(matchers));
    }

    /** Returns the buckets of a histogram, which have the label {@code le} too. */
    public Selector buckets(HistogramFamily histogram) {
        Set<String> labels = labels(histogram.labels());
        labels.add("le");
        return new Selector(
                histogram.name() + "_bucket", true, histogram.buckets().texts(), labels, List.of(matchers));
    }

    /** Returns how many values a histogram observed. */
    public Selector count(HistogramFamily histogram) {
        return part(histogram, "_count");
    }

    /** Returns the sum of the values that a histogram observed. */
    public Selector sum(HistogramFamily histogram) {
        return part(histogram, "_sum");
    }

    private Selector part(HistogramFamily histogram, String suffix) {
        return new Selector(histogram.name() + suffix, true, List.of(), labels(histogram.labels()), List.of(matchers));
    }

    /**
     * Returns series that the catalog does not know: those of Prometheus itself, such as {@code up}, or recorded ones.
     * They are read as gauges.
     *
     * @param labels the labels they have beside those of the target
     */
    public Selector series(String name, Label... labels) {
        return new Selector(name, false, List.of(), labels(List.of(labels)), List.of(matchers));
    }

    /** Returns recorded series, which have just these labels. */
    public Selector recorded(String name, List<Label> labels) {
        return new Selector(name, false, List.of(), LabelNames.of(labels), List.of(matchers));
    }

    private static Set<String> labels(List<Label> own) {
        List<Label> labels = new ArrayList<>(TargetLabels.ALL);
        labels.addAll(own);
        return LabelNames.of(labels);
    }
}
