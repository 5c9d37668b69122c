package ai.openclaw.diagnostics.cli.options;

import ai.openclaw.diagnostics.auth.OperatorSecret;
import ai.openclaw.diagnostics.config.GatewayException;
import ai.openclaw.diagnostics.config.Settings;
import ai.openclaw.diagnostics.config.source.ConfigException;
import ai.openclaw.diagnostics.gateway.TlsFiles;
import ai.openclaw.diagnostics.otlp.DiagnosticsOtelVerticle;
import ai.openclaw.diagnostics.pluginhost.DiscoveredPlugin;
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
public final class StartCheck {

    /** What it means that diagnostics are off. */
    public static final String NO_DIAGNOSTICS =
            "diagnostics.enabled is not true: no events flow, the metrics endpoint answers with an empty body";

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
    public static PluginRegistry check(ConfigOption config, Settings settings, boolean ownSecret, boolean keepsToken) {
        StartCheck check = new StartCheck(config, settings);
        PluginRegistry plugins = check.tried(() -> PluginRegistry.of(settings, config.store()));
        check.tried(check::redactPatterns);
        if (plugins != null) {
            plugins.plugins().stream()
                    .filter(plugin -> plugins.activation(plugin).on())
                    .forEach(plugin -> check.tried(() -> configured(plugin, plugins, settings, config)));
        }
        if (!ownSecret) {
            check.tried(() -> check.credential(keepsToken));
        }
        check.tried(check::certificate);
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
     * Returns a plugin with what the configuration gives to it.
     *
     * @throws GatewayException with a line for each problem that the plugin finds in that
     */
    public static DiscoveredPlugin configured(
            DiscoveredPlugin plugin, PluginRegistry plugins, Settings settings, ConfigOption config) {
        boolean section = plugin.id().equals(DiagnosticsOtelVerticle.ID); // as the reference has it
        DiscoveredPlugin configured = plugin.withConfig(
                section ? settings.otel().value() : plugins.settings().config(plugin.id()));
        List<String> path =
                section ? List.of("diagnostics", "otel") : List.of("plugins", "entries", plugin.id(), "config");
        configured.check(settings.section(path), config.variables());
        return configured;
    }

    private boolean certificate() {
        settings.tls()
                .ifPresent(
                        tls -> new TlsFiles(tls.certificate().value(), tls.key().value()).check());
        return true;
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
