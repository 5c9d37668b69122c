/**
 * Commands about plugins: list, info, enable, disable, install, uninstall.
 *
 * <p><b>Start here:</b> {@link ai.openclaw.diagnostics.cli.plugins.PluginsCommand}.
 *
 * <p><b>Threads:</b> the main thread.
 *
 * <p><b>Not here:</b> finding, checking and keeping plugins ({@code pluginhost}).
 */
package ai.openclaw.diagnostics.cli.plugins;
