/**
 * What an operator sees in a shell, as text.
 *
 * <p><b>Start here:</b> {@link ai.openclaw.diagnostics.console.StatusScreen} lays a status out,
 * {@link ai.openclaw.diagnostics.console.Doctor} goes through a check list,
 * {@link ai.openclaw.diagnostics.console.GatewayClient} asks a Gateway, and
 * {@link ai.openclaw.diagnostics.console.HealthCheck} is a separate program.
 *
 * <p><b>Threads:</b> all of it is for one thread, which may wait for a Gateway or a disk.
 *
 * <p><b>Limits:</b> an answer of a Gateway is read up to 24 MiB and within its timeout, whatever is sent.
 *
 * <p><b>Not here:</b> options and exit codes of commands (the command line), what a status holds (the Gateway).
 */
package ai.openclaw.diagnostics.console;
