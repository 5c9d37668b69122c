/**
 * Plugins: found beside the Gateway, in the state folder and in folders, activated by configuration, started
 * and stopped within limits.
 *
 * <p><b>Start here:</b> a {@link ai.openclaw.diagnostics.pluginhost.PluginRegistry} knows the plugins that there are and whether each is
 * on; a {@link ai.openclaw.diagnostics.pluginhost.PluginHost} starts those that are.
 *
 * <p><b>Threads:</b> finding and installing block; starting and stopping return at once. Code of plugins is called on separate threads.
 *
 * <p><b>Not here:</b> what a plugin is ({@code spi}), and the exporter, which is one.
 */
package ai.openclaw.diagnostics.pluginhost;
