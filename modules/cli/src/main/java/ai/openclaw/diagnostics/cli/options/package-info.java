/**
 * Options that several commands have, and the check of what they and the configuration say.
 *
 * <p><b>Start here:</b> {@link ai.openclaw.diagnostics.cli.options.GatewayOption}.
 *
 * <p><b>Threads:</b> the main thread.
 *
 * <p><b>Not here:</b> the options of {@code gateway run} ({@code cli}).
 */
package ai.openclaw.diagnostics.cli.options;
