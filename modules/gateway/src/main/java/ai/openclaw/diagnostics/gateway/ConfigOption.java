package ai.openclaw.diagnostics.gateway;

import ai.openclaw.diagnostics.config.ConfigEditor;
import ai.openclaw.diagnostics.config.ConfigLocation;
import ai.openclaw.diagnostics.config.GatewayConfig;
import ai.openclaw.diagnostics.config.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option {@code --config}, shared by every command that reads or edits the configuration. */
final class ConfigOption {

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Configuration file; OPENCLAW_CONFIG_PATH, else openclaw.json in OPENCLAW_STATE_DIR, else "
                    + "~/.openclaw/openclaw.json.")
    private String config;

    ConfigLocation location() {
        return ConfigLocation.resolve(config, System.getenv());
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
        return Settings.builder(read()).environment(System.getenv()).build();
    }

    ConfigEditor edit() {
        return ConfigEditor.open(file());
    }
}
