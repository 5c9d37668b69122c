package ai.openclaw.diagnostics.http.route;

import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.catalog.domain.OpenClawCatalog;
import ai.openclaw.diagnostics.catalog.domain.QueueMetrics;
import ai.openclaw.diagnostics.http.exposition.Body;
import ai.openclaw.diagnostics.http.exposition.Encoding;
import ai.openclaw.diagnostics.http.exposition.Exposition;
import ai.openclaw.diagnostics.http.exposition.Format;
import ai.openclaw.diagnostics.http.exposition.StoreExposition;
import ai.openclaw.diagnostics.store.SeriesStore;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.auth.User;
import io.vertx.ext.auth.authorization.PermissionBasedAuthorization;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.AuthenticationHandler;
import io.vertx.ext.web.handler.HttpException;
import io.vertx.ext.web.handler.SimpleAuthenticationHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The route over a real socket, behind authentication handlers of several kinds. */
class ScrapeRouteTest {

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client = vertx.createHttpClient();
    private final Router router = Router.router(vertx);
    private final SeriesStore store = SeriesStore.create(OpenClawCatalog.CATALOG, 10);
    private HttpServer server;

    @BeforeEach
    void listen() throws Exception {
        server = await(vertx.createHttpServer().requestHandler(router).listen(0, "127.0.0.1"));
        count();
    }

    @AfterEach
    void close() throws Exception {
        await(vertx.close());
    }

    @Test
    void aReaderGetsTheExposition() throws Exception {
        ScrapeRoute.of(vertx, StoreExposition.of(store)).mount(router, caller("operator.read"));
        Answer answer = ask(HttpMethod.GET);
        assertThat(answer.status).isEqualTo(200);
        assertThat(answer.header("content-type")).isEqualTo("text/plain; version=0.0.4; charset=utf-8");
        assertThat(answer.header("cache-control")).isEqualTo("no-store");
        assertThat(answer.body).contains("openclaw_queue_lane_size{lane=\"main\"} 1\n");
    }

    @Test
    void headHasTheSameHeadersAndNoBody() throws Exception {
        ScrapeRoute.of(vertx, StoreExposition.of(store)).mount(router, caller("operator.read"));
        Answer get = ask(HttpMethod.GET);
        Answer head = ask(HttpMethod.HEAD);
        assertThat(head.status).isEqualTo(200);
        assertThat(head.body).isEmpty();
        assertThat(head.headers).isEqualTo(get.headers);
    }

    @ParameterizedTest
    @ValueSource(strings = {"operator.write", "operator.admin"})
    void writingAndAdministeringIncludeReading(String scope) throws Exception {
        ScrapeRoute.of(vertx, StoreExposition.of(store)).mount(router, caller(scope));
        assertThat(ask(HttpMethod.GET).status).isEqualTo(200);
    }

    @Test
    void aCallerWithoutTheScopeIsTold() throws Exception {
        ScrapeRoute.of(vertx, StoreExposition.of(store)).mount(router, caller("operator.approvals"));
        Answer answer = ask(HttpMethod.POST);
        assertThat(answer.status).isEqualTo(403);
        assertThat(answer.body).isEqualTo("missing scope: operator.read");
        assertThat(answer.header("cache-control")).isEqualTo("no-store");
    }

