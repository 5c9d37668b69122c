package ai.openclaw.diagnostics.http.route;

import static ai.openclaw.diagnostics.http.route.ServedRouter.await;
import static ai.openclaw.diagnostics.http.route.ServedRouter.caller;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.openclaw.diagnostics.catalog.domain.OpenClawCatalog;
import ai.openclaw.diagnostics.http.exposition.StoreExposition;
import ai.openclaw.diagnostics.store.SeriesStore;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** At which paths the route answers, and which it refuses to be given. */
class ScrapePathTest {

    private final StoreExposition exposition = StoreExposition.of(SeriesStore.create(OpenClawCatalog.CATALOG, 10));
    private ServedRouter served;
    private Router router;
    private ScrapeRoute route;

    @BeforeEach
    void listen() throws Exception {
        served = new ServedRouter();
        router = served.router;
        route = ScrapeRoute.of(served.vertx, exposition);
    }

    @AfterEach
    void close() {
        served.close();
    }

    @Test
    void onASubRouterTheEndpointIsBelowTheMountPoint() throws Exception {
        Router inner = Router.router(served.vertx);
        Router outer = Router.router(served.vertx);
        outer.route("/api/*").subRouter(inner);
        router.route("/internal/*").subRouter(outer);
        route.mount(inner, caller("operator.read"));
        assertThat(status("/internal/api" + ScrapeRoute.PATH)).isEqualTo(200);
        assertThat(status("/internal/x/../api//" + ScrapeRoute.PATH + "/")).isEqualTo(200);
        assertThat(status(ScrapeRoute.PATH)).isEqualTo(404);
        assertThat(status("/internal" + ScrapeRoute.PATH)).isEqualTo(404);
    }

    @Test
    void thePathCanBeChosen() throws Exception {
        route.mount(router, "/metrics", caller("operator.read"));
        assertThat(status("/metrics")).isEqualTo(200);
        assertThat(status("/x/../METRICS/")).isEqualTo(200);
        assertThat(status(ScrapeRoute.PATH)).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "metrics", "/metrics/", "//metrics", "/a/../metrics", "/%6detrics"})
    void aPathThatNoRequestWouldMatchIsRefused(String path) {
        assertThatThrownBy(() -> route.mount(router, path, caller("operator.read")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("path \"" + path + "\": must begin with a slash");
    }

    private int status(String path) throws Exception {
        return await(served.ask(HttpMethod.GET, path, Map.of())).status();
    }
}
