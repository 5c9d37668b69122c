/**
 * What the author of a plugin implements, and what a Gateway gives to it.
 *
 * <p><b>Start here:</b> a plugin is a {@link ai.openclaw.diagnostics.spi.GatewayPlugin}, found by {@link java.util.ServiceLoader}; what it
 * creates gets a {@link ai.openclaw.diagnostics.spi.GatewayContext}.
 *
 * <p><b>Threads:</b> a Gateway calls {@code create} on any thread, once for each start, and waits for it for 30 s at most.
 *
 * <p><b>Not here:</b> how plugins are found, installed and started; the exporter, which is a plugin like others.
 */
package ai.openclaw.diagnostics.spi;
