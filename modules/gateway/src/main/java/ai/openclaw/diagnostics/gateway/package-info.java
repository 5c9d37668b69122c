/**
 * The embedded Gateway: an HTTP server with operator authentication and probes, a diagnostics channel, and plugins.
 *
 * <p><b>Start here:</b> {@link ai.openclaw.diagnostics.gateway.Gateway#start} with
 * {@link ai.openclaw.diagnostics.gateway.GatewayOptions}.
 *
 * <p><b>Threads:</b> a Gateway is started and stopped from any thread; its parts say what they do.
 *
 * <p><b>Not here:</b> what is configured and where ({@code config}), and the command line ({@code cli}).
 */
package ai.openclaw.diagnostics.gateway;
