package ai.openclaw.diagnostics.gateway;

import ai.openclaw.diagnostics.http.route.ScrapeRoute;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What is printed when a Gateway has started: where it is, how to get in, what to do next. */
final class StartScreen {

    private final Gateway gateway;
    private final GatewayOptions options;
    private final String traffic;
    private final @Nullable Path tokenFile;

    StartScreen(Gateway gateway, GatewayOptions options, String traffic, @Nullable Path tokenFile) {
        this.gateway = gateway;
        this.options = options;
        this.traffic = traffic;
        this.tokenFile = tokenFile;
    }

    void print(PrintWriter out) {
        out.println();
        line(out, "Gateway", gateway.url());
        line(out, "Metrics", gateway.url() + ScrapeRoute.PATH);
        line(out, "Token", options.token().reveal());
        if (!traffic.isEmpty()) {
            line(out, "Traffic", traffic);
        }
        warnings(out);
        out.println();
        line(
                out,
                "Try it",
                "curl -H 'Authorization: Bearer " + options.token().reveal() + "' " + gateway.url() + ScrapeRoute.PATH);
        line(out, "Next", next());
        line(out, "Stop", "Ctrl-C");
        out.println();
        out.flush();
    }

    private void warnings(PrintWriter out) {
        if (!options.exporterEnabled()) {
            line(out, "Note", "the Prometheus exporter is off: the metrics endpoint answers 404");
        } else if (!options.diagnosticsEnabled()) {
            line(out, "Note", "diagnostics are off: the metrics endpoint answers with an empty body");
        }
    }

    private String next() {
        return tokenFile == null
                ? "start with --token-file FILE to keep the token, and give Prometheus that file (README, \"Prometheus\")"
                : "give Prometheus the file " + tokenFile + " as credentials_file (README, \"Prometheus\")";
    }

    private static void line(PrintWriter out, String name, String text) {
        out.printf("  %-9s %s%n", name, text);
    }
}
