/**
 * Spans of completed work as an {@code ExportTraceServiceRequest}.
 *
 * <p><b>Start here:</b> {@code SpanQueue} takes events from the channel, {@code SpanWriter} encodes them, {@code SpanShapes} says what
 * the span of an event has.
 *
 * <p><b>Threads:</b> any thread publishes events; one export at a time.
 *
 * <p><b>Allocation:</b> none on the thread that publishes.
 *
 * <p><b>Limits:</b> a bounded number of events waits; the newest is dropped and counted.
 *
 * <p><b>Not here:</b> open spans: a span is made of one event, so nothing is remembered between events.
 */
package ai.openclaw.diagnostics.otlp.traces;
