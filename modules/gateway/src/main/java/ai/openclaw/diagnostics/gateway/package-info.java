/**
 * The embedded Gateway and its command line.
 *
 * <p><b>Start here:</b> {@link ai.openclaw.diagnostics.gateway.Openclaw} is the command line; its {@code gateway run}
 * starts a {@code Gateway}, which composes an HTTP server, the operators' authentication, probes, a diagnostics channel
 * and the plugins. {@code diagnostics replay} puts a recording through an exporter without a server.
 *
 * <p><b>For authors of Gateways:</b> {@code Gateway} is the example of how the exporter is deployed; everything that it
 * uses of the other modules is public there.
 *
 * <p><b>Threads:</b> requests are served on event loops; the demo and recordings publish from a thread of their own.
 *
 * <p><b>Security:</b> listens on loopback; every operator route needs the token; the probes need none and tell nothing
 * but readiness.
 *
 * <p><b>Logs:</b> to {@link System.Logger}; {@code Logs} writes what the whole process logs, in one format.
 *
 * <p><b>Not here:</b> anything about metrics; that is the plugin's.
 */
package ai.openclaw.diagnostics.gateway;
