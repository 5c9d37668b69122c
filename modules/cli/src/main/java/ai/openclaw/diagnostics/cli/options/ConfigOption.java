package ai.openclaw.diagnostics.cli.options;

import ai.openclaw.diagnostics.config.ConfigEditor;
import ai.openclaw.diagnostics.config.GatewayConfig;
import ai.openclaw.diagnostics.config.Settings;
import ai.openclaw.diagnostics.config.UsableSettings;
import ai.openclaw.diagnostics.config.source.ConfigEnvironment;
import ai.openclaw.diagnostics.config.source.ConfigLocation;
import ai.openclaw.diagnostics.pluginhost.PluginRegistry;
import ai.openclaw.diagnostics.pluginhost.PluginStore;
import ai.openclaw.diagnostics.policy.LabelPolicy;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option {@code --config}, shared by every command that reads or edits the configuration. */
public final class ConfigOption {

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Configuration file; OPENCLAW_CONFIG_PATH, else openclaw.json in OPENCLAW_STATE_DIR, else "
                    + "~/.openclaw/openclaw.json.")
    private String config;

    private final ConfigEnvironment environment;
    private final Supplier<@Nullable String> logLevel;

    /**
     * Creates one.
     *
     * @param logLevel returns the flag {@code --log-level}, null for none given
     */
    public ConfigOption(Map<String, String> variables, Supplier<@Nullable String> logLevel) {
        this.logLevel = logLevel;
        this.environment = new ConfigEnvironment(variables, LabelPolicy::looksLikeSecret);
    }

    /** Returns the flag, null if it was not given. */
    public @Nullable String flag() {
        return config;
    }

    /** Returns the variables of the environment. */
    public Map<String, String> variables() {
        return environment.variables();
    }

    /** Returns where the configuration and the state are. */
    public ConfigLocation location() {
        return ConfigLocation.resolve(config, environment);
    }

    /** Returns the file of the configuration, which need not be there. */
    public Path file() {
        return location().file();
    }

    /** Returns what is in force over the file, with the environment and without flags. */
    public Settings settings() {
        return overFile().build();
    }

    /** Returns what is in force for what asks or examines a Gateway, with flags. */
    public UsableSettings usable(UnaryOperator<Settings.Builder> flags) {
        return UsableSettings.read(location(), environment, settings -> flags.apply(settings.logLevel(logLevel.get())));
    }

    /** Returns the settings over the file, with the environment, for flags to be added. */
    public Settings.Builder overFile() {
        return Settings.builder(GatewayConfig.read(location(), environment)).logLevel(logLevel.get());
    }

    /** Returns the plugins that there are under these settings. */
    public PluginRegistry plugins() {
        return PluginRegistry.of(settings(), store());
    }

    /** Returns where plugins are installed. */
    public PluginStore store() {
        return PluginStore.in(location().stateDirectory());
    }

    /** Changes the file, while no other process does. A file that this makes lets diagnostic events flow. */
    public <T> T change(Function<ConfigEditor, T> changes) {
        return ConfigEditor.change(location(), environment, editor -> {
            boolean isNew = editor.text().isBlank();
            T result = changes.apply(editor);
            if (isNew && !editor.text().isBlank()) {
                editor.set("diagnostics.enabled", true);
            }
            return result;
        });
    }

    /** Finds out whether the file could be changed. */
    public void checkWritable() {
        ConfigEditor.checkWritable(location(), environment);
    }
}
