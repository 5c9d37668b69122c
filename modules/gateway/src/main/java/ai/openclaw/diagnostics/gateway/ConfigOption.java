package ai.openclaw.diagnostics.gateway;

import ai.openclaw.diagnostics.config.ConfigEditor;
import ai.openclaw.diagnostics.config.ConfigLocation;
import ai.openclaw.diagnostics.config.GatewayConfig;
import ai.openclaw.diagnostics.config.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Option;

/** The option {@code --config}, shared by every command that reads or edits the configuration. */
final class ConfigOption {

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Configuration file; OPENCLAW_CONFIG_PATH, else openclaw.json in OPENCLAW_STATE_DIR, else "
                    + "~/.openclaw/openclaw.json.")
    private String config;

    private final Map<String, String> environment;

    ConfigOption(Map<String, String> environment) {
        this.environment = environment;
    }

    ConfigLocation location() {
        return ConfigLocation.resolve(config, environment);
    }

    Path file() {
        return location().file();
    }

    /** Returns what the file says; a file that was not asked for by name need not exist. */
    GatewayConfig read() {
        Path file = file();
        return config == null && !Files.exists(file) ? GatewayConfig.empty() : GatewayConfig.read(file);
    }

    /** Returns what is in force over the file, with the environment and without flags. */
    Settings settings() {
        return overFile().build();
    }

    /** Returns the settings over the file, with the environment, for flags to be added. */
    Settings.Builder overFile() {
        return Settings.builder(read()).environment(environment);
    }

    /** Returns the plugins that there are under these settings. */
    PluginRegistry plugins() {
        return PluginRegistry.of(settings().plugins(), store());
    }

    /** Returns where plugins are installed. */
    PluginStore store() {
        return PluginStore.in(location().stateDirectory());
    }

    ConfigEditor edit() {
        return ConfigEditor.open(file());
    }
}
