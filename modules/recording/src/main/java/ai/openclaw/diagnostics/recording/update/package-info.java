/**
 * What recorders are made of: from label values to series, from numbers to samples, and what is counted of both. Not exported.
 *
 * <p><b>Start here:</b> {@link ai.openclaw.diagnostics.recording.update.RecordingContext} has all of it. The resolver applies
 * the label policy where the store does not know a tuple; the updater counts numbers that are out of range.
 *
 * <p><b>Threads:</b> handlers are registered by one thread before the first event; all else may be used by any thread.
 *
 * <p><b>Allocation:</b> none for series that are known.
 *
 * <p><b>Not here:</b> any family or type of event, see {@link ai.openclaw.diagnostics.recording.domain}.
 */
package ai.openclaw.diagnostics.recording.update;
