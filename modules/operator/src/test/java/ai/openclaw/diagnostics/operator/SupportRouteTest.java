package ai.openclaw.diagnostics.operator;

import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.events.DiagnosticsChannel;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.auth.User;
import io.vertx.ext.auth.authorization.PermissionBasedAuthorization;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.SimpleAuthenticationHandler;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The support report over a socket: for administrators, one at a time, without places and names. */
class SupportRouteTest {

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client = vertx.createHttpClient();
    private final DiagnosticsChannel channel = DiagnosticsChannel.create();
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch mayGoOn = new CountDownLatch(1);
    private volatile String scope = "operator.admin";
    private volatile boolean slow;
    private HttpServer server;

    @BeforeEach
    void listen() {
        StatusReport status = StatusReport.of(channel)
                .section(
                        "gateway",
                        () -> new JsonObject().put("bind", "10.9.8.7").put("ready", true))
                .section("log", () -> new JsonObject().put("file", "/kanari/openclaw.log"))
                .section("slow", () -> {
                    waitIfSlow();
                    return null;
                })
                .section(
                        "ingest",
                        () -> new JsonObject()
                                .put(
                                        "streams",
                                        new JsonArray()
                                                .add(new JsonObject()
                                                        .put("id", "kanari")
                                                        .put("batches", 3))));
        Router router = Router.router(vertx);
        SupportRoute.of(vertx, SupportReport.of(status, channel, EventHistory.start(vertx, channel)))
                .mount(router, SimpleAuthenticationHandler.create().authenticate(context -> {
                    User user = User.fromName("someone");
                    user.authorizations().put("test", java.util.Set.of(PermissionBasedAuthorization.create(scope)));
                    return Future.succeededFuture(user);
                }));
        server = await(vertx.createHttpServer().requestHandler(router).listen(0, "127.0.0.1"));
    }

    private void waitIfSlow() {
        try {
            asked.countDown();
            assertThat(!slow || mayGoOn.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @AfterEach
    void close() {
        mayGoOn.countDown();
        await(vertx.close());
    }

    @Test
    void readersMayNotHaveIt() {
        scope = "operator.read";
        assertThat(await(get(HttpMethod.GET)).status()).isEqualTo(403);
        scope = "operator.write";
        assertThat(await(get(HttpMethod.GET)).body()).isEqualTo("missing scope: operator.admin");
        scope = "operator.admin";
        assertThat(await(get(HttpMethod.POST)).status()).isEqualTo(405);
    }

    @Test
    void everyFileIsThereWithoutPlacesAndNames() {
        String body = await(get(HttpMethod.GET)).body();
        JsonObject report = new JsonObject(body);
        List<String> paths = files(report).map(file -> file.getString("path")).toList();
        assertThat(paths)
                .containsExactly(
                        "status/gateway-status.json",
                        "health/gateway-health.json",
                        "exporters.json",
                        "events/counters.json",
                        "stability/current.json",
                        "metrics/snapshot.prom",
                        "jvm/threads.txt",
                        "jvm/memory.json",
                        "jvm/gc.json",
                        "jvm/process.json",
                        "jvm/event-loops.json");
        assertThat(files(report))
                .allSatisfy(file -> assertThat(file.getString("content")).isNotNull());
        assertThat(body).doesNotContain("kanari", "10.9.8.7", "java.class.path");
        assertThat(body).contains("beyond loopback", "openclaw.log");
    }

    @Test
    void whileOneIsPutTogetherAnotherIsRefused() throws InterruptedException {
        slow = true;
        Future<Answer> first = get(HttpMethod.GET);
        assertThat(asked.await(1, TimeUnit.MINUTES)).isTrue();
        assertThat(await(get(HttpMethod.GET)).status()).isEqualTo(409);
        mayGoOn.countDown();
        assertThat(await(first).status()).isEqualTo(200);
        assertThat(await(get(HttpMethod.GET)).status()).isEqualTo(200);
    }

    private static Stream<JsonObject> files(JsonObject report) {
        return report.getJsonArray("files").stream().map(JsonObject.class::cast);
    }

    private record Answer(int status, String body) {
        static Answer of(HttpClientResponse response, Buffer body) {
            return new Answer(response.statusCode(), body.toString());
        }
    }

    private Future<Answer> get(HttpMethod method) {
        return client.request(method, server.actualPort(), "127.0.0.1", SupportRoute.PATH)
                .compose(request -> request.send())
                .compose(response -> response.body().map(body -> Answer.of(response, body)));
    }

    private static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(1, TimeUnit.MINUTES);
        } catch (Exception e) {
            throw new AssertionError("no answer", e);
        }
    }
}
