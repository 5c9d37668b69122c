/**
 * Operator authentication: what a caller presents, from which address, and how often it may be wrong.
 *
 * <p><b>Start here:</b> an {@link ai.openclaw.diagnostics.auth.OperatorAuthentication} is made of an
 * {@link ai.openclaw.diagnostics.auth.OperatorSecret} and its handler guards the routes.
 *
 * <p><b>Threads:</b> everything here may be asked from any thread; nothing blocks.
 *
 * <p><b>Not here:</b> where secrets are configured ({@code config}).
 */
package ai.openclaw.diagnostics.auth;
