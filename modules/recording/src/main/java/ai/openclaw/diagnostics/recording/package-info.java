/**
 * Events to series.
 *
 * <p><b>Start here:</b> {@link ai.openclaw.diagnostics.recording.EventRecorder} is what subscribes to a channel. There is
 * one recorder for each domain of the catalog, in the package {@code domain}; it says which families an event updates, with
 * which labels and in which order.
 *
 * <p><b>The way of an event:</b> the channel hands it over on the publisher's thread; a recorder names families and label
 * values; the resolver applies the label policy before the store; the store counts.
 *
 * <p><b>Threads:</b> any number may record at once; none waits for a scrape.
 *
 * <p><b>Allocation:</b> none for an event whose series are known.
 *
 * <p><b>Limits:</b> only trusted and internal events are recorded. A number that is out of range skips its own family and
 * is counted as rejected.
 *
 * <p><b>Not here:</b> the rules for label values (the policy), the cap and the numbers (the store), any format.
 */
package ai.openclaw.diagnostics.recording;
