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
