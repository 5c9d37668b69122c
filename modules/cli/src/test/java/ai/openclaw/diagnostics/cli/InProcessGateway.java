package ai.openclaw.diagnostics.cli;

import ai.openclaw.diagnostics.config.source.ConfigLocation;
import ai.openclaw.diagnostics.gateway.Gateway;
import ai.openclaw.diagnostics.gateway.GatewayOptions;
import ai.openclaw.diagnostics.http.route.ScrapeRoute;
import ai.openclaw.diagnostics.pluginhost.DiscoveredPlugin;
import ai.openclaw.diagnostics.pluginhost.NamedPlugin;
import ai.openclaw.diagnostics.pluginhost.PluginActivation;
import ai.openclaw.diagnostics.spi.GatewayPlugin;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import picocli.CommandLine;

/** A Gateway in this process that runs what a configuration says, asked over sockets. */
final class InProcessGateway implements AutoCloseable {

    private static final ConfigLocation LOCATION =
            new ConfigLocation(Path.of("openclaw.json"), Path.of("."), "default");

    static final String METRICS = ScrapeRoute.PATH;

    /** The configuration of most tests, but for what the test adds to {@code gateway.auth}. */
    static final String CONFIG = """
            {
              gateway: {auth: {token: 'correct-horse', %s}, trustedProxies: ['127.0.0.1']},
              plugins: {entries: {'diagnostics-prometheus': {enabled: true}}},
              diagnostics: {enabled: true},
            }
            """;

    static final Map<String, String> OPERATOR = bearer("correct-horse");
    static final Map<String, String> WRONG = bearer("wrong");
    static final Map<String, String> NOBODY = Map.of();

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client = vertx.createHttpClient();
    private final GatewayOptions options;
    private final Gateway gateway;

    private InProcessGateway(GatewayOptions options, DiscoveredPlugin... more) {
        this.options = withoutDraining(options, more);
        this.gateway = await(Gateway.start(vertx, this.options));
    }

    /** Returns these options with further plugins, and without the seconds that a Gateway drains once it was probed. */
    private static GatewayOptions withoutDraining(GatewayOptions of, DiscoveredPlugin... more) {
        return new GatewayOptions(
                of.host(),
                of.port(),
                of.secret(),
                of.rateLimit(),
                of.trustedProxies(),
                Stream.concat(of.plugins().stream(), Stream.of(more)).toList(),
                of.activations(),
                of.diagnosticsEnabled(),
                of.ingest(),
                of.redactPatterns(),
                of.stateDirectory(),
                0,
                of.tls());
    }

    /** What came back; each header as {@code name: value} with the name in lower case. */
    record Answer(int status, List<String> headers, String body) {

        static Answer of(HttpClientResponse response, Buffer body) {
            List<String> headers = response.headers().entries().stream()
                    .map(header -> header.getKey().toLowerCase(Locale.ROOT) + ": " + header.getValue())
                    .sorted()
                    .toList();
            return new Answer(response.statusCode(), headers, body.toString());
        }
    }

    /** Starts a Gateway on any free port of loopback. */
    static InProcessGateway start(String config, Path state) throws IOException {
        return new InProcessGateway(options(config, state, Map.of(), "--port", "0"));
    }

    static InProcessGateway start(GatewayOptions options) {
        return new InProcessGateway(options);
    }

    /** Starts a Gateway that has a plugin more than its configuration says. */
    static InProcessGateway start(String config, Path state, GatewayPlugin plugin) throws IOException {
        return start(config, state, DiscoveredPlugin.bundled(NamedPlugin.of(plugin)));
    }

    /** As {@link #start(String, Path, GatewayPlugin)}, with a plugin from wherever it says. */
    static InProcessGateway start(String config, Path state, DiscoveredPlugin plugin) throws IOException {
        return new InProcessGateway(options(config, state, Map.of(), "--port", "0"), plugin);
    }

    /**
     * Returns what a Gateway is started with.
     *
     * @param config the text of the configuration file, empty for no file
     * @param state the state directory
     */
    static GatewayOptions options(String config, Path state, Map<String, String> environment, String... flags)
            throws IOException {
        if (!config.isEmpty()) {
            Files.writeString(state.resolve("openclaw.json"), config);
        }
        Map<String, String> all = new HashMap<>(environment);
        all.put("OPENCLAW_STATE_DIR", state.toString());
        RunOptions run = new RunOptions(all, () -> null);
        new CommandLine(run).parseArgs(flags);
        return run.resolve(false);
    }

    static Map<String, String> bearer(String secret) {
        return Map.of("Authorization", "Bearer " + secret);
    }

    /** Returns these headers as a proxy sends them for a caller with this address. */
    static Map<String, String> from(String address, Map<String, String> headers) {
        Map<String, String> forwarded = new HashMap<>(headers);
        forwarded.put("X-Forwarded-For", address);
        return forwarded;
    }

    Gateway gateway() {
        return gateway;
    }

    Vertx vertx() {
        return vertx;
    }

    /** Returns what the start of this Gateway shows. */
    String startScreen() {
        StringWriter screen = new StringWriter();
        new StartScreen(gateway, options, new PluginActivation(true, "the test"), "", null, LOCATION)
                .print(new PrintWriter(screen));
        return screen.toString();
    }

    Answer get(String path, Map<String, String> headers) {
        return ask(HttpMethod.GET, path, headers);
    }

    /** Returns the statuses of this many answers, one request after the other. */
    List<Integer> statuses(int requests, Map<String, String> headers) {
        return Stream.generate(() -> get(METRICS, headers).status())
                .limit(requests)
                .toList();
    }

    Answer ask(HttpMethod method, String path, Map<String, String> headers) {
        return await(client.request(method, port(), "127.0.0.1", path)
                .compose(request -> send(request, headers)
                        .compose(response -> response.body().map(body -> Answer.of(response, body)))));
    }

    private static Future<HttpClientResponse> send(HttpClientRequest request, Map<String, String> headers) {
        headers.forEach(request::putHeader);
        return request.send();
    }

    /** Returns all that is answered to a text, which no HTTP client would send. */
    String raw(String text) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    int port() {
        return Integer.parseInt(gateway.url().replaceAll(".*:", ""));
    }

    private static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(1, TimeUnit.MINUTES);
        } catch (Exception e) {
            throw new AssertionError("no answer", e);
        }
    }

    @Override
    public void close() {
        try {
            gateway.stop().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError("the Gateway did not stop", e);
        }
    }
}
