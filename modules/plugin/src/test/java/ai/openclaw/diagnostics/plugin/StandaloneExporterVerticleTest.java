package ai.openclaw.diagnostics.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.openclaw.diagnostics.http.route.ScrapeRoute;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The exporter deployed by name, with its own server and the event bus. */
class StandaloneExporterVerticleTest {

    private static final String NAME = "ai.openclaw.diagnostics.plugin.StandaloneExporterVerticle";
    private static final String ADDRESS = "openclaw.diagnostics";
    private static final JsonObject TRUSTED_EVENT = new JsonObject()
            .put(
                    "event",
                    new JsonObject().put("type", "message.delivery.started").put("channel", "telegram"))
            .put("metadata", new JsonObject().put("trusted", true));

    private final List<Vertx> started = new ArrayList<>();
    private HttpClient client;

    @AfterEach
    void close() throws Exception {
        for (Vertx vertx : started) {
            await(vertx.close());
        }
    }

    @Test
    void eventsPublishedInTheProcessAreCountedWhateverTheBodyTheyComeIn() throws Exception {
        Vertx vertx = started(Vertx.vertx());
        int port = deploy(vertx, new JsonObject().put("token", "secret"));
        vertx.eventBus().publish(ADDRESS, TRUSTED_EVENT);
        vertx.eventBus().publish(ADDRESS, TRUSTED_EVENT.encode());
        vertx.eventBus().publish(ADDRESS, TRUSTED_EVENT.toBuffer());
        vertx.eventBus().publish(ADDRESS, "no event at all");
        assertThat(scrapeUntil(port, "{channel=\"telegram\",delivery_kind=\"other\"} 3\n"))
                .contains("{channel=\"telegram\",delivery_kind=\"other\"} 3\n");
    }

    @Test
    void scrapersNeedTheToken(@TempDir Path folder) throws Exception {
        Vertx vertx = started(Vertx.vertx());
        Path file = Files.writeString(folder.resolve("token"), "from-a-file\n");
        int port = deploy(vertx, new JsonObject().put("tokenFile", file.toString()));
        assertThat(status(port, "Bearer from-a-file")).isEqualTo(200);
        assertThat(status(port, "Bearer secret")).isEqualTo(401);
        assertThat(status(port, "")).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | exactly one of \"token\" and \"tokenFile\" is required: metrics are never served without",
                "{\"token\":\"a\",\"tokenFile\":\"b\"} | exactly one of \"token\" and \"tokenFile\" is required: metrics are never served without",
                "{\"token\":\" \"} | the token is empty",
                "{\"token\":5} | \"token\" must be of type String",
                "{\"tokenFile\":\"nowhere\"} | \"tokenFile\" nowhere cannot be read",
                "{\"token\":\"a\",\"port\":70000} | \"port\" is 70000, but must be 0 to 65535",
                "{\"token\":\"a\",\"prot\":1} | unknown key \"prot\"; keys are [address, host, port, redactPatterns, token, tokenFile]",
                "{\"token\":\"a\",\"redactPatterns\":[1]} | \"redactPatterns\" must hold strings",
                "{\"token\":\"a\",\"redactPatterns\":[\"(a+)+\"]} | logging.redactPatterns[0]: could take too long on some input; avoid repetitions within repetitions, such as (a+)+"
            })
    void aWrongConfigurationFailsTheDeploymentAndSaysWhy(String config, String reason) throws Exception {
        Vertx vertx = started(Vertx.vertx());
        assertThatThrownBy(() ->
                        await(vertx.deployVerticle(NAME, new DeploymentOptions().setConfig(new JsonObject(config)))))
                .hasMessageContaining(reason);
    }

    /** Deploys by name on a port of the test's own. */
    private int deploy(Vertx vertx, JsonObject config) throws Exception {
        int port = freePort();
        await(vertx.deployVerticle(NAME, new DeploymentOptions().setConfig(config.put("port", port))));
        return port;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private Vertx started(Vertx vertx) {
        started.add(vertx);
        client = vertx.createHttpClient();
        return vertx;
    }

    /** The event bus delivers on its own time: scrapes until the text is there, for five seconds at most. */
    private String scrapeUntil(int port, String text) throws Exception {
        String body = "";
        for (int tries = 0; tries < 50 && !body.contains(text); tries++) {
            Thread.sleep(100);
            body = await(response(port, "Bearer secret").compose(HttpClientResponse::body))
                    .toString();
        }
        return body;
    }

    private int status(int port, String authorization) throws Exception {
        return await(response(port, authorization)).statusCode();
    }

    private Future<HttpClientResponse> response(int port, String authorization) {
        return client.request(HttpMethod.GET, port, "127.0.0.1", ScrapeRoute.PATH)
                .compose(request -> request.putHeader("Authorization", authorization)
                        .send()
                        .compose(response -> response.body().map(response)));
    }

    private static <T> T await(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }
}
