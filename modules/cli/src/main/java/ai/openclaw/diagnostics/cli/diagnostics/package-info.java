/**
 * Commands that tell how a Gateway does: status, health, doctor, logs, and the support bundle.
 *
 * <p><b>Start here:</b> {@link ai.openclaw.diagnostics.cli.diagnostics.StatusCommand}.
 *
 * <p><b>Threads:</b> the main thread.
 *
 * <p><b>Not here:</b> what they show and check ({@code console}), what is in a bundle ({@code support}).
 */
package ai.openclaw.diagnostics.cli.diagnostics;
