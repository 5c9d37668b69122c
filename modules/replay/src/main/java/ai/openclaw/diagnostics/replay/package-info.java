/**
 * Recorded events: read line by line, decoded, and published into a channel at a pace.
 *
 * <p><b>Start here:</b> {@link ai.openclaw.diagnostics.replay.EventRecording}.
 *
 * <p><b>Threads:</b> a recording is played by one thread, which waits as its pace says.
 *
 * <p><b>Not here:</b> events of other processes ({@code ingest}).
 */
package ai.openclaw.diagnostics.replay;
