package ai.openclaw.diagnostics.store;

import ai.openclaw.diagnostics.catalog.Buckets;
import ai.openclaw.diagnostics.catalog.CounterFamily;
import ai.openclaw.diagnostics.catalog.HistogramFamily;
import ai.openclaw.diagnostics.catalog.Unit;

/**
 * A histogram and a counter of the same group that are updated together, as by an event that reports a duration and is
 * counted; {@link SeriesStore#countedObservation} makes one and {@link LabeledSeries#tryObserveAndCount} uses it. Whatever
 * of such an update does not depend on the value or the labels is found here, once. Immutable.
 */
public final class CountedObservation {

    final StripedCells cells;

    /** The bits of both families among the slots of a set. */
    final int families;

    final Unit unit;
    final FixedPoint point;
    final Buckets buckets;

    /** Where the numbers are, within a stripe: the histogram's sum and first bucket, the counter's sum, the origin's updates. */
    final int sumAt;

    final int bucketsAt;
    final int countAt;
    final int originAt;

    CountedObservation(StripedCells cells, HistogramFamily histogram, CounterFamily counter, int origin) {
        CellLayout layout = cells.layout();
        this.cells = cells;
        this.families = 1 << histogram.slot() | 1 << counter.slot();
        this.unit = histogram.unit();
        this.point = FixedPoint.of(unit);
        this.buckets = histogram.buckets();
        this.sumAt = layout.sumAt(histogram.slot());
        this.bucketsAt = layout.bucketsAt(histogram.slot());
        this.countAt = layout.sumAt(counter.slot());
        this.originAt = layout.originAt(origin);
    }
}
