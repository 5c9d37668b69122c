package ai.openclaw.diagnostics.cli.plugins;

import picocli.CommandLine.Command;

/** Groups the commands about plugins. */
@Command(
        name = "plugins",
        description = "See plugins, turn them on and off, install and uninstall them.",
        subcommands = {
            PluginsListCommand.class,
            PluginsInfoCommand.class,
            PluginsSwitchCommand.Enable.class,
            PluginsSwitchCommand.Disable.class,
            PluginsInstallCommand.class,
            PluginsUninstallCommand.class
        })
public final class PluginsCommand {}
