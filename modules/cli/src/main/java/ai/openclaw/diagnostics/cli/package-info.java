/**
 * The command line: {@code openclaw} with its groups of commands.
 *
 * <p><b>Start here:</b> {@link ai.openclaw.diagnostics.cli.Openclaw}.
 *
 * <p><b>Threads:</b> a command runs on the main thread; {@code gateway run} waits there for the end of the process.
 *
 * <p><b>Not here:</b> the Gateway itself ({@code gateway}).
 */
package ai.openclaw.diagnostics.cli;
