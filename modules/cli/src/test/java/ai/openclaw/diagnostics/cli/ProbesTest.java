package ai.openclaw.diagnostics.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.http.route.HttpServers;
import ai.openclaw.diagnostics.monitoring.EventLoopHealth;
import ai.openclaw.diagnostics.monitoring.Probes;
import ai.openclaw.diagnostics.monitoring.Readiness;
import ai.openclaw.diagnostics.testing.Await;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.junit5.VertxExtension;
import io.vertx.junit5.VertxTestContext;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The probes over a socket. */
@ExtendWith(VertxExtension.class)
class ProbesTest {

    private static final String ENTITLED = "X-Test-Entitled";
    private static final EventLoopHealth HEALTH =
            new EventLoopHealth(List.of("event_loop_delay"), 10_013, 420.2, 2386.6, 0.68, 0.209);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private volatile List<String> failing = List.of();
    private final Readiness readiness = Readiness.of(() -> failing);
    private int port;

    @BeforeEach
    void listen(Vertx vertx, VertxTestContext test) {
        readiness.started();
        Router router = Router.router(vertx);
        Probes.mount(
                router,
                readiness,
                () -> HEALTH,
                context -> context.request().headers().contains(ENTITLED));
        HttpServers.create(vertx, router).listen(0, "127.0.0.1").onComplete(test.succeeding(server -> {
            port = server.actualPort();
            test.completeNow();
        }));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health", "/healthz", "/health?verbose=1"})
    void livenessTellsThatTheProcessAnswers(String path) throws Exception {
        failing = List.of("state-dir"); // which is none of its business
        HttpResponse<String> answer = get(path);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"ok\":true,\"status\":\"live\"}");
        assertJsonThatIsNotStored(answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ready", "/readyz"})
    void readinessTellsStrangersNothingElse(String path) throws Exception {
        HttpResponse<String> ready = get(path);
        assertThat(ready.statusCode()).isEqualTo(200);
        assertThat(ready.body()).isEqualTo("{\"ready\":true}");
        assertJsonThatIsNotStored(ready);

        failing = List.of("state-dir");
        HttpResponse<String> notReady = get(path);
        assertThat(notReady.statusCode()).isEqualTo(503);
        assertThat(notReady.body()).isEqualTo("{\"ready\":false}");
        assertJsonThatIsNotStored(notReady);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ready", "/readyz"})
    void theEntitledSeeWhatFailsAndTheEventLoop(String path) throws Exception {
        failing = List.of("event-loop", "plugin:diagnostics-prometheus");
        HttpResponse<String> answer = send("GET", path, ENTITLED);

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body())
                .matches("\\{\"ready\":false,\"failing\":\\[\"event-loop\",\"plugin:diagnostics-prometheus\"],"
                        + "\"uptimeMs\":\\d+,\"eventLoop\":\\{\"degraded\":true,\"reasons\":\\[\"event_loop_delay\"],"
                        + "\"intervalMs\":10013,\"delayP99Ms\":420.2,\"delayMaxMs\":2386.6,\"utilization\":0.68,"
                        + "\"cpuCoreRatio\":0.209}}");
        assertJsonThatIsNotStored(answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/startup", "/startupz"})
    void startUpTellsThePhaseAndNotTheParts(String path) throws Exception {
        failing = List.of("plugin:x");
        HttpResponse<String> started = get(path);
        assertThat(started.statusCode()).isEqualTo(200);
        assertThat(started.body()).isEqualTo("{\"ok\":true,\"status\":\"started\"}");
        assertJsonThatIsNotStored(started);

        readiness.draining();
        HttpResponse<String> draining = get(path);
        assertThat(draining.statusCode()).isEqualTo(503);
        assertThat(draining.body()).isEqualTo("{\"ok\":false,\"status\":\"draining\"}");
        assertThat(send("GET", "/readyz", ENTITLED).body()).contains("\"failing\":[\"draining\",\"plugin:x\"]");
    }

    @Test
    void aDegradedEventLoopIsStillReady() throws Exception {
        HttpResponse<String> answer = send("GET", "/readyz", ENTITLED);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).startsWith("{\"ready\":true,\"failing\":[],\"uptimeMs\":");
    }

    @Test
    void theUptimeIsInMillisecondsSinceTheProbesWereAdded() throws Exception {
        long began = System.nanoTime();
        long first = uptime();
        long later = Await.answer(
                "a later uptime",
                Await.PATIENCE,
                () -> "",
                () -> Optional.of(uptime()).filter(uptime -> uptime >= first + 50));

        assertThat(later - first).isLessThanOrEqualTo(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began) + 1);
    }

    private long uptime() throws IOException {
        try {
            return new JsonObject(send("GET", "/ready", ENTITLED).body()).getLong("uptimeMs");
        } catch (InterruptedException e) {
            throw new InterruptedIOException("interrupted");
        }
    }

    @ParameterizedTest
    @CsvSource({"/health, 200", "/healthz, 200", "/ready, 503", "/readyz, 503"})
    void headHasTheStatusAndLengthWithoutTheBody(String path, int status) throws Exception {
        failing = List.of("state-dir");
        HttpResponse<String> answer = send("HEAD", path);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.headers().firstValueAsLong("content-length"))
                .hasValue(get(path).body().length());
        assertJsonThatIsNotStored(answer);
    }

    @ParameterizedTest
    @CsvSource({"POST, /health", "PUT, /healthz", "DELETE, /ready", "OPTIONS, /readyz", "QUERY, /readyz"})
    void otherMethodsAreNotAllowed(String method, String path) throws Exception {
        HttpResponse<String> answer = send(method, path, ENTITLED);

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("allow")).hasValue("GET, HEAD");
        assertThat(answer.headers().firstValue("cache-control")).hasValue("no-store");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/health/",
                "/ready/",
                "/readyz//",
                "//ready",
                "/HEALTH",
                "/Healthz",
                "/READY",
                "/he%61lth",
                "/./ready",
                "/x/../ready",
                "/healthz;a=b",
                "/readyzz",
                "/ready/x"
            })
    void anotherPathIsNotAProbe(String path) throws Exception {
        assertThat(get(path).statusCode()).isEqualTo(404);
        assertThat(send("POST", path).statusCode()).isEqualTo(404);
    }

    private static void assertJsonThatIsNotStored(HttpResponse<String> answer) {
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/json; charset=utf-8");
        assertThat(answer.headers().firstValue("cache-control")).hasValue("no-store");
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send("GET", path);
    }

    private HttpResponse<String> send(String method, String path, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .method(method, HttpRequest.BodyPublishers.noBody());
        for (String header : headers) {
            request.header(header, "yes");
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
