package ai.openclaw.diagnostics.cli;

import ai.openclaw.diagnostics.auth.ClientAddress;
import ai.openclaw.diagnostics.auth.OperatorAuthentication;
import ai.openclaw.diagnostics.auth.OperatorSecret;
import ai.openclaw.diagnostics.auth.RateLimiter;
import ai.openclaw.diagnostics.http.exposition.Body;
import ai.openclaw.diagnostics.http.exposition.Exposition;
import ai.openclaw.diagnostics.http.route.HttpLimits;
import ai.openclaw.diagnostics.http.route.HttpServers;
import ai.openclaw.diagnostics.http.route.ScrapeRoute;
import io.vertx.core.Deployable;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.auth.User;
import io.vertx.ext.auth.authorization.PermissionBasedAuthorization;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** The scrape route behind operator authentication, on two event loops and one port, as the Gateway composes them. */
final class AuthenticatedServer implements AutoCloseable {

    static final String EXPOSITION = "an exposition\n";
    static final int MAX_HEADER_BYTES = HttpLimits.DEFAULT.headerBytes();

    private static final int SAME_FOR_ALL_INSTANCES = -1; // a free port

    private static final Exposition FIXED = (format, encoding) -> Body.of(EXPOSITION.getBytes(StandardCharsets.UTF_8));

    final Vertx vertx = Vertx.vertx();
    final int port;

    AuthenticatedServer(OperatorSecret secret, RateLimiter limiter, ClientAddress addresses) {
        OperatorAuthentication authentication = OperatorAuthentication.of(secret, limiter, addresses);
        ScrapeRoute scrape = ScrapeRoute.of(vertx, FIXED);
        List<HttpServer> servers = new CopyOnWriteArrayList<>();
        DeploymentOptions onTwoEventLoops = new DeploymentOptions().setInstances(2);
        await(vertx.deployVerticle(() -> instance(scrape, authentication, addresses, servers), onTwoEventLoops));
        port = servers.get(0).actualPort();
    }

    private Deployable instance(
            ScrapeRoute scrape,
            OperatorAuthentication authentication,
            ClientAddress addresses,
            List<HttpServer> servers) {
        return context -> {
            Router router = Router.router(vertx);
            router.route("/probe")
                    .handler(probe -> probe.end("operator: " + authentication.isOperator(probe.request()) + ", local: "
                            + addresses.isLocal(probe.request())));
            router.route("/user").handler(authentication.handler()).handler(AuthenticatedServer::describeUser);
            scrape.mount(router, authentication.handler());
            HttpServer server = HttpServers.create(vertx, HttpLimits.DEFAULT, options(), router);
            servers.add(server);
            return server.listen(SAME_FOR_ALL_INSTANCES, "127.0.0.1");
        };
    }

    private static void describeUser(RoutingContext context) {
        User user = context.user();
        List<String> scopes = new ArrayList<>();
        user.authorizations()
                .forEach((provider, scope) -> scopes.add(((PermissionBasedAuthorization) scope).getPermission()));
        context.end(user.subject() + ": " + scopes.stream().sorted().toList());
    }

    private static HttpServerOptions options() {
        return HttpServers.options(HttpLimits.DEFAULT).setHttp2ClearTextEnabled(true);
    }

    static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError("did not happen", e);
        }
    }

    String url() {
        return "http://127.0.0.1:" + port + ScrapeRoute.PATH;
    }

    /** Returns the answer to one GET with these header lines, which are sent as they are, a byte for each character. */
    String get(String... headerLines) {
        return exchange(request("GET", ScrapeRoute.PATH, headerLines));
    }

    /** Returns everything that one connection answers to these requests, which are sent at once. */
    String exchange(String... requests) {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(10_000);
            String all = String.join("", requests) + request("GET", "/last", "Connection: close");
            socket.getOutputStream().write(all.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new AssertionError("the connection was dropped", e);
        }
    }

    static String request(String method, String path, String... headerLines) {
        List<String> lines = List.of(headerLines);
        return method + " " + path + " HTTP/1.1\r\nHost: gateway\r\n"
                + String.join("", lines.stream().map(line -> line + "\r\n").toList()) + "\r\n";
    }

    /** Returns the status of every answer but that to the request that ends the connection. */
    static List<Integer> statuses(String answers) {
        List<Integer> statuses = Pattern.compile("HTTP/1\\.1 (\\d{3}) ")
                .matcher(answers)
                .results()
                .map(match -> Integer.valueOf(match.group(1)))
                .toList();
        return statuses.subList(0, statuses.size() - 1);
    }

    @Override
    public void close() {
        await(vertx.close());
    }
}
