/**
 * The metrics of a store as an {@code ExportMetricsServiceRequest}.
 *
 * <p><b>Start here:</b> {@code MetricsWriter} encodes a whole export; {@code MetricNames} says how metrics and attributes are
 * called.
 *
 * <p><b>Threads:</b> one export at a time, on any thread.
 *
 * <p><b>Allocation:</b> only for series that are new: a point is encoded once, later its numbers are overwritten.
 *
 * <p><b>Limits:</b> those of the store; attributes are its labels and nothing else.
 *
 * <p><b>Not here:</b> recording (the recording module), sending.
 */
package ai.openclaw.diagnostics.otlp.metrics;
