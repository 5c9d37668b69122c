package ai.openclaw.diagnostics.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.http.route.ScrapeRoute;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.eventbus.EventBusOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.test.fakecluster.FakeClusterManager;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The exporter on a clustered event bus, whose members speak over sockets. */
class EventBusClusterTest {

    private static final String NAME = "ai.openclaw.diagnostics.plugin.StandaloneExporterVerticle";
    private static final String ADDRESS = "openclaw.diagnostics";
    private static final JsonObject TRUSTED_EVENT = new JsonObject()
            .put(
                    "event",
                    new JsonObject().put("type", "message.delivery.started").put("channel", "telegram"))
            .put("metadata", new JsonObject().put("trusted", true));

    private final List<Vertx> started = new ArrayList<>();
    private HttpClient client;

    @AfterEach
    void close() throws Exception {
        for (Vertx vertx : started) {
            await(vertx.close());
        }
    }

    @Test
    void aClusteredPeerCannotInjectAnEvent() throws Exception {
        Vertx gateway = clustered();
        Vertx peer = clustered();
        int port = deploy(gateway, new JsonObject().put("token", "secret"));
        CountDownLatch arrived = new CountDownLatch(2);
        // Another consumer of the Gateway's makes the address known in the cluster: messages of the peer do arrive.
        await(gateway.eventBus()
                .consumer(ADDRESS, message -> arrived.countDown())
                .completion());

        peer.eventBus().publish(ADDRESS, TRUSTED_EVENT);
        gateway.eventBus()
                .publish(
                        ADDRESS,
                        TRUSTED_EVENT
                                .copy()
                                .put(
                                        "event",
                                        new JsonObject()
                                                .put("type", "message.delivery.started")
                                                .put("channel", "own")));

        assertThat(arrived.await(10, TimeUnit.SECONDS))
                .as("both messages reached the Gateway")
                .isTrue();
        assertThat(scrapeUntil(port, "channel=\"own\""))
                .contains("channel=\"own\"")
                .doesNotContain("telegram");
    }

    private Vertx clustered() throws Exception {
        VertxOptions options = new VertxOptions().setEventBusOptions(new EventBusOptions().setHost("127.0.0.1"));
        return started(await(Vertx.builder()
                .with(options)
                .withClusterManager(new FakeClusterManager())
                .buildClustered()));
    }

    /** Deploys by name on a port of the test's own. */
    private int deploy(Vertx vertx, JsonObject config) throws Exception {
        int port = freePort();
        await(vertx.deployVerticle(NAME, new DeploymentOptions().setConfig(config.put("port", port))));
        return port;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private Vertx started(Vertx vertx) {
        started.add(vertx);
        client = vertx.createHttpClient();
        return vertx;
    }

    /** The event bus delivers on its own time: scrapes until the text is there, for five seconds at most. */
    private String scrapeUntil(int port, String text) throws Exception {
        String body = "";
        for (int tries = 0; tries < 50 && !body.contains(text); tries++) {
            Thread.sleep(100);
            body = await(response(port, "Bearer secret").compose(HttpClientResponse::body))
                    .toString();
        }
        return body;
    }

    private Future<HttpClientResponse> response(int port, String authorization) {
        return client.request(HttpMethod.GET, port, "127.0.0.1", ScrapeRoute.PATH)
                .compose(request -> request.putHeader("Authorization", authorization)
                        .send()
                        .compose(response -> response.body().map(response)));
    }

    private static <T> T await(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }
}
