package ai.openclaw.diagnostics.http.route;

import static ai.openclaw.diagnostics.http.route.ScrapeRouteTest.caller;
import static ai.openclaw.diagnostics.http.route.ServedExposition.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.openclaw.diagnostics.catalog.domain.OpenClawCatalog;
import ai.openclaw.diagnostics.http.exposition.StoreExposition;
import ai.openclaw.diagnostics.store.SeriesStore;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** At which paths the route answers, and which it refuses to be given. */
class ScrapePathTest {

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client = vertx.createHttpClient();
    private final Router router = Router.router(vertx);
    private final SeriesStore store = SeriesStore.create(OpenClawCatalog.CATALOG, 10);
    private HttpServer server;

    @BeforeEach
    void listen() throws Exception {
        server = await(vertx.createHttpServer().requestHandler(router).listen(0, "127.0.0.1"));
    }

    @AfterEach
    void close() throws Exception {
        await(vertx.close());
    }

    @Test
    void onASubRouterTheEndpointIsBelowTheMountPoint() throws Exception {
        Router inner = Router.router(vertx);
        Router outer = Router.router(vertx);
        outer.route("/api/*").subRouter(inner);
        router.route("/internal/*").subRouter(outer);
        ScrapeRoute.of(vertx, StoreExposition.of(store)).mount(inner, caller("operator.read"));
        assertThat(status("/internal/api" + ScrapeRoute.PATH)).isEqualTo(200);
        assertThat(status("/internal/x/../api//" + ScrapeRoute.PATH + "/")).isEqualTo(200);
        assertThat(status(ScrapeRoute.PATH)).isEqualTo(404);
        assertThat(status("/internal" + ScrapeRoute.PATH)).isEqualTo(404);
    }

    @Test
    void thePathCanBeChosen() throws Exception {
        ScrapeRoute route = ScrapeRoute.of(vertx, StoreExposition.of(store));
        route.mount(router, "/metrics", caller("operator.read"));
        assertThat(status("/metrics")).isEqualTo(200);
        assertThat(status("/x/../METRICS/")).isEqualTo(200);
        assertThat(status(ScrapeRoute.PATH)).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "metrics", "/metrics/", "//metrics", "/a/../metrics", "/%6detrics"})
    void aPathThatNoRequestWouldMatchIsRefused(String path) {
        ScrapeRoute route = ScrapeRoute.of(vertx, StoreExposition.of(store));
        assertThatThrownBy(() -> route.mount(router, path, caller("operator.read")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("path \"" + path + "\": must begin with a slash");
    }

    private int status(String path) throws Exception {
        return await(client.request(HttpMethod.GET, server.actualPort(), "127.0.0.1", path)
                .compose(HttpClientRequest::send)
                .map(HttpClientResponse::statusCode));
    }
}
