package ai.openclaw.diagnostics.gateway;

import ai.openclaw.diagnostics.config.AuthMode;
import ai.openclaw.diagnostics.config.ConfigEditor;
import ai.openclaw.diagnostics.config.Secret;
import ai.openclaw.diagnostics.config.Settings;
import ai.openclaw.diagnostics.plugin.PrometheusExporter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How a Gateway is to run, from flags over environment over configuration file over defaults. */
final class RunOptions {

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

    private PluginActivation exporterActivation = new PluginActivation(false, "not decided yet");

    RunOptions(Map<String, String> environment) {
        this.config = new ConfigOption(environment);
    }

    /**
     * Returns the options.
     *
     * @param tryOut whether there is traffic to show: then nothing is written into the configuration. There and with
     *     {@code --ingest} the exporter and diagnostics are on unless a flag says otherwise
     */
    GatewayOptions resolve(boolean tryOut) {
        Settings settings =
                config.overFile().port(port).bind(bind).authMode(auth).build();
        Boolean on = tryOut || Boolean.TRUE.equals(ingest) ? Boolean.TRUE : null;
        return new GatewayOptions(
                settings.host(),
                settings.port().value(),
                secret(settings, tryOut),
                settings.rateLimit().map(RunOptions::rateLimit).orElse(null),
                settings.trustedProxies().value(),
                plugins(settings, exporter == null ? on : exporter),
                firstOf(diagnostics, on, settings.diagnosticsEnabled().value()),
                ingest == null ? settings.ingestEnabled().value() : ingest,
                settings.redactPatterns().value());
    }

    /** Returns whether the exporter is on, and why; known once the options are resolved. */
    PluginActivation exporterActivation() {
        return exporterActivation;
    }

    /** Returns the file that a scraper can be given, if there is one. */
    @Nullable
    Path tokenFile() {
        return tokenFile;
    }

    private OperatorSecret secret(Settings settings, boolean tryOut) {
        if (tokenFile != null) {
            return OperatorSecret.inFile(tokenFile);
        }
        Optional<OperatorSecret> configured = settings.secret()
                .map(it -> OperatorSecret.of(
                        settings.authMode().value() == AuthMode.PASSWORD
                                ? OperatorSecret.Mode.PASSWORD
                                : OperatorSecret.Mode.TOKEN,
                        it.value().reveal(),
                        it.source()));
        return configured.orElseGet(() -> generated(settings, tryOut));
    }

    /** A secret that nobody chose is for this machine only. */
    private OperatorSecret generated(Settings settings, boolean tryOut) {
        if (!settings.bindsLoopback()) {
            throw GatewayException.unusable("gateway.bind: found \""
                    + settings.bind().value() + "\" ("
                    + settings.bind().source() + ") without a token or password; others could reach the Gateway. Set"
                    + " gateway.auth.token, OPENCLAW_GATEWAY_TOKEN or --token-file, or bind loopback.");
        }
        return tryOut ? OperatorSecret.randomToken() : firstToken();
    }

    /** The first start of a Gateway makes its token, and a configuration that keeps it. */
    private OperatorSecret firstToken() {
        OperatorSecret token = OperatorSecret.randomToken();
        ConfigEditor editor = config.edit();
        boolean first = editor.text().isBlank();
        editor.set("gateway.auth.token", Secret.of(token.reveal()));
        if (first) {
            editor.set("diagnostics.enabled", true);
        }
        editor.write();
        return token;
    }

    private static RateLimit rateLimit(ai.openclaw.diagnostics.config.RateLimit limit) {
        return new RateLimit(
                limit.maxAttempts().value(),
                limit.windowMs().value(),
                limit.lockoutMs().value(),
                limit.exemptLoopback().value());
    }

    private List<DiscoveredPlugin> plugins(Settings settings, @Nullable Boolean exporterOn) {
        PluginRegistry registry = PluginRegistry.of(settings.plugins(), config.store());
        PluginActivation configured = registry.activation(registry.plugin(PrometheusExporter.ID));
        exporterActivation =
                exporterOn == null ? configured : new PluginActivation(exporterOn, "decided on the command line");
        return registry.plugins().stream()
                .filter(plugin -> plugin.id().equals(PrometheusExporter.ID)
                        ? exporterActivation.on()
                        : registry.activation(plugin).on())
                .toList();
    }

    private static boolean firstOf(@Nullable Boolean flag, @Nullable Boolean tryOut, boolean configured) {
        if (flag != null) {
            return flag;
        }
        return tryOut == null ? configured : tryOut;
    }
}
