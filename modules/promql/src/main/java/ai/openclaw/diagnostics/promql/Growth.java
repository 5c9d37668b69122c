package ai.openclaw.diagnostics.promql;

import ai.openclaw.diagnostics.catalog.Label;
import java.util.Set;

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
 *   <li>the smallest value within the window, where the target was not there before: Prometheus sees an old series for the
 *       first time;
 *   <li>zero: the target was there without the series, which began since then.
 * </ol>
 *
 * <p>The value of a counter that restarted counts whole, beside what the old one gained within the window, as far as that
 * can be seen. A restart shows in a value below the one at the start, and in the process's count of memory samples. One
 * restart in a window is seen that way, so windows are short and long ranges are summed from steps.
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
        Expression now = OverTime.lastOverTime(counter, window);
        Expression scrapedBefore =
                OverTime.maxOverTime(counter.up().before(window), MAX_GAP).equalTo(1);
        Expression start = valueBefore(counter, window)
                .or(counter.ranged("min_over_time", window, "").unlessOn(scrapedBefore, TARGET));
        Expression beforeRestart = counter.ranged("max_over_time", window, "")
                .above(now)
                .minus(OverTime.lastOverTime(counter.before(window), MAX_GAP));
        return now.minus(start)
                .atLeast(0)
                .unlessOn(restarted(counter.memorySamples(), window), TARGET)
                .or(now.plus(Promql.clampMin(beforeRestart, 0)))
                .or(now);
    }

    /** Returns the values when a window began; where the target could not be scraped then, those before this gap. */
    private static Expression valueBefore(Selector counter, String window) {
        Expression scraped = counter.up().before(window).value().equalTo(1);
        Selector before = counter.before(window);
        return before.exists().or(OverTime.lastOverTime(before, MAX_GAP).unlessOn(scraped, TARGET));
    }

    /**
     * Returns the targets whose process started within a window and replaced another. Each process counts samples of its
     * memory, also when it is idle, so that this counter falls where others have the same value as before.
     */
    private static Expression restarted(Selector samples, String window) {
        return valueBefore(samples, window).above(samples.ranged("min_over_time", window, ""));
    }

    /**
     * By how much a recorded sum of counters grew since it was last recorded.
     *
     * <p>Counters of one process begin at zero and start anew together, so that their sum is a counter too. What it grew
     * by from one evaluation to the next adds up to what it grew by in any time: nothing is counted twice or lost between
     * two windows, and each restart is seen.
     *
     * <p>A sum that fell, or whose process counts its memory samples anew, is that of a restarted process, one that was
     * not there that of a new one; both count whole. A target that has not been seen for an hour counts from its next
     * value on.
     *
     * <p>What is recorded may have further labels, such as vmalert's external ones; they are left out of the comparison.
     *
     * @param now the sum now
     * @param sums the sums recorded so far
     * @param process what is recorded of the processes
     */
    static Expression sinceRecorded(Expression now, Selector sums, RecordedProcess process) {
        Selector scraped = process.scraped().before(JUST_BEFORE);
        Expression restarted = lastRecorded(
                        process.memorySamples(),
                        scraped,
                        process.memorySamplesNow().labels())
                .above(process.memorySamplesNow());
        Expression known = OverTime.maxOverTime(scraped, MAX_GAP).equalTo(1);
        return now.minus(lastRecorded(sums, scraped, now.labels()))
                .above(-ROUNDING)
                .unlessOn(restarted, TARGET)
                .or(now.andOn(known, TARGET));
    }

    /** Returns the values that were recorded last; where the target could not be scraped then, those before this gap. */
    private static Expression lastRecorded(Selector recorded, Selector scraped, Set<String> labels) {
        Selector last = recorded.before(JUST_BEFORE);
        Expression beforeGap = Aggregations.aggregated("max", OverTime.lastOverTime(last, MAX_GAP), labels)
                .unlessOn(scraped.value().equalTo(1), TARGET);
        return Aggregations.aggregated("max", last.value(), labels).or(beforeGap);
    }

    /** As {@link #within} for days and weeks, where steps would be too many: {@link OverTime#increaseFromZero}. */
    static Expression overLong(Selector counter, String range) {
        Expression grown = OverTime.increase(counter, range);
        Expression scrapedBefore =
                OverTime.maxOverTime(counter.up().before(range), MAX_GAP).equalTo(1);
        Expression firstValue = counter.ranged("min_over_time", range, "")
                .unless(counter.before(range).exists())
                .andOn(scrapedBefore, TARGET);
        return grown.plus(firstValue).or(grown).or(firstValue);
    }
}
