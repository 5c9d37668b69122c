/**
 * What the author of a plugin implements, and what a Gateway gives to it.
 *
 * <p><b>Start here:</b> a plugin is a {@link ai.openclaw.diagnostics.spi.GatewayPlugin}, found by {@link java.util.ServiceLoader}; what it
 * creates gets a {@link ai.openclaw.diagnostics.spi.GatewayContext}.
 *
 * <p><b>Configuration:</b> a plugin refuses what it cannot use by a {@link ai.openclaw.diagnostics.spi.ConfigProblemsException}, and the
 * Gateway says where in the file each {@link ai.openclaw.diagnostics.spi.ConfigProblem} is.
 *
 * <p><b>Threads:</b> a Gateway calls {@code check} and {@code create} on any thread, and waits for each for 30 s at most; {@code create}
 * once for each start.
 *
 * <p><b>Not here:</b> how plugins are found, installed and started; the exporter, which is a plugin like others.
 */
package ai.openclaw.diagnostics.spi;
