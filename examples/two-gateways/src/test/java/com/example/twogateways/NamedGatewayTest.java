package com.example.twogateways;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two Gateways in one process know nothing of each other. */
class NamedGatewayTest {

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client = vertx.createHttpClient();
    private final NamedGateway north = new NamedGateway("north", 0, "north-token");
    private final NamedGateway south = new NamedGateway("south", 0, "south-token");
    private String northId;

    @BeforeEach
    void deploy() throws Exception {
        northId = await(vertx.deployVerticle(north));
        await(vertx.deployVerticle(south));
    }

    @AfterEach
    void close() throws Exception {
        await(vertx.close());
    }

    @Test
    void eachCountsItsOwnMessagesAndNoneOfTheOther() throws Exception {
        for (int message = 0; message < 3; message++) {
            assertThat(message(north)).isEqualTo("Hello from north!");
        }
        message(south);

        assertThat(metrics(north)).contains(counted("north", 3)).doesNotContain("south");
        assertThat(metrics(south)).contains(counted("south", 1)).doesNotContain("north");
        assertThat(metrics(north))
                .contains("openclaw_telemetry_exporter_total{")
                .contains("status=\"started\"} 1\n");
    }

    @Test
    void theTokenOfOneIsRefusedByTheOther() throws Exception {
        assertThat(await(scrape(north, "south-token")).statusCode()).isEqualTo(401);
        assertThat(await(scrape(south, "north-token")).statusCode()).isEqualTo(401);
        assertThat(await(scrape(south, "south-token")).statusCode()).isEqualTo(200);
    }

    @Test
    void stoppingOneLeavesTheOtherWithWhatItCounted() throws Exception {
        message(north);
        message(south);

        await(vertx.undeploy(northId));

        assertThat(await(scrape(north, "north-token").otherwiseEmpty()))
                .as("no listener")
                .isNull();
        message(south);
        assertThat(metrics(south)).contains(counted("south", 2));
    }

    private static String counted(String name, int messages) {
        return "openclaw_message_processed_total{channel=\"" + name + "\",outcome=\"completed\",reason=\"none\"} "
                + messages + "\n";
    }

    private String message(NamedGateway gateway) throws Exception {
        return await(ask(gateway, HttpMethod.POST, "/messages", "none")
                .compose(HttpClientResponse::body)
                .map(Buffer::toString));
    }

    private String metrics(NamedGateway gateway) throws Exception {
        return await(scrape(gateway, gateway == north ? "north-token" : "south-token")
                .compose(HttpClientResponse::body)
                .map(Buffer::toString));
    }

    private Future<HttpClientResponse> scrape(NamedGateway gateway, String token) {
        return ask(gateway, HttpMethod.GET, "/api/diagnostics/prometheus", token);
    }

    private Future<HttpClientResponse> ask(NamedGateway gateway, HttpMethod method, String path, String token) {
        return client.request(method, gateway.port(), "127.0.0.1", path)
                .compose(request -> request.putHeader("Authorization", "Bearer " + token)
                        .send()
                        .compose(response -> response.body().map(response)));
    }

    private static <T> T await(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
    }
}
