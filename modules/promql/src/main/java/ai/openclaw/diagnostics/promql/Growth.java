package ai.openclaw.diagnostics.promql;

import ai.openclaw.diagnostics.catalog.Label;

/**
 * By how much a counter grew within a window: its value now, less its value when the window began.
 *
 * <p>{@code increase()} answers another question. It misses the value with which a series begins, and an error is often
 * the first of its kind; it extrapolates, so that one event counts as 1.11; and it reads the samples inside the range, so
 * that its result depends on whether a range includes its start, which Prometheus 2 and 3 answer differently.
 *
 * <p>The value when the window began is, in this order:
 *
 * <ol>
 *   <li>the value of the series then;
 *   <li>its last value of the hour before, where the target could not be scraped then: a gap;
 *   <li>zero, where the last scrape before found the target without the series: it began since then.
 *   <li>the smallest value within the window: Prometheus sees an old series for the first time.
 * </ol>
 *
 * <p>A value below the one at the start is that of a restarted counter and counts whole, beside what the old one gained
 * within the window. One restart in a window is seen that way, so windows are short and long ranges are summed from
 * steps.
 */
final class Growth {

    /** How far back the last value before a gap is looked for. */
    private static final String MAX_GAP = "1h";

    /** Before what this evaluation records: ranges and instants end at the evaluation before, however long ago it was. */
    private static final String JUST_BEFORE = "1ms";

    /** Sums of fractions differ by the order of their parts. Counts do not, and a restart costs them at least one. */
    private static final double ROUNDING = 0.001;

    private static final Label[] TARGET = TargetLabels.ALL.toArray(Label[]::new);

    private Growth() {}

    static Expression within(Selector counter, String window) {
        Expression now = Promql.lastOverTime(counter, window);
        Selector up = counter.up().before(window);
        Expression scraped = up.value().equalTo(1);
        Expression scrapedBefore = Promql.maxOverTime(up, MAX_GAP).equalTo(1);
        Expression known = Promql.lastOverTime(counter.before(window), MAX_GAP);
        Expression start = counter.before(window)
                .exists()
                .or(known.unlessOn(scraped, TARGET))
                .or(now.times(0).andOn(scrapedBefore, TARGET))
                .or(counter.ranged("min_over_time", window, ""));
        Expression beforeRestart =
                Promql.clampMin(counter.ranged("max_over_time", window, "").minus(known), 0);
        return now.minus(start).atLeast(0).or(now.plus(beforeRestart));
    }

    /**
     * By how much a recorded sum of counters grew since it was last recorded.
     *
     * <p>Counters of one process begin at zero and start anew together, so that their sum is a counter too. What it grew
     * by from one evaluation to the next adds up to what it grew by in any time: nothing is counted twice or lost between
     * two windows, and each restart is seen.
     *
     * <p>A sum that fell is that of a restarted process, one that was not there that of a new one; both count whole. A
     * target that has not been seen for an hour counts from its next value on.
     *
     * <p>What is recorded may have further labels, such as vmalert's external ones; they are left out of the comparison.
     *
     * @param now the sum now
     * @param sums the sums recorded so far
     * @param scraped whether the target could be scraped, recorded with them
     */
    static Expression sinceRecorded(Expression now, Selector sums, Selector scraped) {
        Selector last = sums.before(JUST_BEFORE);
        Selector scrapedLast = scraped.before(JUST_BEFORE);
        Expression lastSum = Promql.aggregated("max", last.value(), now.labels());
        Expression beforeGap = Promql.aggregated("max", Promql.lastOverTime(last, MAX_GAP), now.labels())
                .unlessOn(scrapedLast.value().equalTo(1), TARGET);
        Expression known = Promql.maxOverTime(scrapedLast, MAX_GAP).equalTo(1);
        return now.minus(lastSum.or(beforeGap)).above(-ROUNDING).or(now.andOn(known, TARGET));
    }

    /** As {@link #within} for days and weeks, where steps would be too many: {@link Promql#increaseFromZero}. */
    static Expression overLong(Selector counter, String range) {
        Expression grown = Promql.increase(counter, range);
        Expression scrapedBefore =
                Promql.maxOverTime(counter.up().before(range), MAX_GAP).equalTo(1);
        Expression firstValue = counter.ranged("min_over_time", range, "")
                .unless(counter.before(range).exists())
                .andOn(scrapedBefore, TARGET);
        return grown.plus(firstValue).or(grown).or(firstValue);
    }
}
