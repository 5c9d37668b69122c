/**
 * What happens beside the work of the demo's agents: memory, recoveries, outages, calls of the Gateway's methods, faults.
 *
 * <p><b>Start here:</b> {@link ai.openclaw.diagnostics.demo.background.Housekeeping} and
 * {@link ai.openclaw.diagnostics.demo.background.Machinery}. A fault that acts by itself is started by
 * {@link ai.openclaw.diagnostics.demo.background.FaultInjector}; random ones of providers are
 * {@link ai.openclaw.diagnostics.demo.background.Outages}.
 *
 * <p><b>Threads:</b> one at a time.
 *
 * <p><b>Not here:</b> faults of what agents do; {@code demo.work} asks the stage for them.
 */
package ai.openclaw.diagnostics.demo.background;
