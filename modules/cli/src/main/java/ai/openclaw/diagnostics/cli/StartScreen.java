package ai.openclaw.diagnostics.cli;

import ai.openclaw.diagnostics.auth.OperatorSecret;
import ai.openclaw.diagnostics.cli.options.StartCheck;
import ai.openclaw.diagnostics.config.source.ConfigLocation;
import ai.openclaw.diagnostics.gateway.Gateway;
import ai.openclaw.diagnostics.gateway.GatewayOptions;
import ai.openclaw.diagnostics.gateway.TlsFiles;
import ai.openclaw.diagnostics.http.route.ScrapeRoute;
import ai.openclaw.diagnostics.ingest.IngestRoute;
import ai.openclaw.diagnostics.logging.Logs;
import ai.openclaw.diagnostics.plugin.PrometheusExporter;
import ai.openclaw.diagnostics.pluginhost.PluginActivation;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What is printed when a Gateway has started: where it is, how to get in, what to do next. */
final class StartScreen {

    private static final String NO_EXPORTER = "the Prometheus exporter is off, the metrics endpoint answers 404: ";

    private final Gateway gateway;
    private final GatewayOptions options;
    private final PluginActivation exporter;
    private final String traffic;
    private final @Nullable Path tokenFile;
    private final ConfigLocation config;

    /** A secret that is kept elsewhere is not repeated: a screen may be a journal or a container's log, which others read. */
    private final boolean shown;

    StartScreen(
            Gateway gateway,
            GatewayOptions options,
            PluginActivation exporter,
            String traffic,
            @Nullable Path tokenFile,
            ConfigLocation config) {
        this.gateway = gateway;
        this.options = options;
        this.exporter = exporter;
        this.traffic = traffic;
        this.tokenFile =
                tokenFile == null ? null : tokenFile.toAbsolutePath().normalize(); // for another folder's shell
        this.config = config;
        this.shown = options.secret().isGenerated() && tokenFile == null;
    }

    void print(PrintWriter out) {
        out.println();
        line(out, "Gateway", gateway.url());
        line(out, "Metrics", gateway.url() + ScrapeRoute.PATH);
        if (options.ingest()) {
            line(out, "Events", gateway.url() + IngestRoute.PATH);
        }
        line(out, kind(), secret());
        if (!traffic.isEmpty()) {
            line(out, "Traffic", traffic);
        }
        Logs.file().ifPresent(log -> line(out, "Log", log.file().toString()));
        warnings(out);
        out.println();
        line(
                out,
                "Try it",
                "curl" + trusted() + " -H \"Authorization: Bearer " + presented() + "\" " + gateway.url()
                        + ScrapeRoute.PATH);
        line(out, "Next", next());
        line(out, "Stop", "Ctrl-C");
        out.println();
        out.flush();
    }

    private String secret() {
        if (tokenFile != null) {
            return "in " + tokenFile;
        }
        return shown ? options.secret().reveal() : "(as configured)";
    }

    /** What a shell makes the credential of. */
    private String presented() {
        if (tokenFile != null) {
            return "$(cat '" + tokenFile.toString().replace("'", "'\\''") + "')";
        }
        return shown ? options.secret().reveal() : "YOUR-" + kind().toUpperCase(Locale.ROOT);
    }

    /** Without it, curl refuses a certificate that signs itself. */
    private String trusted() {
        TlsFiles tls = options.tls();
        return tls == null ? "" : " --cacert " + tls.certificate();
    }

    private void warnings(PrintWriter out) {
        if (!exporter.on()) {
            line(out, "Note", NO_EXPORTER + exporter.reason());
            line(out, "", "turn it on: openclaw plugins enable " + PrometheusExporter.ID + config.flag());
        } else if (!options.diagnosticsEnabled()) {
            line(out, "Note", StartCheck.NO_DIAGNOSTICS);
            line(out, "", "let them flow: set diagnostics.enabled to true in " + config.file());
        }
    }

    private String kind() {
        return options.secret().mode() == OperatorSecret.Mode.PASSWORD ? "Password" : "Token";
    }

    private String next() {
        if (tokenFile != null) {
            return "give Prometheus the file " + tokenFile + " as credentials_file (README, \"Prometheus\")";
        }
        if (!shown) {
            return "give Prometheus the same " + kind().toLowerCase(Locale.ROOT)
                    + " in a credentials_file (README, \"Prometheus\")";
        }
        return traffic.isEmpty()
                ? "the token is kept in " + config.file() + "; see README, \"Prometheus\""
                : "start with --token-file FILE to keep the token, and give Prometheus that file (README,"
                        + " \"Prometheus\")";
    }

    private static void line(PrintWriter out, String name, String text) {
        out.printf("  %-9s %s%n", name, text);
    }
}
