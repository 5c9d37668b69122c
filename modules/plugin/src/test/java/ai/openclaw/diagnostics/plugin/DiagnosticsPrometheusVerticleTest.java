package ai.openclaw.diagnostics.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.openclaw.diagnostics.events.DiagnosticsChannel;
import ai.openclaw.diagnostics.events.MessageDeliveryStarted;
import ai.openclaw.diagnostics.events.Provenance;
import ai.openclaw.diagnostics.http.route.ScrapeRoute;
import ai.openclaw.diagnostics.spi.GatewayContext;
import ai.openclaw.diagnostics.spi.GatewayPlugin;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.auth.User;
import io.vertx.ext.auth.authorization.PermissionBasedAuthorization;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.AuthenticationHandler;
import io.vertx.ext.web.handler.SimpleAuthenticationHandler;
import io.vertx.junit5.VertxExtension;
import io.vertx.junit5.VertxTestContext;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The verticle in a Gateway, from deployment to undeployment, scraped over a socket. */
@ExtendWith(VertxExtension.class)
class DiagnosticsPrometheusVerticleTest {

    private static final String STARTED = "openclaw_telemetry_exporter_total{exporter=\"diagnostics-prometheus\","
            + "reason=\"configured\",signal=\"metrics\",status=\"started\"} 1\n";

    private final DiagnosticsChannel channel = DiagnosticsChannel.create();
    private final AuthenticationHandler operators =
            SimpleAuthenticationHandler.create().authenticate(context -> Future.succeededFuture(operator()));
    private Router router;
    private HttpClient client;
    private int port;

    @BeforeEach
    void listen(Vertx vertx, VertxTestContext test) {
        router = Router.router(vertx);
        client = vertx.createHttpClient();
        vertx.createHttpServer().requestHandler(router).listen(0, "127.0.0.1").onComplete(test.succeeding(server -> {
            port = server.actualPort();
            test.completeNow();
        }));
    }

    @Test
    void aDeployedExporterIsNeverEmptyAndShowsTheDropCounterAtZero(Vertx vertx, VertxTestContext test) {
        vertx.deployVerticle(exporter())
                .compose(deployed -> scrape())
                .onComplete(test.succeeding(body -> test.verify(() -> {
                    assertThat(body).contains(STARTED).contains("openclaw_prometheus_series_dropped_total 0\n");
                    test.completeNow();
                })));
    }

    @Test
    void theEndpointAppearsOnlyOnceThereIsSomethingToShow(Vertx vertx, VertxTestContext test) {
        AtomicInteger routesAtStart = new AtomicInteger(-1);
        channel.subscribe(
                (event, provenance) -> routesAtStart.set(router.getRoutes().size()));
        vertx.deployVerticle(exporter())
                .onComplete(test.succeeding(deployed -> test.verify(() -> {
                    assertThat(routesAtStart).hasValue(0);
                    assertThat(router.getRoutes()).hasSize(1);
                    test.completeNow();
                })));
    }

    @Test
    void anEventPublishedBeforeAScrapeIsInIt(Vertx vertx, VertxTestContext test) {
        vertx.deployVerticle(exporter())
                .compose(deployed -> {
                    publish("telegram");
                    return scrape();
                })
                .onComplete(test.succeeding(body -> test.verify(() -> {
                    assertThat(body).contains("{channel=\"telegram\",delivery_kind=\"text\"} 1\n");
                    test.completeNow();
                })));
    }

    @Test
    void whatIsNullIsRefusedBeforeAnythingIsServed(Vertx vertx) {
        DiagnosticsChannel events = DiagnosticsChannel.create();
        Router router = Router.router(vertx);
        AuthenticationHandler everyone = context -> {};
        assertThatThrownBy(() -> DiagnosticsPrometheusVerticle.create(events, router, null))
                .hasMessage("the authentication handler is null; the endpoint is mounted with one only");
        assertThatThrownBy(() -> DiagnosticsPrometheusVerticle.create(events).mount(router, "/metrics", null))
                .hasMessage("the authentication handler is null; the endpoint is mounted with one only");
        assertThatThrownBy(() -> DiagnosticsPrometheusVerticle.create(events, null, everyone))
                .hasMessage("the router is null");
        assertThatThrownBy(() -> DiagnosticsPrometheusVerticle.create(null, router, everyone))
                .hasMessage("the channel is null");
        assertThat(router.getRoutes()).isEmpty();
    }

