/**
 * What can be broken in the demo on request, and when.
 *
 * <p><b>Start here:</b> {@link ai.openclaw.diagnostics.demo.fault.PlannedFault}, of which a
 * {@link ai.openclaw.diagnostics.demo.DemoPlan} has a list.
 *
 * <p><b>Threads:</b> everything is immutable.
 *
 * <p><b>Not here:</b> what a fault does; who suffers it asks the {@code Stage}, and {@code FaultInjector} starts the others.
 */
package ai.openclaw.diagnostics.demo.fault;
