package ai.openclaw.diagnostics.console;

import ai.openclaw.diagnostics.config.Settings;
import ai.openclaw.diagnostics.console.GatewayClient.Answer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Checks of what answers: the Gateway itself, and the collector that it sends to. */
final class GatewayChecks {

    private static final String METRICS = "/api/diagnostics/prometheus";
    private static final String NO_GATEWAY = "no Gateway answers";

    private final Setup setup;
    private final int timeoutMs;
    private @Nullable Answer asked;

    GatewayChecks(Setup setup, int timeoutMs) {
        this.setup = setup;
        this.timeoutMs = timeoutMs;
    }

    private GatewayClient client(Settings settings) {
        return GatewayClient.of(GatewayAddress.of(settings), timeoutMs);
    }

    /** Asks once. */
    private Answer answer() {
        Answer known = asked;
        if (known == null) {
            known = setup.usable()
                    .map(settings -> client(settings).readiness())
                    .orElseGet(() -> new Answer(0, "the configuration cannot be used"));
            asked = known;
        }
        return known;
    }

    Finding port() {
        String check = "port";
        Settings settings = setup.settings();
        if (settings == null) {
            return Finding.skipped(check, "the configuration cannot be used");
        }
        int port = settings.port().value();
        if (answer().isReachable()) {
            return Finding.ok(check, "a Gateway answers on " + port);
        }
        try (ServerSocket tried = new ServerSocket()) {
            tried.setReuseAddress(true);
            tried.bind(new InetSocketAddress(InetAddress.getByName(settings.host()), port));
            return Finding.ok(check, port + " is free");
        } catch (IOException e) {
            return Finding.failure(
                    check,
                    "another program has port " + port + " of " + settings.host()
                            + ", or this user may not listen there",
                    "see who listens with ss -ltnp, or set gateway.port");
        }
    }

    Finding readiness() {
        String check = "readiness";
        if (!answer().isReachable()) {
            return Finding.skipped(check, answer().refusal());
        }
        String failing = JsonMembers.parse(answer().body())
                .map(body -> String.join(", ", body.texts("failing")))
                .orElse("");
        return answer().isOk()
                ? Finding.ok(check, "ready")
                : Finding.failure(
                        check,
                        "not ready: " + failing,
                        "docs/operations.md, Troubleshooting, says what each name means");
    }

    Finding scrape() {
        String check = "scrape";
        Settings settings = setup.settings();
        String secret = setup.secret();
        if (settings == null || secret == null || !answer().isReachable()) {
            return Finding.skipped(check, secret == null ? "there is no credential" : NO_GATEWAY);
        }
        Answer scraped = client(settings).get(METRICS, secret);
        return switch (scraped.status()) {
            case 200 ->
                scraped.body().isEmpty()
                        ? Finding.failure(
                                check,
                                "the body is empty, since no events flow",
                                "set diagnostics.enabled to true, and restart")
                        : Finding.ok(check, Quantities.bytes(scraped.body().length()) + " of metrics");
            case 401 ->
                Finding.failure(
                        check,
                        "the Gateway refuses the credential, which comes from " + setup.secretSource(),
                        "give that of the running Gateway with --token-file FILE, or restart the Gateway");
            case 404 ->
                Finding.failure(
                        check,
                        "the Prometheus exporter is off in the running Gateway",
                        "openclaw plugins enable diagnostics-prometheus, then restart the Gateway");
            default -> Finding.failure(check, scraped.refusal(), "see the Gateway's log, openclaw logs");
        };
    }

    Finding collector() {
        String check = "collector";
        Settings settings = setup.settings();
        if (settings == null || !setup.pluginsOn().contains("diagnostics-otel")) {
            return Finding.skipped(
                    check, setup.starts() ? "the OpenTelemetry exporter is off" : "the configuration cannot be used");
        }
        Map<String, @Nullable Object> otel = settings.otel().value();
        if (!Boolean.TRUE.equals(otel.get("enabled"))) {
            return Finding.warning(
                    check,
                    "diagnostics.otel.enabled is not true, so nothing is sent",
                    "set it to true, or disable the plugin");
        }
        return answers(collectorEndpoint(otel))
                ? Finding.ok(check, "accepts connections")
                : Finding.failure(
                        check,
                        "does not accept connections",
                        "start it, or correct diagnostics.otel.endpoint or OTEL_EXPORTER_OTLP_ENDPOINT");
    }

    /** The first that is given counts, as for the exporter. */
    private String collectorEndpoint(Map<String, @Nullable Object> otel) {
        return Stream.of(
                        otel.get("metricsEndpoint"),
                        otel.get("endpoint"),
                        setup.variables().get("OTEL_EXPORTER_OTLP_METRICS_ENDPOINT"),
                        setup.variables().get("OTEL_EXPORTER_OTLP_ENDPOINT"))
                .filter(value -> value != null)
                .findFirst()
                .map(String::valueOf)
                .orElse("http://localhost:4318");
    }

    /** The endpoint is not shown: its path or query may hold a credential. */
    private boolean answers(String endpoint) {
        try (Socket socket = new Socket()) {
            URI uri = URI.create(endpoint);
            int defaultPort = "https".equals(uri.getScheme()) ? 443 : 80;
            int port = uri.getPort() < 0 ? defaultPort : uri.getPort();
            socket.connect(new InetSocketAddress(String.valueOf(uri.getHost()), port), timeoutMs);
            return true;
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }
}
