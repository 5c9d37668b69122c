package ai.openclaw.diagnostics.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.testing.Ports;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.eventbus.EventBusOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.test.fakecluster.FakeClusterManager;
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

    @AfterEach
    void close() throws Exception {
        for (Vertx vertx : started) {
            Scraper.await(vertx.close());
        }
    }

    @Test
    void aClusteredPeerCannotInjectAnEvent() throws Exception {
        Vertx gateway = clustered();
        Vertx peer = clustered();
        Scraper scraper = deploy(gateway, new JsonObject().put("token", "secret"));
        CountDownLatch arrived = new CountDownLatch(2);
        // Another consumer of the Gateway's makes the address known in the cluster: messages of the peer do arrive.
        Scraper.await(gateway.eventBus()
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
        assertThat(scraper.scrape()).contains("channel=\"own\"").doesNotContain("telegram");
    }

    private Vertx clustered() throws Exception {
        VertxOptions options = new VertxOptions().setEventBusOptions(new EventBusOptions().setHost("127.0.0.1"));
        return started(Scraper.await(Vertx.builder()
                .with(options)
                .withClusterManager(new FakeClusterManager())
                .buildClustered()));
    }

    /** Deploys by name on a port of the test's own. */
    private static Scraper deploy(Vertx vertx, JsonObject config) throws Exception {
        int port = Ports.free();
        Scraper.await(vertx.deployVerticle(NAME, new DeploymentOptions().setConfig(config.put("port", port))));
        return new Scraper(vertx, port);
    }

    private Vertx started(Vertx vertx) {
        started.add(vertx);
        return vertx;
    }
}
