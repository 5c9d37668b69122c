package ai.openclaw.diagnostics.promql;

import static ai.openclaw.diagnostics.promql.Aggregations.sum;

import ai.openclaw.diagnostics.catalog.Label;

/**
 * What series did within a range, under the names of PromQL's functions where it has one. A range is {@code 5m} or a
 * dashboard's variable.
 */
public final class OverTime {

    private OverTime() {}

    /**
     * Returns a range that includes its start in every version. Prometheus 3 leaves it out, so that a query at the time of
     * a sample sees one sample less than Prometheus 2 does; a millisecond more makes them equal.
     */
    public static String closed(String range) {
        return range + "1ms";
    }

    // -------------------------------------------------------------- counters

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

    /** Returns how often a counter started anew within the range. */
    public static Expression resets(Selector counter, String range) {
        return counter.over("resets", range, "", true);
    }

    // ---------------------------------------------------------------- gauges

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

    // ----------------------------------------------------------------- steps

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
}
