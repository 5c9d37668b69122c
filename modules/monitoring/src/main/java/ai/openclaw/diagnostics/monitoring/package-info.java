/**
 * The process's own condition: the delay of event loops, memory, and the probes that show both.
 *
 * <p><b>Start here:</b> {@link ai.openclaw.diagnostics.monitoring.EventLoopMonitor} and
 * {@link ai.openclaw.diagnostics.monitoring.MemoryMonitor} measure;
 * {@link ai.openclaw.diagnostics.monitoring.Probes} answers {@code /health} and {@code /ready}.
 *
 * <p><b>Threads:</b> a monitor samples on its event loop or its thread; its results may be read from any thread.
 *
 * <p><b>Not here:</b> what is exported: memory goes through the diagnostics channel like every event.
 */
package ai.openclaw.diagnostics.monitoring;
