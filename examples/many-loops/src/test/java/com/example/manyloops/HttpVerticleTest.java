package com.example.manyloops;

import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.events.DiagnosticsChannel;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Messages and scrapes reach different event loops; the numbers are those of one Gateway. */
class HttpVerticleTest {

    private static final int CONNECTIONS = 64;
    private static final int MESSAGES = 5_000;
    private static final String SERIES =
            "openclaw_message_processed_total{channel=\"webchat\",outcome=\"completed\",reason=\"none\"} ";

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client = vertx.createHttpClient(new PoolOptions().setHttp1MaxSize(CONNECTIONS));
    private final DiagnosticsChannel channel = DiagnosticsChannel.create();
    private int port;

    @BeforeEach
    void deploy() throws Exception {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        await(HttpVerticle.deploy(vertx, channel, port, "secret"));
    }

    @AfterEach
    void close() throws Exception {
        await(vertx.close());
    }

    @Test
    void everyLoopShowsAllEventsOfAllLoops() throws Exception {
        Set<Thread> loops = ConcurrentHashMap.newKeySet();
        channel.subscribe((event, provenance) -> loops.add(Thread.currentThread()));

        await(Future.all(IntStream.range(0, MESSAGES)
                .mapToObj(message -> body(HttpMethod.POST, "/messages"))
                .toList()));
        List<Future<String>> scrapes = IntStream.range(0, CONNECTIONS)
                .mapToObj(scrape -> body(HttpMethod.GET, "/api/diagnostics/prometheus"))
                .toList();
        await(Future.all(scrapes));

        assertThat(loops).as("event loops that published").hasSizeGreaterThan(1);
        assertThat(scrapes).extracting(Future::result).allMatch(text -> text.contains(SERIES + MESSAGES + "\n"));
        assertThat(new HashSet<>(scrapes.stream().map(Future::result).toList())).hasSize(1);
    }

    @Test
    void everyLoopRefusesAWrongToken() throws Exception {
        List<Future<Integer>> answers = IntStream.range(0, CONNECTIONS)
                .mapToObj(scrape -> ask(HttpMethod.GET, "/api/diagnostics/prometheus", "wrong")
                        .map(HttpClientResponse::statusCode))
                .toList();
        await(Future.all(answers));
        assertThat(answers).extracting(Future::result).containsOnly(401);
    }

    private Future<String> body(HttpMethod method, String path) {
        return ask(method, path, "secret").compose(HttpClientResponse::body).map(Buffer::toString);
    }

    private Future<HttpClientResponse> ask(HttpMethod method, String path, String token) {
        return client.request(method, port, "127.0.0.1", path)
                .compose(request -> request.putHeader("Authorization", "Bearer " + token)
                        .send()
                        .compose(response -> response.body().map(response)));
    }

    private static <T> T await(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
    }
}
