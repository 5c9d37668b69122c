/**
 * What waits for the next export.
 *
 * <p><b>Start here:</b> {@code BoundedQueue}.
 *
 * <p><b>Threads:</b> any number adds, one at a time takes.
 *
 * <p><b>Not here:</b> metrics, which are read from the store and never wait.
 */
package ai.openclaw.diagnostics.otlp.queue;
