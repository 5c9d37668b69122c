package ai.openclaw.diagnostics.http.route;

import static ai.openclaw.diagnostics.http.route.ServedRouter.await;
import static ai.openclaw.diagnostics.http.route.ServedRouter.caller;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.catalog.domain.OpenClawCatalog;
import ai.openclaw.diagnostics.catalog.domain.QueueMetrics;
import ai.openclaw.diagnostics.http.exposition.Body;
import ai.openclaw.diagnostics.http.exposition.Encoding;
import ai.openclaw.diagnostics.http.exposition.Exposition;
import ai.openclaw.diagnostics.http.exposition.Format;
import ai.openclaw.diagnostics.http.exposition.StoreExposition;
import ai.openclaw.diagnostics.http.route.ServedRouter.Answer;
import ai.openclaw.diagnostics.store.SeriesStore;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.handler.AuthenticationHandler;
import io.vertx.ext.web.handler.HttpException;
import io.vertx.ext.web.handler.SimpleAuthenticationHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

    private final SeriesStore store = SeriesStore.create(OpenClawCatalog.CATALOG, 10);
    private final StoreExposition exposition = StoreExposition.of(store);
    private ServedRouter served;

    @BeforeEach
    void listen() throws Exception {
        served = new ServedRouter();
        store.getOrReserve(QueueMetrics.QUEUE_LANE, "main", "", "", "", "", "", "", "")
                .set(QueueMetrics.QUEUE_LANE_SIZE, 1);
    }

    @AfterEach
    void close() {
        served.close();
    }

    @Test
    void aReaderGetsTheExposition() throws Exception {
        mount(exposition, caller("operator.read"));
        Answer answer = ask(HttpMethod.GET);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("content-type")).isEqualTo("text/plain; version=0.0.4; charset=utf-8");
        assertThat(answer.header("cache-control")).isEqualTo("no-store");
        assertThat(answer.text()).contains("openclaw_queue_lane_size{lane=\"main\"} 1\n");
    }

    @Test
    void headHasTheSameHeadersAndNoBody() throws Exception {
        mount(exposition, caller("operator.read"));
        Answer get = ask(HttpMethod.GET);
        Answer head = ask(HttpMethod.HEAD);
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.text()).isEmpty();
        assertThat(head.headers()).isEqualTo(get.headers());
    }

    @ParameterizedTest
    @ValueSource(strings = {"operator.write", "operator.admin"})
    void writingAndAdministeringIncludeReading(String scope) throws Exception {
        mount(exposition, caller(scope));
        assertThat(ask(HttpMethod.GET).status()).isEqualTo(200);
    }

    @Test
    void aCallerWithoutTheScopeIsTold() throws Exception {
        mount(exposition, caller("operator.approvals"));
        Answer answer = ask(HttpMethod.POST);
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.text()).isEqualTo("missing scope: operator.read");
        assertThat(answer.header("cache-control")).isEqualTo("no-store");
    }

    @Test
    void anotherMethodIsNotAllowed() throws Exception {
        mount(exposition, caller("operator.read"));
        for (HttpMethod method : List.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.DELETE, HttpMethod.OPTIONS)) {
            Answer answer = ask(method);
            assertThat(answer.status()).isEqualTo(405);
            assertThat(answer.header("allow")).isEqualTo("GET, HEAD");
            assertThat(answer.text()).isEqualTo("Method Not Allowed");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "POST", "DELETE"})
    void whoFailsAuthenticationGets401WhateverTheMethod(String method) throws Exception {
        AuthenticationHandler refusing = SimpleAuthenticationHandler.create()
                .authenticate(context -> Future.failedFuture(new HttpException(401)));
        mount(exposition, refusing);
        assertThat(ask(HttpMethod.valueOf(method)).status()).isEqualTo(401);
    }

    @Test
    void nullUserIsUnauthorized() throws Exception {
        AuthenticationHandler careless =
                SimpleAuthenticationHandler.create().authenticate(context -> Future.succeededFuture(null));
        mount(exposition, careless);
        Answer answer = ask(HttpMethod.GET);
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.text()).isEqualTo("{\"error\":{\"message\":\"Unauthorized\",\"type\":\"unauthorized\"}}");
    }

    @Test
    void aRemovedRouteIsNotFound() throws Exception {
        Route route = mount(exposition, caller("operator.read"));
        route.remove();
        assertThat(ask(HttpMethod.GET).status()).isEqualTo(404);
    }

    @Test
    void waitingScrapersShareARenderingThatBeganAfterThem() throws Exception {
        GatedExposition gated = new GatedExposition();
        int all = 5;
        CountDownLatch arrived = new CountDownLatch(all);
        served.router.route().handler(context -> {
            context.next();
            arrived.countDown();
        });
        mount(gated, caller("operator.read"));
        Future<Answer> first = request(HttpMethod.GET);
        assertThat(gated.begun.await(5, TimeUnit.SECONDS)).isTrue();
        List<Future<Answer>> waiting = new ArrayList<>();
        for (int i = 1; i < all; i++) {
            waiting.add(request(HttpMethod.GET));
        }
        assertThat(arrived.await(5, TimeUnit.SECONDS)).isTrue();
        gated.gate.countDown();
        assertThat(await(first).text()).isEqualTo("rendering 1");
        for (Future<Answer> later : waiting) {
            assertThat(await(later).text()).isEqualTo("rendering 2");
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
        mount(failsOnce, caller("operator.read"));
        assertThat(ask(HttpMethod.GET).status()).isEqualTo(500);
        assertThat(ask(HttpMethod.GET).status()).isEqualTo(200);
    }

    private Route mount(Exposition mounted, AuthenticationHandler operators) {
        return ScrapeRoute.of(served.vertx, mounted).mount(served.router, operators);
    }

    private Answer ask(HttpMethod method) throws Exception {
        return await(request(method));
    }

    private Future<Answer> request(HttpMethod method) {
        return served.ask(method, ScrapeRoute.PATH, Map.of());
    }

    /** Writes which rendering it is; the first one waits at a gate. */
    private static final class GatedExposition implements Exposition {
        final CountDownLatch begun = new CountDownLatch(1);
        final CountDownLatch gate = new CountDownLatch(1);
        final AtomicInteger renderings = new AtomicInteger();
        volatile boolean onEventLoop;

        @Override
        public Body render(Format format, Encoding encoding) {
            onEventLoop |= Context.isOnEventLoopThread();
            int rendering = renderings.incrementAndGet();
            begun.countDown();
            try {
                gate.await(5, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return Body.of(("rendering " + rendering).getBytes(UTF_8));
        }
    }
}