    @Test
    void aSecondDeploymentOfAnInstanceFailsAndTheFirstGoesOn(Vertx vertx, VertxTestContext test) {
        DiagnosticsPrometheusVerticle exporter = exporter();
        vertx.deployVerticle(exporter)
                .compose(deployed -> vertx.deployVerticle(exporter).transform(second -> {
                    test.verify(() -> assertThat(second.cause())
                            .hasMessage("DiagnosticsPrometheusVerticle: this instance has been deployed before."
                                    + " Deploy a new instance: each is deployed once."));
                    publish("telegram");
                    return scrape();
                }))
                .onComplete(test.succeeding(body -> test.verify(() -> {
                    assertThat(body).contains("{channel=\"telegram\",delivery_kind=\"text\"} 1\n");
                    assertThat(router.getRoutes()).hasSize(1);
                    test.completeNow();
                })));
    }

    @Test
    void anInstanceIsNotDeployedAgainAfterItsUndeployment(Vertx vertx, VertxTestContext test) {
        DiagnosticsPrometheusVerticle exporter = exporter();
        vertx.deployVerticle(exporter)
                .compose(vertx::undeploy)
                .compose(undeployed -> vertx.deployVerticle(exporter))
                .onComplete(test.failing(failure -> test.verify(() -> {
                    assertThat(channel.subscribers()).isZero();
                    test.completeNow();
                })));
    }

    @Test
    void undeployingTakesTheEndpointOff(Vertx vertx, VertxTestContext test) {
        vertx.deployVerticle(exporter())
                .compose(vertx::undeploy)
                .compose(undeployed -> request())
                .onComplete(test.succeeding(response -> test.verify(() -> {
                    assertThat(response.statusCode()).isEqualTo(404);
                    test.completeNow();
                })));
    }

    @Test
    void undeployingUnsubscribes(Vertx vertx, VertxTestContext test) {
        vertx.deployVerticle(exporter())
                .onSuccess(deployed ->
                        test.verify(() -> assertThat(channel.subscribers()).isOne()))
                .compose(vertx::undeploy)
                .onComplete(test.succeeding(undeployed -> test.verify(() -> {
                    assertThat(channel.subscribers()).isZero();
                    test.completeNow();
                })));
    }

    @Test
    void deployingAnewStartsFromZeroAndCountsOnce(Vertx vertx, VertxTestContext test) {
        vertx.deployVerticle(exporter())
                .onSuccess(deployed -> publish("before"))
                .compose(vertx::undeploy)
                .onSuccess(undeployed -> publish("between"))
                .compose(undeployed -> vertx.deployVerticle(exporter()))
                .onSuccess(deployed -> publish("after"))
                .compose(deployed -> scrape())
                .onComplete(test.succeeding(body -> test.verify(() -> {
                    assertThat(body)
                            .contains(STARTED)
                            .contains("{channel=\"after\",delivery_kind=\"text\"} 1\n")
                            .doesNotContain("before", "between");
                    test.completeNow();
                })));
    }

    @Test
    void aDisabledChannelLeavesTheEndpointWithAnEmptyBody(Vertx vertx, VertxTestContext test) {
        vertx.deployVerticle(DiagnosticsPrometheusVerticle.create(DiagnosticsChannel.disabled(), router, operators))
                .compose(deployed -> scrape())
                .onComplete(test.succeeding(body -> test.verify(() -> {
                    assertThat(body).isEmpty();
                    test.completeNow();
                })));
    }

    @Test
    void theServiceLoaderFindsThePlugin(Vertx vertx, VertxTestContext test) {
        getClass().getModule().addUses(GatewayPlugin.class); // as the module of a Gateway
        GatewayPlugin plugin =
                ServiceLoader.load(GatewayPlugin.class).findFirst().orElseThrow();
        assertThat(plugin.id()).isEqualTo("diagnostics-prometheus");
        vertx.deployVerticle(plugin.create(new GatewayContext(channel, router, operators, List.of("acme"), Map.of())))
                .compose(deployed -> {
                    publish("acme-internal");
                    return scrape();
                })
                .onComplete(test.succeeding(body -> test.verify(() -> {
                    assertThat(body).contains("{channel=\"unknown\",delivery_kind=\"text\"} 1\n");
                    test.completeNow();
                })));
    }

    private DiagnosticsPrometheusVerticle exporter() {
        return DiagnosticsPrometheusVerticle.create(channel, router, operators);
    }

    private void publish(String name) {
        channel.publish(
                MessageDeliveryStarted.builder()
                        .channel(name)
                        .deliveryKind("text")
                        .build(),
                Provenance.TRUSTED);
    }

    private Future<String> scrape() {
        return request().compose(HttpClientResponse::body).map(Buffer::toString);
    }

    private Future<HttpClientResponse> request() {
        return client.request(HttpMethod.GET, port, "127.0.0.1", ScrapeRoute.PATH)
                .compose(request ->
                        request.send().compose(response -> response.body().map(response)));
    }

    private static User operator() {
        User user = User.fromName("operator");
        user.authorizations().put("test", PermissionBasedAuthorization.create("operator.read"));
        return user;
    }
}
