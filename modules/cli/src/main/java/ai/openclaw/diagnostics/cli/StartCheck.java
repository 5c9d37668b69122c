package ai.openclaw.diagnostics.cli;

import ai.openclaw.diagnostics.auth.OperatorSecret;
import ai.openclaw.diagnostics.config.ConfigException;
import ai.openclaw.diagnostics.config.GatewayException;
import ai.openclaw.diagnostics.config.PluginSettings;
import ai.openclaw.diagnostics.config.Settings;
import ai.openclaw.diagnostics.plugin.ExporterOptions;
import ai.openclaw.diagnostics.plugin.PrometheusExporter;
import ai.openclaw.diagnostics.pluginhost.PluginRegistry;
import ai.openclaw.diagnostics.policy.InvalidRedactPatternException;
import ai.openclaw.diagnostics.policy.LabelPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Checks all that a Gateway needs to start but the port itself. {@code gateway run} and {@code config check} both use it,
 * so that the one refuses what the other finds.
 */
final class StartCheck {

    private final ConfigOption config;
    private final Settings settings;
    private final List<String> problems = new ArrayList<>();

    private StartCheck(ConfigOption config, Settings settings) {
        this.config = config;
        this.settings = settings;
    }

    /**
     * Checks the settings and returns the plugins that there are.
     *
     * @param ownSecret whether what callers present does not come from the settings
     * @param keepsToken whether a token that has to be generated is kept in the configuration
     * @throws GatewayException with a line for each problem
     */
    static PluginRegistry check(ConfigOption config, Settings settings, boolean ownSecret, boolean keepsToken) {
        StartCheck check = new StartCheck(config, settings);
        PluginRegistry plugins = check.tried(() -> PluginRegistry.of(settings, config.store()));
        check.tried(check::redactPatterns);
        if (plugins != null
                && plugins.activation(plugins.plugin(PrometheusExporter.ID)).on()) {
            check.tried(() -> exporterOptions(plugins.settings()));
        }
        if (!ownSecret) {
            check.tried(() -> check.credential(keepsToken));
        }
        if (plugins == null || !check.problems.isEmpty()) {
            throw GatewayException.unusable(String.join("\n", check.problems));
        }
        return plugins;
    }

    private <T> @Nullable T tried(Supplier<T> part) {
        try {
            return part.get();
        } catch (GatewayException | ConfigException e) {
            problems.add(e.getMessage());
            return null;
        }
    }

    private LabelPolicy redactPatterns() {
        try {
            return LabelPolicy.withRedactPatterns(settings.redactPatterns().value());
        } catch (InvalidRedactPatternException e) {
            throw GatewayException.unusable(
                    e.getMessage() + " (" + settings.redactPatterns().source() + ")");
        }
    }

    /**
     * Returns what the configuration says of the exporter.
     *
     * @throws GatewayException if that cannot be used
     */
    static ExporterOptions exporterOptions(PluginSettings plugins) {
        PluginSettings.Entry entry = plugins.entries().get(PrometheusExporter.ID);
        if (entry == null) {
            return ExporterOptions.defaults();
        }
        try {
            return ExporterOptions.defaults().with(entry.config().value());
        } catch (IllegalArgumentException e) {
            throw GatewayException.unusable(
                    e.getMessage() + " (" + entry.config().source() + ")");
        }
    }

    private boolean credential(boolean keepsToken) {
        settings.secret().ifPresent(secret -> OperatorSecret.of(settings));
        if (settings.secret().isEmpty() && !settings.bindsLoopback()) {
            throw GatewayException.unusable("gateway.bind: found \""
                    + settings.bind().value() + "\" ("
                    + settings.bind().source() + ") without a token or password; others could reach the Gateway. Set"
                    + " gateway.auth.token, OPENCLAW_GATEWAY_TOKEN or --token-file, or bind loopback.");
        }
        if (settings.secret().isEmpty() && keepsToken) {
            token();
        }
        return true;
    }

    private void token() {
        try {
            config.checkWritable();
        } catch (ConfigException e) {
            throw GatewayException.unusable("gateway.auth.token: there is no token, and a new one could not be kept: "
                    + e.getMessage() + ". Set OPENCLAW_GATEWAY_TOKEN or give --token-file.");
        }
    }
}
