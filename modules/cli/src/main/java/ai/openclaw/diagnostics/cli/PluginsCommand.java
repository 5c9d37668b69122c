package ai.openclaw.diagnostics.cli;

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
final class PluginsCommand {}
