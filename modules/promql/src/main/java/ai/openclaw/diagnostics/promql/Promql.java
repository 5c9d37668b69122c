package ai.openclaw.diagnostics.promql;

import ai.openclaw.diagnostics.catalog.Label;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The functions and aggregations of PromQL, under their own names. Ranges are {@code 5m} or a dashboard's variable. */
public final class Promql {

    private Promql() {}

    /**
     * Returns a range that includes its start in every version. Prometheus 3 leaves it out, so that a query at the time of
     * a sample sees one sample less than Prometheus 2 does; a millisecond more makes them equal.
     */
    public static String closed(String range) {
        return range + "1ms";
    }

    // ------------------------------------------------------------- over time

    /** Returns the growth per second of a counter. */
    public static Expression rate(Selector counter, String range) {
        return counter.over("rate", range, "", true);
    }

    /** Returns the growth of a counter over the range. */
    public static Expression increase(Selector counter, String range) {
        return counter.over("increase", range, "", true);
    }

    /** Returns the growth of a counter over the range, as it was a while ago. */
    public static Expression increaseBefore(Selector counter, String range, String ago) {
        return increase(counter.before(ago), range);
    }

    /**
     * Returns by how much a counter grew within a window of at most some minutes, the values with which its series began
     * included: {@link Growth} says how.
     */
    public static Expression growth(Selector counter, String window) {
        return Growth.within(counter, window);
    }

    /**
     * Returns by how much a recorded sum of the counters of one process grew since it was last recorded. Recorded with
     * each evaluation, these growths add up over any range: {@link #sumOfRecorded}.
     *
     * @param now the sum now
     * @param sums the sums recorded so far
     * @param process what is recorded of the processes in the same group, before the sum
     */
    public static Expression growthSinceRecorded(Expression now, Selector sums, RecordedProcess process) {
        return Growth.sinceRecorded(now, sums, process);
    }

    /** Returns the sum of what was recorded within a range; in each version without its start and with its end. */
    public static Expression sumOfRecorded(Selector growths, String range) {
        return sumOverTime(growths.shiftedByAMillisecond(), range);
    }

    /**
     * As {@link #growth(Selector, String)}, summed by these labels, over a range of any length: the sum of the growths
     * of its steps. A restart in which a series vanishes for a step is seen, however often.
     *
     * <p>Steps end at multiples of their length, so that what happened since the last one is not in the sum yet.
     *
     * @param step how long a step is; at least the scrape interval
     */
    public static Expression growth(Selector counter, String range, String step, Label... by) {
        return sumOfSteps(sum(growth(counter, step), by), range, step);
    }

    /**
     * Returns by how much a counter grew over days or weeks: {@code increase}, and of series that began within the range
     * the value with which they began, where the target was scraped before. It reads each series once, whatever the range,
     * and sees a restart only where the value falls: for sums of money and tokens, not for rare events.
     */
    public static Expression increaseFromZero(Selector counter, String range) {
        return Growth.overLong(counter, range);
    }

    /**
     * Returns the sum of an expression's values at the multiples of a step within a range.
     *
     * <p>The range ends a millisecond ago: otherwise a query at a multiple of the step has one value more in Prometheus 2,
     * whose ranges include their start, than in Prometheus 3.
     */
    public static Expression sumOfSteps(Expression inner, String range, String step) {
        return overSteps("sum_over_time", inner, range, step);
    }

    /** Returns at how many multiples of a step within a range an expression has a value; see {@link #sumOfSteps}. */
    public static Expression countOfSteps(Expression inner, String range, String step) {
        return overSteps("count_over_time", inner, range, step);
    }

    private static Expression overSteps(String function, Expression inner, String range, String step) {
        String steps = steps(range, step) + " offset 1ms";
        return Expression.atom(function + "(" + inner.inBrackets() + steps + ")", inner.labels());
    }

    /** Returns how often a counter started anew within the range. */
    public static Expression resets(Selector counter, String range) {
        return counter.over("resets", range, "", true);
    }

