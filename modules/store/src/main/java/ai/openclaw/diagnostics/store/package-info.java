/**
 * Bounded, concurrent series.
 *
 * <p><b>Start here:</b> {@link ai.openclaw.diagnostics.store.SeriesStore} finds the
 * {@link ai.openclaw.diagnostics.store.LabeledSeries} of a tuple of label values; its updates record. A
 * {@link ai.openclaw.diagnostics.store.CountedObservation} makes two updates one. A
 * {@link ai.openclaw.diagnostics.store.Snapshot} reads everything for a scrape.
 *
 * <p><b>Threads:</b> any number may record and look up; each scraper has a separate snapshot. Writers never wait for
 * a reader and readers never stop writers.
 *
 * <p><b>Allocation:</b> none for look-ups, updates of known series, refusals at the cap, and snapshots without new
 * series.
 *
 * <p><b>Limits:</b> the cap on series is exact, and memory is bounded by it: the numbers of the counters and histograms of
 * one set take {@code 8 · (16 + stripes · 16 · ceil((3 + 2 · families + buckets) / 16))} bytes, where {@code stripes} is
 * the power of two from twice the number of processors on, but at most 16. Sums are exact integers of 128 bits; see
 * {@link ai.openclaw.diagnostics.catalog.Unit} for what they count. A refresh waits half a second at most for writers. No
 * label values make look-ups more than a few times slower.
 *
 * <p><b>Not here:</b> which values are allowed (the policy), what an event updates (the plugin), text (the exposition).
 */
package ai.openclaw.diagnostics.store;
