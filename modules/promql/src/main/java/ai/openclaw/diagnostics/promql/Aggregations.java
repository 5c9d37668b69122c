package ai.openclaw.diagnostics.promql;

import ai.openclaw.diagnostics.catalog.Label;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Many series made into one, or into one for each value of some labels; and the choice of the greatest. */
public final class Aggregations {

    private Aggregations() {}

    /** Returns the sum by these labels, or over all if there are none. */
    public static Expression sum(Expression inner, Label... by) {
        return aggregated("sum", inner, LabelNames.of(List.of(by)));
    }

    /** As {@link #sum}, of the buckets of a histogram, which stay apart by {@code le}. */
    public static Expression sumBuckets(Expression inner, Label... by) {
        Set<String> labels = LabelNames.of(List.of(by));
        labels.add("le");
        return aggregated("sum", inner, labels);
    }

    /** Returns the greatest value by these labels. */
    public static Expression max(Expression inner, Label... by) {
        return aggregated("max", inner, LabelNames.of(List.of(by)));
    }

    /** Returns the smallest value by these labels. */
    public static Expression min(Expression inner, Label... by) {
        return aggregated("min", inner, LabelNames.of(List.of(by)));
    }

    /** Returns how many series there are by these labels. */
    public static Expression count(Expression inner, Label... by) {
        return aggregated("count", inner, LabelNames.of(List.of(by)));
    }

    /** Returns 1 for each group of these labels. */
    public static Expression group(Expression inner, Label... by) {
        return aggregated("group", inner, LabelNames.of(List.of(by)));
    }

    static Expression aggregated(String function, Expression inner, Set<String> by) {
        Set<String> unknown = new TreeSet<>(by);
        unknown.removeAll(inner.labels());
        if (!unknown.isEmpty()) {
            throw new QueryException(function + " by " + unknown + ": not among " + inner.labels() + " of " + inner);
        }
        String grouping = by.isEmpty() ? "" : " by (" + String.join(", ", by) + ") ";
        return Expression.atom(function + grouping + inner.inBrackets(), by);
    }

    /** Returns how many series there are of each metric. */
    public static Expression countByName(Selector series) {
        return Expression.atom("count by (__name__) (" + series + ")", Set.of("__name__"));
    }

    /** Returns the greatest so many series. */
    public static Expression topk(int count, Expression inner) {
        return Expression.atom("topk(" + count + ", " + inner.text() + ")", inner.labels());
    }

    /** Returns the smallest so many series. */
    public static Expression bottomk(int count, Expression inner) {
        return Expression.atom("bottomk(" + count + ", " + inner.text() + ")", inner.labels());
    }

    /** Returns the series from the greatest to the smallest. */
    public static Expression sortDesc(Expression inner) {
        return Expression.atom("sort_desc" + inner.inBrackets(), inner.labels());
    }

    /** Returns a quantile by these labels, from the rates of a histogram's buckets. */
    public static Expression quantile(double quantile, Expression bucketRates, Label... by) {
        return quantileOf(quantile, sumBuckets(bucketRates, by));
    }

    /** Returns a quantile from buckets that are aggregated already. */
    public static Expression quantileOf(double quantile, Expression buckets) {
        if (!buckets.labels().contains("le")) {
            throw new QueryException("histogram_quantile needs the label le: " + buckets);
        }
        Set<String> left = new TreeSet<>(buckets.labels());
        left.remove("le");
        return Expression.atom("histogram_quantile(" + Expression.text(quantile) + ", " + buckets.text() + ")", left);
    }

    /** Returns labels for {@code by}, those first and these after them. */
    public static Label[] labels(Label[] first, Label... then) {
        List<Label> all = new ArrayList<>(List.of(first));
        all.addAll(Arrays.asList(then));
        return all.toArray(Label[]::new);
    }
}
