package ai.openclaw.diagnostics.cli;

import ai.openclaw.diagnostics.auth.AttemptLimit;
import ai.openclaw.diagnostics.auth.OperatorSecret;
import ai.openclaw.diagnostics.catalog.Profile;
import ai.openclaw.diagnostics.cli.options.ConfigOption;
import ai.openclaw.diagnostics.cli.options.StartCheck;
import ai.openclaw.diagnostics.config.ConfigEditor;
import ai.openclaw.diagnostics.config.GatewayException;
import ai.openclaw.diagnostics.config.PluginSettings;
import ai.openclaw.diagnostics.config.Settings;
import ai.openclaw.diagnostics.config.TlsSettings;
import ai.openclaw.diagnostics.config.source.ConfigLocation;
import ai.openclaw.diagnostics.config.source.Secret;
import ai.openclaw.diagnostics.gateway.BindFailure;
import ai.openclaw.diagnostics.gateway.GatewayOptions;
import ai.openclaw.diagnostics.gateway.TlsFiles;
import ai.openclaw.diagnostics.otlp.DiagnosticsOtelVerticle;
import ai.openclaw.diagnostics.plugin.PrometheusExporter;
import ai.openclaw.diagnostics.pluginhost.DiscoveredPlugin;
import ai.openclaw.diagnostics.pluginhost.PluginActivation;
import ai.openclaw.diagnostics.pluginhost.PluginRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How a Gateway is to run, from flags over environment over configuration file over defaults. */
final class RunOptions {

    private static final String TOKEN = "gateway.auth.token";
    private static final String COMPATIBILITY = "compatibility";

    @Mixin
    private final ConfigOption config;

    @Option(names = "--port", paramLabel = "N", description = "Port to listen on, 0 for any that is free.")
    private Integer port;

    @Option(names = "--bind", paramLabel = "ADDRESS", description = "loopback, lan, or an IP address to listen on.")
    private String bind;

