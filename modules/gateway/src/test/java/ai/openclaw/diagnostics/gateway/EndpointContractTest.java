package ai.openclaw.diagnostics.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.plugin.DiagnosticsPrometheusPlugin;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The Gateway's answers, row by row as its users know them, over a real socket. */
class EndpointContractTest {

    private static final String METRICS = "/api/diagnostics/prometheus";
    private static final String SECRET = "correct-horse";
    private static final Map<String, String> OPERATOR = Map.of("Authorization", "Bearer " + SECRET);

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client = vertx.createHttpClient();
    private Gateway gateway;

    @AfterEach
    void stop() throws Exception {
        await(gateway.stop());
    }

    @Test
    void getWithScopeIs200WithTheExposition() throws Exception {
        start(true, true);
        Answer answer = ask(HttpMethod.GET, METRICS, OPERATOR);
        assertThat(answer.status).isEqualTo(200);
        assertThat(answer.headers)
                .contains("content-type: text/plain; version=0.0.4; charset=utf-8", "cache-control: no-store");
        assertThat(answer.body).contains("status=\"started\"} 1\n");
    }

    @Test
    void headIs200WithTheSameHeadersAndNoBody() throws Exception {
        start(true, true);
        Answer get = ask(HttpMethod.GET, METRICS, OPERATOR);
        Answer head = ask(HttpMethod.HEAD, METRICS, OPERATOR);
        assertThat(head.status).isEqualTo(200);
        assertThat(head.headers).isEqualTo(get.headers);
        assertThat(head.body).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"})
    void anyOtherMethodIs405(String method) throws Exception {
        start(true, true);
        Answer answer = ask(HttpMethod.valueOf(method), METRICS, OPERATOR);
        assertThat(answer.status).isEqualTo(405);
        assertThat(answer.headers).contains("allow: GET, HEAD");
        assertThat(answer.body).isEqualTo("Method Not Allowed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Bearer",
                "Bearer ",
                "Bearer wrong",
                "Bearer correct-horse2",
                "Basic Y29ycmVjdC1ob3JzZQ==",
                "correct-horse",
                "Token correct-horse",
                "Bearercorrect-horse"
            })
    void noOrWrongOrMalformedCredentialIs401BeforeTheMethodIsLookedAt(String authorization) throws Exception {
        start(true, true);
        for (HttpMethod method : List.of(HttpMethod.GET, HttpMethod.POST, HttpMethod.DELETE)) {
            Answer answer = ask(method, METRICS, Map.of("Authorization", authorization));
            assertThat(answer.status).isEqualTo(401);
            assertThat(answer.body).isEqualTo("{\"error\":{\"message\":\"Unauthorized\",\"type\":\"unauthorized\"}}");
            assertThat(answer.headers).contains("content-type: application/json; charset=utf-8");
            assertThat(answer.headers).noneMatch(header -> header.startsWith("www-authenticate"));
        }
    }

    @Test
    void headWithoutCredentialIs401AndSaysNothingAboutTheBody() throws Exception {
        start(true, true);
        Answer answer = ask(HttpMethod.HEAD, METRICS, Map.of());
        assertThat(answer.status).isEqualTo(401);
        assertThat(answer.body).isEmpty();
    }

    @Test
    void theTokenCountsInTheAuthorizationHeaderAlone() throws Exception {
        start(true, true);
        assertThat(ask(HttpMethod.GET, METRICS + "?token=" + SECRET, Map.of()).status)
                .isEqualTo(401);
        assertThat(ask(HttpMethod.GET, METRICS, Map.of("X-OpenClaw-Token", SECRET)).status)
                .isEqualTo(401);
    }

    @Test
    void theSchemeIsCaseInsensitiveAndTheSecretIsTrimmed() throws Exception {
        start(true, true);
        assertThat(ask(HttpMethod.GET, METRICS, Map.of("Authorization", "bEaReR   " + SECRET + "  ")).status)
                .isEqualTo(200);
    }

    @Test
    void withTheExporterOffTheRouteIsNotFound() throws Exception {
        start(false, true);
        Answer answer = ask(HttpMethod.GET, METRICS, OPERATOR);
        assertThat(answer.status).isEqualTo(404);
        assertThat(answer.body).isEqualTo("Not Found");
    }

    @Test
    void withDiagnosticsOffTheRouteStandsAndTheBodyIsEmpty() throws Exception {
        start(true, false);
        Answer answer = ask(HttpMethod.GET, METRICS, OPERATOR);
        assertThat(answer.status).isEqualTo(200);
        assertThat(answer.body).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {METRICS + "/", "/API//diagnostics/./prometheus", "/%61pi/x/../diagnostics/prometheus?format=x"})
    void thePathIsMatchedInItsCanonicalForm(String path) throws Exception {
        start(true, true);
        assertThat(ask(HttpMethod.GET, path, OPERATOR).status).isEqualTo(200);
        assertThat(ask(HttpMethod.GET, path, Map.of()).status).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {METRICS, "/healthz", "/readyz", "/nowhere"})
    void everyAnswerForbidsSniffingAndReferrers(String path) throws Exception {
        start(true, true);
        assertThat(ask(HttpMethod.GET, path, Map.of()).headers)
                .contains("x-content-type-options: nosniff", "referrer-policy: no-referrer");
    }

    @Test
    void probesNeedNoCredential() throws Exception {
        start(true, true);
        assertThat(ask(HttpMethod.GET, "/healthz", Map.of()).body).isEqualTo("{\"ok\":true,\"status\":\"live\"}");
        Answer ready = ask(HttpMethod.GET, "/readyz", Map.of());
        assertThat(ready.status).isEqualTo(200);
        assertThat(ready.body).startsWith("{\"ready\":true");
        assertThat(ready.headers).contains("cache-control: no-store");
        assertThat(ask(HttpMethod.POST, "/readyz", Map.of()).status).isEqualTo(405);
        assertThat(ask(HttpMethod.GET, "/READYZ", Map.of()).status).isEqualTo(404);
    }

    private void start(boolean exporter, boolean diagnostics) throws Exception {
        GatewayOptions options = new GatewayOptions(
                GatewayOptions.LOOPBACK,
                0,
                OperatorSecret.of(OperatorSecret.Mode.TOKEN, SECRET, "the test"),
                null,
                List.of(),
                exporter ? List.of(new DiagnosticsPrometheusPlugin()) : List.of(),
                diagnostics,
                List.of());
        gateway = await(Gateway.start(vertx, options));
    }

    private Answer ask(HttpMethod method, String path, Map<String, String> headers) throws Exception {
        int port = Integer.parseInt(gateway.url().replaceAll(".*:", ""));
        return await(client.request(method, port, "127.0.0.1", path)
                .compose(request -> send(request, headers)
                        .compose(response -> response.body().map(body -> new Answer(response, body)))));
    }

    private static Future<HttpClientResponse> send(HttpClientRequest request, Map<String, String> headers) {
        headers.forEach(request::putHeader);
        return request.send();
    }

    private static <T> T await(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    private static final class Answer {
        final int status;
        final List<String> headers;
        final String body;

        Answer(HttpClientResponse response, Buffer body) {
            this.status = response.statusCode();
            this.headers = response.headers().entries().stream()
                    .map(header -> header.getKey().toLowerCase(java.util.Locale.ROOT) + ": " + header.getValue())
                    .sorted()
                    .toList();
            this.body = body.toString();
        }
    }
}
