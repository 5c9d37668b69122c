package com.example.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The example does what it is an example of. */
class MyGatewayTest {

    @Test
    void aMessageThatWasAnsweredIsCountedForTheOperator() throws Exception {
        Vertx vertx = Vertx.vertx();
        HttpClient client = vertx.createHttpClient();
        try {
            MyGateway gateway = new MyGateway(0, "secret");
            await(vertx.deployVerticle(gateway));
            assertThat(body(client, HttpMethod.POST, gateway.port(), "/messages"))
                    .isEqualTo("Hello!");
            assertThat(body(client, HttpMethod.GET, gateway.port(), "/api/diagnostics/prometheus"))
                    .contains(
                            "openclaw_message_processed_total{channel=\"webchat\",outcome=\"completed\",reason=\"none\"} 1\n");
        } finally {
            await(vertx.close());
        }
    }

    private static String body(HttpClient client, HttpMethod method, int port, String path) throws Exception {
        return await(client.request(method, port, "127.0.0.1", path)
                .compose(request -> request.putHeader("Authorization", "Bearer secret")
                        .send()
                        .compose(HttpClientResponse::body))
                .map(Buffer::toString));
    }

    private static <T> T await(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }
}
