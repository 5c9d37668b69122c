/**
 * Protocol Buffers, as far as OTLP needs them, by hand.
 *
 * <p><b>Start here:</b> {@code ProtoWriter} writes fields, {@code Envelope} what encloses the items of every signal.
 *
 * <p><b>Threads:</b> each object is for one thread at a time.
 *
 * <p><b>Allocation:</b> the buffer grows and is used again; texts that are written allocate their bytes.
 *
 * <p><b>Not here:</b> the messages of a signal (metrics, traces, logs); reading, but for {@code PartialSuccess}.
 */
package ai.openclaw.diagnostics.otlp.wire;
