package com.example.eventbus;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Events take the event bus to an exporter that was deployed by name, and not one is lost on the way. */
class EventBusGatewayTest {

    private static final int MESSAGES = 3_000;
    private static final String METRICS = "/api/diagnostics/prometheus";
    private static final String SERIES =
            "openclaw_message_processed_total{channel=\"webchat\",outcome=\"completed\",reason=\"none\"} ";

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client = vertx.createHttpClient();
    private EventBusGateway gateway;
    private int metricsPort;

    @BeforeEach
    void deploy() throws Exception {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            metricsPort = free.getLocalPort();
        }
        gateway = new EventBusGateway(0, new JsonObject().put("token", "secret").put("port", metricsPort));
        await(vertx.deployVerticle(gateway));
    }

    @AfterEach
    void close() throws Exception {
        await(vertx.close());
    }

    @Test
    void everyMessageThatWasAnsweredIsCountedOnce() throws Exception {
        await(Future.all(IntStream.range(0, MESSAGES)
                .mapToObj(message -> ask(HttpMethod.POST, gateway.port(), "/messages", "none"))
                .toList()));
        vertx.eventBus().publish("openclaw.diagnostics", marker()); // the bus keeps the order of what one address gets

        assertThat(scrapeUntil("channel=\"marker\"")).contains(SERIES + MESSAGES + "\n");
    }

    @Test
    void untrustedEventIsNotCounted() throws Exception {
        JsonObject stranger = marker().put("metadata", new JsonObject());
        stranger.getJsonObject("event").put("channel", "stranger");
        vertx.eventBus().publish("openclaw.diagnostics", stranger);
        vertx.eventBus().publish("openclaw.diagnostics", marker());

        assertThat(scrapeUntil("channel=\"marker\"")).doesNotContain("stranger");
    }

    @Test
    void aWrongTokenIsRefused() throws Exception {
        assertThat(await(ask(HttpMethod.GET, metricsPort, METRICS, "wrong")).statusCode())
                .isEqualTo(401);
        assertThat(await(ask(HttpMethod.GET, metricsPort, METRICS, "secret")).statusCode())
                .isEqualTo(200);
    }

    private static JsonObject marker() {
        return new JsonObject()
                .put("event", new JsonObject().put("type", "message.processed").put("channel", "marker"))
                .put("metadata", new JsonObject().put("trusted", true));
    }

    /** The bus delivers in its own time. */
    private String scrapeUntil(String text) throws Exception {
        String body = "";
        for (int tries = 0; tries < 2_400 && !body.contains(text); tries++) {
            Thread.sleep(25);
            body = await(ask(HttpMethod.GET, metricsPort, METRICS, "secret")
                    .compose(HttpClientResponse::body)
                    .map(Buffer::toString));
        }
        return body;
    }

    private Future<HttpClientResponse> ask(HttpMethod method, int port, String path, String token) {
        return client.request(method, port, "127.0.0.1", path)
                .compose(request -> request.putHeader("Authorization", "Bearer " + token)
                        .send()
                        .compose(response -> response.body().map(response)));
    }

    private static <T> T await(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
    }
}