    @Option(names = "--auth", paramLabel = "MODE", description = "What operators present: token or password.")
    private String auth;

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "File that holds the operators' token; made with a random one if there is none.")
    private Path tokenFile;

    @Option(
            names = "--exporter",
            negatable = true,
            description = "Turn the Prometheus exporter on or off, whatever the configuration says.")
    private Boolean exporter;

    @Option(
            names = "--diagnostics",
            negatable = true,
            description = "Let diagnostic events flow or not, whatever the configuration says.")
    private Boolean diagnostics;

    @Option(
            names = "--ingest",
            negatable = true,
            description = "Take events of other processes in over HTTP or not, whatever the configuration says.")
    private Boolean ingest;

    @Option(
            names = "--compatibility",
            paramLabel = "RELEASE",
            converter = ProfileName.class,
            description =
                    "The release of OpenClaw whose families and labels the exporters show, whatever the configuration says:"
                            + " 2026.5 or 2026.9.")
    private @Nullable Profile compatibility;

    private PluginActivation exporterActivation = new PluginActivation(false, "not decided yet");
    private List<String> passedOver = List.of();

    private @Nullable Settings settings;

    /**
     * Creates them.
     *
     * @param logLevel returns the flag {@code --log-level}, null for none given
     */
    RunOptions(Map<String, String> environment, Supplier<@Nullable String> logLevel) {
        this.config = new ConfigOption(environment, logLevel);
    }

    /** Returns what is in force, read once. */
    Settings settings() {
        if (settings == null) {
            settings = config.overFile().port(port).bind(bind).authMode(auth).build();
        }
        return settings;
    }

    /**
     * Returns the options.
     *
     * @param tryOut whether there is traffic to show: then nothing is written into the configuration. There and with
     *     {@code --ingest} the exporter and diagnostics are on unless a flag says otherwise
     */
    GatewayOptions resolve(boolean tryOut) {
        Settings settings = settings();
        PluginRegistry registry = StartCheck.check(config, settings, tokenFile != null, !tryOut);
        passedOver = registry.settings().passedOver();
        Boolean on = tryOut || Boolean.TRUE.equals(ingest) ? Boolean.TRUE : null;
        return new GatewayOptions(
                settings.host(),
                settings.port().value(),
                tokenFile == null ? secret(settings, tryOut) : OperatorSecret.inFile(tokenFile),
                settings.rateLimit().map(RunOptions::rateLimit).orElse(null),
                settings.trustedProxies().value(),
                plugins(registry, settings, exporter == null ? on : exporter),
                activations(registry),
                firstOf(diagnostics, on, settings.diagnosticsEnabled().value()),
                ingest == null ? settings.ingestEnabled().value() : ingest,
                settings.redactPatterns().value(),
                location().stateDirectory(),
                settings.drainMs().value(),
                settings.tls().map(RunOptions::tls).orElse(null));
    }

    private static TlsFiles tls(TlsSettings tls) {
        return new TlsFiles(tls.certificate().value(), tls.key().value());
    }

    /** Returns whether the exporter is on, and why; known once the options are resolved. */
    PluginActivation exporterActivation() {
        return exporterActivation;
    }

    /** Returns what the configuration has and this Gateway does not use; known once the options are resolved. */
    List<String> passedOver() {
        return passedOver;
    }

    /** Returns where the configuration is. */
    ConfigLocation location() {
        return config.location();
    }

    /** Returns the file that a scraper can be given, if there is one. */
    @Nullable
    Path tokenFile() {
        return tokenFile;
    }

    private OperatorSecret secret(Settings settings, boolean tryOut) {
        if (settings.secret().isPresent()) {
            return OperatorSecret.of(settings);
        }
        if (tryOut) {
            return OperatorSecret.randomToken();
        }
        checkPort(settings.host(), settings.port().value());
        return firstToken();
    }

    /** A start that fails would keep a token that it has not shown. */
    private static void checkPort(String host, int port) {
        try (ServerSocket tried = new ServerSocket()) {
            tried.bind(new InetSocketAddress(InetAddress.getByName(host), port));
        } catch (IOException e) {
            throw GatewayException.failed(BindFailure.explain(e, host, port));
        }
    }

    /** The first start of a Gateway makes its token, and a configuration that keeps it. */
    private OperatorSecret firstToken() {
        OperatorSecret token = OperatorSecret.randomToken();
        boolean kept = config.change(editor -> keep(token, editor));
        return kept ? token : OperatorSecret.of(config.overFile().authMode(auth).build());
    }

    /** Returns false if another process has kept a token meanwhile. */
    private static boolean keep(OperatorSecret token, ConfigEditor editor) {
        if (editor.has(TOKEN)) {
            return false;
        }
        editor.set(TOKEN, Secret.of(token.reveal()));
        return true;
    }

    private static AttemptLimit rateLimit(ai.openclaw.diagnostics.config.RateLimit limit) {
        return new AttemptLimit(
                limit.maxAttempts().value(),
                limit.windowMs().value(),
                limit.lockoutMs().value(),
                limit.exemptLoopback().value());
    }

    private List<DiscoveredPlugin> plugins(PluginRegistry registry, Settings settings, @Nullable Boolean exporterOn) {
        PluginActivation configured = registry.activation(registry.plugin(PrometheusExporter.ID));
        exporterActivation =
                exporterOn == null ? configured : new PluginActivation(exporterOn, "decided on the command line");
        return registry.plugins().stream()
                .filter(plugin -> plugin.id().equals(PrometheusExporter.ID)
                        ? exporterActivation.on()
                        : registry.activation(plugin).on())
                .map(plugin -> StartCheck.configured(plugin, registry, settings, config))
                .map(plugin -> withProfile(plugin, registry.settings()))
                .toList();
    }

    /** Both exporters show the profile of the flag, else of the Prometheus exporter. */
    private DiscoveredPlugin withProfile(DiscoveredPlugin plugin, PluginSettings plugins) {
        Object profile =
                compatibility == null ? plugins.config(PrometheusExporter.ID).get(COMPATIBILITY) : compatibility.text();
        if (profile == null
                || !List.of(PrometheusExporter.ID, DiagnosticsOtelVerticle.ID).contains(plugin.id())) {
            return plugin;
        }
        Map<String, @Nullable Object> changed = new LinkedHashMap<>(plugin.config());
        changed.put(COMPATIBILITY, profile);
        return plugin.withConfig(changed);
    }

    /** Asked for after {@link #plugins}, which decides about the exporter. */
    private Map<String, PluginActivation> activations(PluginRegistry registry) {
        return registry.plugins().stream()
                .collect(Collectors.toMap(
                        DiscoveredPlugin::id,
                        plugin -> plugin.id().equals(PrometheusExporter.ID)
                                ? exporterActivation
                                : registry.activation(plugin),
                        (first, same) -> first));
    }

    private static boolean firstOf(@Nullable Boolean flag, @Nullable Boolean tryOut, boolean configured) {
        if (flag != null) {
            return flag;
        }
        return tryOut == null ? configured : tryOut;
    }
}
