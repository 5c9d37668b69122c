/**
 * Takes events in over HTTP and publishes them on a diagnostics channel.
 *
 * <p><b>Start here:</b> {@link ai.openclaw.diagnostics.ingest.IngestRoute} mounts the endpoint on a router, behind the
 * Gateway's own authentication handler. {@link ai.openclaw.diagnostics.ingest.IngestStatus} is what it counts.
 *
 * <p><b>Threads:</b> a request's body is collected on its event loop; unpacking, decoding and recording happen on one worker
 * thread, batch after batch, in the order in which their bodies were complete.
 *
 * <p><b>Limits:</b> {@code IngestLimits}. Memory is bounded whatever senders do.
 *
 * <p><b>Promise:</b> a batch that was acknowledged was recorded exactly once, as long as this process runs and its stream is
 * remembered; a batch that was refused was not recorded at all.
 *
 * <p><b>Not here:</b> how a caller is authenticated (the Gateway), how a line is decoded (events), what an event counts
 * (recording).
 */
package ai.openclaw.diagnostics.ingest;
