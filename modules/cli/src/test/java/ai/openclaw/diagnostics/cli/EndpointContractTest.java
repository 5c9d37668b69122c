package ai.openclaw.diagnostics.cli;

import static ai.openclaw.diagnostics.cli.InProcessGateway.CONFIG;
import static ai.openclaw.diagnostics.cli.InProcessGateway.METRICS;
import static ai.openclaw.diagnostics.cli.InProcessGateway.NOBODY;
import static ai.openclaw.diagnostics.cli.InProcessGateway.OPERATOR;
import static ai.openclaw.diagnostics.cli.InProcessGateway.WRONG;
import static ai.openclaw.diagnostics.cli.InProcessGateway.from;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.cli.InProcessGateway.Answer;
import ai.openclaw.diagnostics.http.route.ScrapeRoute;
import ai.openclaw.diagnostics.plugin.DiagnosticsPrometheusVerticle;
import ai.openclaw.diagnostics.plugin.PrometheusExporter;
import ai.openclaw.diagnostics.spi.GatewayContext;
import ai.openclaw.diagnostics.spi.GatewayPlugin;
import io.vertx.core.Deployable;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.auth.User;
import io.vertx.ext.auth.authorization.PermissionBasedAuthorization;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.AuthenticationHandler;
import io.vertx.ext.web.handler.SimpleAuthenticationHandler;
import java.io.IOException;
import java.lang.reflect.Executable;
import java.lang.reflect.Modifier;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The endpoint's contract, sentence by sentence and row by row, over sockets: what {@code GET /api/diagnostics/prometheus}
 * answers to whom.
 */
class EndpointContractTest {

    private static final String UNAUTHORIZED = "{\"error\":{\"message\":\"Unauthorized\",\"type\":\"unauthorized\"}}";
    private static final String LIMIT = "rateLimit: {maxAttempts: 2}";

    @TempDir
    private Path state;

    private InProcessGateway gateway;

    @AfterEach
    void stop() {
        if (gateway != null) {
            gateway.close();
        }
    }

    private void start(String auth) throws IOException {
        gateway = InProcessGateway.start(CONFIG.formatted(auth), state);
    }

    @Nested
    class Route {

        @Test
        void itIsOnTheGatewaysPortWhichIs18789() throws IOException {
            assertThat(InProcessGateway.options("", state, Map.of()).port()).isEqualTo(18789);
            assertThat(METRICS).isEqualTo("/api/diagnostics/prometheus");
        }

        @Test
        void nothingBuildsItWithoutAnAuthenticationHandler() {
            List<Executable> ways = Stream.of(
                            ScrapeRoute.class, DiagnosticsPrometheusVerticle.class, GatewayContext.class)
                    .flatMap(type -> Stream.concat(Stream.of(type.getConstructors()), Stream.of(type.getMethods())))
                    .filter(way -> List.of(way.getParameterTypes()).contains(Router.class))
                    .toList();
            assertThat(ways)
                    .isNotEmpty()
                    .allMatch(way -> List.of(way.getParameterTypes()).contains(AuthenticationHandler.class));
            assertThat(ScrapeRoute.class.getDeclaredConstructors())
                    .allMatch(constructor -> Modifier.isPrivate(constructor.getModifiers()));
        }
    }

    @Nested
    class EveryAnswer {