    @Test
    void anotherMethodIsNotAllowed() throws Exception {
        ScrapeRoute.of(vertx, StoreExposition.of(store)).mount(router, caller("operator.read"));
        for (HttpMethod method : List.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.DELETE, HttpMethod.OPTIONS)) {
            Answer answer = ask(method);
            assertThat(answer.status).isEqualTo(405);
            assertThat(answer.header("allow")).isEqualTo("GET, HEAD");
            assertThat(answer.body).isEqualTo("Method Not Allowed");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "POST", "DELETE"})
    void whoFailsAuthenticationGets401WhateverTheMethod(String method) throws Exception {
        AuthenticationHandler refusing = SimpleAuthenticationHandler.create()
                .authenticate(context -> Future.failedFuture(new HttpException(401)));
        ScrapeRoute.of(vertx, StoreExposition.of(store)).mount(router, refusing);
        assertThat(ask(HttpMethod.valueOf(method)).status).isEqualTo(401);
    }

    @Test
    void nullUserIsUnauthorized() throws Exception {
        AuthenticationHandler careless =
                SimpleAuthenticationHandler.create().authenticate(context -> Future.succeededFuture(null));
        ScrapeRoute.of(vertx, StoreExposition.of(store)).mount(router, careless);
        Answer answer = ask(HttpMethod.GET);
        assertThat(answer.status).isEqualTo(401);
        assertThat(answer.body).isEqualTo("{\"error\":{\"message\":\"Unauthorized\",\"type\":\"unauthorized\"}}");
    }

    @Test
    void aRemovedRouteIsNotFound() throws Exception {
        Route route = ScrapeRoute.of(vertx, StoreExposition.of(store)).mount(router, caller("operator.read"));
        route.remove();
        assertThat(ask(HttpMethod.GET).status).isEqualTo(404);
    }

    @Test
    void waitingScrapersShareARenderingThatBeganAfterThem() throws Exception {
        GatedExposition gated = new GatedExposition();
        int all = 5; // as many as the client has connections
        CountDownLatch arrived = new CountDownLatch(all);
        router.route().handler(context -> {
            context.next();
            arrived.countDown();
        });
        ScrapeRoute.of(vertx, gated).mount(router, caller("operator.read"));
        Future<Answer> first = request(HttpMethod.GET);
        assertThat(gated.begun.await(5, TimeUnit.SECONDS)).isTrue();
        List<Future<Answer>> waiting = new ArrayList<>();
        for (int i = 1; i < all; i++) {
            waiting.add(request(HttpMethod.GET));
        }
        assertThat(arrived.await(5, TimeUnit.SECONDS)).isTrue();
        gated.gate.countDown();
        assertThat(await(first).body).isEqualTo("rendering 1");
        for (Future<Answer> later : waiting) {
            assertThat(await(later).body).isEqualTo("rendering 2");
        }
        assertThat(gated.renderings).hasValue(2);
        assertThat(gated.onEventLoop).isFalse();
    }

    @Test
    void anExpositionThatFailsIsA500AndTheNextScrapeIsServed() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        Exposition failsOnce = (format, encoding) -> {
            if (calls.getAndIncrement() == 0) {
                throw new IllegalStateException("the first one fails");
            }
            return Body.of(new byte[0]);
        };
        ScrapeRoute.of(vertx, failsOnce).mount(router, caller("operator.read"));
        assertThat(ask(HttpMethod.GET).status).isEqualTo(500);
        assertThat(ask(HttpMethod.GET).status).isEqualTo(200);
    }

    private void count() {
        store.getOrReserve(QueueMetrics.QUEUE_LANE, "main", "", "", "", "", "", "", "")
                .set(QueueMetrics.QUEUE_LANE_SIZE, 1);
    }

    static AuthenticationHandler caller(String scope) {
        User user = User.fromName("caller");
        user.authorizations().put("test", PermissionBasedAuthorization.create(scope));
        return SimpleAuthenticationHandler.create().authenticate(context -> Future.succeededFuture(user));
    }

    private Answer ask(HttpMethod method) throws Exception {
        return await(request(method));
    }

    private Future<Answer> request(HttpMethod method) {
        return client.request(method, server.actualPort(), "127.0.0.1", ScrapeRoute.PATH)
                .compose(request ->
                        request.send().compose(response -> response.body().map(body -> new Answer(response, body))));
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
                    .map(header -> header.getKey() + ": " + header.getValue())
                    .sorted()
                    .toList();
            this.body = body.toString();
        }

        String header(String name) {
            return headers.stream()
                    .filter(header -> header.startsWith(name + ": "))
                    .map(header -> header.substring(name.length() + 2))
                    .findFirst()
                    .orElse("");
        }
    }

    /** Writes which rendering it is; the first one waits at a gate. */
    private static final class GatedExposition implements Exposition {
        final CountDownLatch begun = new CountDownLatch(1);
        final CountDownLatch gate = new CountDownLatch(1);
        final AtomicInteger renderings = new AtomicInteger();
        volatile boolean onEventLoop;

        @Override
        public Body render(Format format, Encoding encoding) {
            onEventLoop |= io.vertx.core.Context.isOnEventLoopThread();
            int rendering = renderings.incrementAndGet();
            begun.countDown();
            try {
                gate.await(5, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return Body.of(("rendering " + rendering).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
    }
}