    /** Returns the smallest value of a gauge over the range. */
    public static Expression minOverTime(Selector gauge, String range) {
        return gauge.over("min_over_time", range, "", false);
    }

    /** Returns the greatest value of a gauge over the range. */
    public static Expression maxOverTime(Selector gauge, String range) {
        return gauge.over("max_over_time", range, "", false);
    }

    /** Returns the mean of a gauge over the range. */
    public static Expression avgOverTime(Selector gauge, String range) {
        return gauge.over("avg_over_time", range, "", false);
    }

    /** Returns the sum of a gauge's samples over the range. */
    public static Expression sumOverTime(Selector gauge, String range) {
        return gauge.over("sum_over_time", range, "", false);
    }

    /** Returns how often the value of a gauge changed within the range. */
    public static Expression changes(Selector gauge, String range) {
        return gauge.over("changes", range, "", false);
    }

    /** Returns the last value within the range, of a series of any kind: a missed scrape leaves no hole. */
    public static Expression lastOverTime(Selector series, String range) {
        return series.ranged("last_over_time", range, "");
    }

    /** Returns how many samples of a gauge the range holds. */
    public static Expression countOverTime(Selector gauge, String range) {
        return gauge.over("count_over_time", range, "", false);
    }

    /** Returns what a gauge will be in so many seconds if it goes on as over the range. */
    public static Expression predictLinear(Selector gauge, String range, int seconds) {
        return gauge.over("predict_linear", range, ", " + seconds, false);
    }

    /** Returns 1 if there is no such series. */
    public static Expression absent(Selector series) {
        return Expression.atom("absent(" + series + ")", Set.of("job"));
    }

    // ---------------------------------------------------------- aggregations

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

    // ------------------------------------------------------------------ time

    /** Returns when each series was first seen within a range, as seconds since 1970, to the precision of the step. */
    public static Expression firstSeen(Selector series, String range, String step) {
        return minOfSteps(series.timestamp(), range, step);
    }

    /** Returns when a counter last started anew within a range, as seconds since 1970, to the precision of the step. */
    public static Expression lastReset(Selector counter, String range, String step) {
        Expression restarted = counter.timestamp().and(resets(counter, step).above(0));
        return Expression.atom(
                "max_over_time(" + restarted.inBrackets() + steps(range, step) + ")", restarted.labels());
    }

    private static Expression minOfSteps(Expression inner, String range, String step) {
        return Expression.atom("min_over_time(" + inner.text() + steps(range, step) + ")", inner.labels());
    }

    private static String steps(String range, String step) {
        return "[" + Ranges.checked(range) + ":" + Ranges.checked(step) + "]";
    }

    /** Returns how many seconds have passed since these times. */
    public static Expression secondsSince(Expression times) {
        return Expression.subtractedFrom("time()", times);
    }

    /** Returns the seconds from now to the end of the month, where a dashboard's time range began with the month. */
    public static Expression restOfMonth() {
        return Expression.atom("clamp_min(days_in_month() * 86400 - $__range_s, 0)", Set.of());
    }

    // --------------------------------------------------------------- the rest

    /** Returns the values, and the bound in place of those below it. */
    public static Expression clampMin(Expression inner, double bound) {
        return Expression.atom("clamp_min(" + inner.text() + ", " + Expression.text(bound) + ")", inner.labels());
    }

    /** Returns a number without labels. */
    public static Expression vector(double value) {
        return Expression.number(value);
    }

    /** Returns the number that a dashboard's variable holds, without labels. */
    public static Expression variable(String name) {
        return Expression.atom("vector($" + name + ")", Set.of());
    }

    /**
     * Returns what part of the whole is such, 0 where the whole has series and the part has none yet, and nothing where
     * the whole does not change.
     */
    public static Expression ratio(Expression part, Expression whole) {
        return part.or(whole.times(0)).per(whole);
    }

    /** Returns labels for {@code by}, those first and these after them. */
    public static Label[] labels(Label[] first, Label... then) {
        List<Label> all = new ArrayList<>(List.of(first));
        all.addAll(Arrays.asList(then));
        return all.toArray(Label[]::new);
    }
}