        /** Also those to requests that reach no route: of another HTTP version, or not HTTP at all. */
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "GET /health HTTP/1.1",
                    "GET /health HTTP/1.0",
                    "GET /health HTTP/2.0",
                    "GET /health HTTP/9.9",
                    "PRI * HTTP/2.0",
                    "BREW /health HTTP/1.1",
                    "GET /% HTTP/1.1",
                    "GET * HTTP/1.1",
                    "nonsense"
                })
        void hasTheHeaders(String requestLine) throws IOException {
            start("");
            try (Socket socket = new Socket("127.0.0.1", gateway.port())) {
                socket.getOutputStream()
                        .write((requestLine + "\r\nHost: x\r\nConnection: close\r\n\r\n").getBytes(US_ASCII));
                String answer = new String(socket.getInputStream().readAllBytes(), US_ASCII);
                assertThat(answer)
                        .containsIgnoringCase("X-Content-Type-Options: nosniff")
                        .containsIgnoringCase("Referrer-Policy: no-referrer");
            }
        }
    }

    @Nested
    class Table {

        @Test
        void getWithScopeIs200WithTheExposition() throws IOException {
            start("");
            Answer answer = gateway.get(METRICS, OPERATOR);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.headers())
                    .contains("content-type: text/plain; version=0.0.4; charset=utf-8", "cache-control: no-store");
            assertThat(answer.body()).startsWith("# HELP openclaw_").endsWith("\n");
        }

        @Test
        void headIs200WithTheSameHeadersAndNoBody() throws IOException {
            start("");
            Answer get = gateway.get(METRICS, OPERATOR);
            Answer head = gateway.ask(HttpMethod.HEAD, METRICS, OPERATOR);
            assertThat(head.status()).isEqualTo(200);
            assertThat(withoutLength(head)).isEqualTo(withoutLength(get)); // the numbers in the body may have grown
            assertThat(head.headers()).anyMatch(header -> header.startsWith("content-length: "));
            assertThat(head.body()).isEmpty();
        }

        private List<String> withoutLength(Answer answer) {
            return answer.headers().stream()
                    .filter(header -> !header.startsWith("content-length: "))
                    .toList();
        }

        @ParameterizedTest
        @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND", "QUERY"})
        void anyOtherMethodIs405(String method) throws IOException {
            start("");
            Answer answer = gateway.ask(HttpMethod.valueOf(method), METRICS, OPERATOR);
            assertThat(answer.status()).isEqualTo(405);
            assertThat(answer.headers()).contains("allow: GET, HEAD", "content-type: text/plain; charset=utf-8");
            assertThat(answer.body()).isEqualTo("Method Not Allowed");
        }

        @ParameterizedTest
        @ValueSource(strings = {"none", "Bearer wrong", "Bearer ", "Bearer", "correct-horse", "Basic correct-horse"})
        void anyBadCredentialIs401WhateverTheMethod(String authorization) throws IOException {
            start("");
            Map<String, String> headers =
                    authorization.equals("none") ? NOBODY : Map.of("Authorization", authorization);
            for (HttpMethod method : List.of(HttpMethod.GET, HttpMethod.POST, HttpMethod.OPTIONS)) {
                Answer answer = gateway.ask(method, METRICS, headers);
                assertThat(answer.status()).isEqualTo(401);
                assertThat(answer.headers()).contains("content-type: application/json; charset=utf-8");
                assertThat(answer.body()).isEqualTo(UNAUTHORIZED);
            }
        }

        @Test
        void a401SaysNothingAboutTheBodyOfTheExposition() throws IOException {
            start("");
            Answer head = gateway.ask(HttpMethod.HEAD, METRICS, NOBODY);
            assertThat(head.status()).isEqualTo(401);
            assertThat(head.headers()).contains("content-length: " + UNAUTHORIZED.length());
            assertThat(head.body()).isEmpty();
        }

        @ParameterizedTest
        @CsvSource({
            "operator.read, 200",
            "operator.write, 200",
            "operator.admin, 200",
            "operator.approvals, 403",
            "operator.reader, 403",
            "none, 403"
        })
        void withoutTheScopeItIs403(String scope, int status) throws IOException {
            gateway = InProcessGateway.start("{gateway: {auth: {token: 'x'}}}", state, new ScopedExporter(scope));
            Answer answer = gateway.get(METRICS, NOBODY);
            assertThat(answer.status()).isEqualTo(status);
            assertThat(answer.headers()).contains("cache-control: no-store");
            if (status == 403) {
                assertThat(answer.body()).isEqualTo("missing scope: operator.read");
            }
        }

        @Test
        void lockedOutIs429WithTheSecondsToWait() throws IOException {
            start(LIMIT);
            gateway.statuses(2, from("198.51.100.1", WRONG));
            Answer answer = gateway.get(METRICS, from("198.51.100.1", OPERATOR));
            assertThat(answer.status()).isEqualTo(429);
            assertThat(answer.headers())
                    .contains("content-type: application/json; charset=utf-8", "cache-control: no-store")
                    .anyMatch(header -> header.matches("retry-after: (299|300)"));
            assertThat(answer.body())
                    .isEqualTo("{\"error\":{\"message\":\"Too many failed authentication attempts. Please try again"
                            + " later.\",\"type\":\"rate_limited\"}}");
        }

        @Test
        void withThePluginDisabledTheRouteIsNotRegistered() throws IOException {
            gateway = InProcessGateway.start("{gateway: {auth: {token: 'correct-horse'}}}", state);
            for (Map<String, String> headers : List.of(OPERATOR, NOBODY)) {
                Answer answer = gateway.get(METRICS, headers);
                assertThat(answer.status()).isEqualTo(404);
                assertThat(answer.body()).isEqualTo("Not Found");
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"diagnostics: {}", "diagnostics: {enabled: false}"})
        void withDiagnosticsNotEnabledTheRouteStandsAndTheBodyIsEmpty(String diagnostics) throws IOException {
            gateway = InProcessGateway.start(
                    CONFIG.formatted("").replace("diagnostics: {enabled: true}", diagnostics), state);
            Answer answer = gateway.get(METRICS, OPERATOR);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.headers()).contains("content-type: text/plain; version=0.0.4; charset=utf-8");
            assertThat(answer.body()).isEmpty();
            assertThat(gateway.get(METRICS, NOBODY).status()).isEqualTo(401);
        }
    }

    @Nested
    class BelowTheTable {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "/%61pi/diagnostics/%70rometheus",
                    "/api/./x/../diagnostics/prometheus",
                    "/api//diagnostics///prometheus",
                    METRICS + "/",
                    "/API/Diagnostics/PROMETHEUS",
                    "/Api//diagnostics/%2E/Prometheus/"
                })
        void thePathIsMatchedInItsCanonicalForm(String path) throws IOException {
            start("");
            assertThat(gateway.get(path, OPERATOR).status()).isEqualTo(200);
            assertThat(gateway.get(path, NOBODY).status()).isEqualTo(401);
        }

        @ParameterizedTest
        @ValueSource(strings = {"/api/diagnostics", METRICS + "/x", METRICS + "x", "/api/diagnostics%2Fprom"})
        void anotherPathIsNotFound(String path) throws IOException {
            start("");
            assertThat(gateway.get(path, OPERATOR).status()).isEqualTo(404);
        }

        @Test
        void theQueryIsIgnored() throws IOException {
            start("");
            Answer answer = gateway.get(METRICS + "?format=openmetrics&name[]=x", OPERATOR);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.headers()).contains("content-type: text/plain; version=0.0.4; charset=utf-8");
        }

        @ParameterizedTest
        @CsvSource({
            "GET, /api/diagnostics/prometheus, 200",
            "POST, /api/diagnostics/prometheus, 405",
            "GET, /nowhere, 404",
            "GET, /healthz, 200",
            "GET, /readyz, 200",
            "POST, /readyz, 405"
        })
        void everyAnswerForbidsSniffingAndReferrers(String method, String path, int status) throws IOException {
            start("");
            Answer answer = gateway.ask(HttpMethod.valueOf(method), path, OPERATOR);
            assertThat(answer.status()).isEqualTo(status);
            assertThat(answer.headers()).contains("x-content-type-options: nosniff", "referrer-policy: no-referrer");
        }

        @Test
        void refusalsForbidThemToo() throws IOException {
            start(LIMIT);
            for (int status : List.of(401, 401, 429)) {
                Answer answer = gateway.get(METRICS, from("198.51.100.1", WRONG));
                assertThat(answer.status()).isEqualTo(status);
                assertThat(answer.headers())
                        .contains("x-content-type-options: nosniff", "referrer-policy: no-referrer");
            }
        }

        @ParameterizedTest
        @CsvSource({
            "nonsense, 400",
            "GET / HTTP/1.1 and more, 400",
            "GET nowhere HTTP/1.1, 404",
            "OPTIONS * HTTP/1.1, 404",
            "GET /TOO_LONG HTTP/1.1, 414",
            "GET / HTTP/1.1~X: TOO_LONG, 431"
        })
        void whatIsNoProperRequestIsAnsweredInTheSameWay(String request, int status) throws IOException {
            start("");
            String text = request.replace("TOO_LONG", "x".repeat(70_000)).replace("~", "\r\n");
            String answer = gateway.raw(text + "\r\nHost: x\r\nConnection: close\r\n\r\n");
            assertThat(answer)
                    .matches("(?s)HTTP/[0-9.]+ " + status + " .*")
                    .containsIgnoringCase("x-content-type-options: nosniff")
                    .containsIgnoringCase("referrer-policy: no-referrer");
        }

        @Test
        void anEnabledExporterIsNeverEmpty() throws IOException {
            start("");
            assertThat(gateway.get(METRICS, OPERATOR).body())
                    .contains("openclaw_telemetry_exporter_total{exporter=\"diagnostics-prometheus\","
                            + "reason=\"configured\",signal=\"metrics\",status=\"started\"} 1\n");
        }
    }

    /** The exporter for callers with one scope, which the Gateway's own authentication does not know. */
    private record ScopedExporter(String scope) implements GatewayPlugin {

        @Override
        public String id() {
            return PrometheusExporter.ID;
        }

        @Override
        public String description() {
            return "for the test";
        }

        @Override
        public Deployable create(GatewayContext context) {
            AuthenticationHandler callers =
                    SimpleAuthenticationHandler.create().authenticate(request -> Future.succeededFuture(caller()));
            return DiagnosticsPrometheusVerticle.create(context.channel(), context.router(), callers);
        }

        private User caller() {
            User caller = User.fromName("caller");
            caller.authorizations().put("test", PermissionBasedAuthorization.create(scope));
            return caller;
        }
    }
}
