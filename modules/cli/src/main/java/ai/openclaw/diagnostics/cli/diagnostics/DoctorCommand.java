package ai.openclaw.diagnostics.cli.diagnostics;

import ai.openclaw.diagnostics.cli.options.GatewayOption;
import ai.openclaw.diagnostics.cli.options.StartCheck;
import ai.openclaw.diagnostics.config.GatewayException;
import ai.openclaw.diagnostics.config.Settings;
import ai.openclaw.diagnostics.config.UsableSettings;
import ai.openclaw.diagnostics.config.source.ConfigException;
import ai.openclaw.diagnostics.console.Application;
import ai.openclaw.diagnostics.console.Doctor;
import ai.openclaw.diagnostics.console.Finding;
import ai.openclaw.diagnostics.console.Setup;
import ai.openclaw.diagnostics.pluginhost.DiscoveredPlugin;
import ai.openclaw.diagnostics.pluginhost.PluginRegistry;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Goes through a check list, from the configuration to a scrape. */
@Command(
        name = "doctor",
        description = {
            "Check what a Gateway needs: configuration, files, Java, port, and, if it runs, readiness and a scrape.",
            "Nothing is changed without --fix."
        },
        exitCodeList = {"0:no check failed", "1:a check failed", "2:wrong usage"})
public final class DoctorCommand implements Callable<Integer> {

    @Mixin
    private GatewayOption gateway;

    @Option(
            names = {"--fix", "--repair"},
            description = "Repair modes and the class-data archive; never a value.")
    private boolean fix;

    @Option(names = "--json", description = "As JSON: ok, and checks with check, level, text, remedy, repairable.")
    private boolean json;

    @Override
    public Integer call() {
        List<Finding> findings = Doctor.examine(setup(), gateway.timeoutMs(), fix);
        gateway.print(json ? Doctor.json(findings) + "\n" : Doctor.text(findings, gateway.terminal()));
        return Doctor.isWell(findings) ? 0 : 1;
    }

    private Setup setup() {
        @Nullable Settings settings = null;
        try {
            UsableSettings usable = gateway.usable();
            settings = usable.settings();
            usable.refuseIf(true);
            PluginRegistry plugins =
                    StartCheck.check(gateway.config(), settings, gateway.secret(settings) != null, true);
            return setup(settings, "", pluginsOn(plugins));
        } catch (ConfigException | GatewayException e) {
            return setup(settings, String.valueOf(e.getMessage()), Set.of());
        }
    }

    private static Set<String> pluginsOn(PluginRegistry registry) {
        return registry.plugins().stream()
                .filter(plugin -> registry.activation(plugin).on())
                .map(DiscoveredPlugin::id)
                .collect(Collectors.toSet());
    }

    private Setup setup(@Nullable Settings settings, String problems, Set<String> on) {
        return new Setup(
                gateway.config().location(),
                settings,
                problems,
                on,
                gateway.config().variables(),
                Application.folder(),
                settings == null ? null : gateway.secret(settings),
                settings == null ? "" : gateway.source(settings));
    }
}
