package ai.openclaw.diagnostics.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.openclaw.diagnostics.events.Rejections;
import ai.openclaw.diagnostics.http.route.ScrapeRoute;
import ai.openclaw.diagnostics.testing.Ports;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    @AfterEach
    void close() throws Exception {
        for (Vertx vertx : started) {
            Scraper.await(vertx.close());
        }
    }

    @Test
    void eventsAreCountedWhateverTheTypeOfTheirBody() throws Exception {
        Vertx vertx = started(Vertx.vertx());
        Scraper scraper = deploy(vertx, new JsonObject().put("token", "secret"));
        vertx.eventBus().publish(ADDRESS, TRUSTED_EVENT);
        vertx.eventBus().publish(ADDRESS, TRUSTED_EVENT.encode());
        vertx.eventBus().publish(ADDRESS, TRUSTED_EVENT.toBuffer());
        vertx.eventBus().publish(ADDRESS, "no event at all");
        assertThat(scraper.scrape()).contains("{channel=\"telegram\",delivery_kind=\"other\"} 3\n");
    }

    /** With its event loop held, nothing that waited for the loop would arrive. */
    @Test
    void anEventIsRecordedBeforePublishReturns() throws Exception {
        Vertx vertx = started(Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1)));
        StandaloneExporterVerticle exporter = new StandaloneExporterVerticle();
        int port = Ports.free();
        JsonObject config = new JsonObject().put("token", "secret").put("port", port);
        Scraper.await(vertx.deployVerticle(exporter, new DeploymentOptions().setConfig(config)));
        AtomicInteger arrived = new AtomicInteger();
        exporter.channel().subscribe((event, provenance) -> arrived.incrementAndGet());
        vertx.eventBus().publish(ADDRESS, "not an event");
        vertx.eventBus()
                .publish(
                        ADDRESS,
                        "{\"event\":{\"type\":\"message.processed\",\"durationMs\":-5},\"metadata\":{\"trusted\":true}}");
        assertThat(exporter.channel().rejections().counts())
                .containsExactlyInAnyOrder(
                        new Rejections.Count("unknown", "type", 1),
                        new Rejections.Count("message.processed", "durationMs", 1));
        arrived.set(0);

        CountDownLatch published = new CountDownLatch(1);
        vertx.runOnContext(hold -> awaitQuietly(published));
        for (int i = 0; i < 10_000; i++) {
            vertx.eventBus().publish(ADDRESS, TRUSTED_EVENT);
        }
        int before = arrived.get();
        published.countDown();

        assertThat(before).isEqualTo(10_000);
        assertThat(new Scraper(vertx, port).scrape()).contains("delivery_kind=\"other\"} 10000\n");
    }

    @Test
    void messagesThatAreNotEventsDoNoHarmToTheirPublisher() throws Exception {
        Vertx vertx = started(Vertx.vertx());
        Scraper scraper = deploy(vertx, new JsonObject().put("token", "secret"));
        JsonObject event = TRUSTED_EVENT.copy();
        event.getJsonObject("event").put("x", nested(3000)).put("model", Double.NaN);
        for (Object body :
                Arrays.asList(null, "", 5, true, new JsonArray().add(1), Buffer.buffer("\ufffd"), nested(3000))) {
            vertx.eventBus().publish(ADDRESS, body);
        }
        vertx.eventBus().publish(ADDRESS, event);
        assertThat(scraper.scrape()).contains("{channel=\"telegram\",delivery_kind=\"other\"} 1\n");
    }

    private static JsonObject nested(int depth) {
        JsonObject object = new JsonObject();
        for (int i = 1; i < depth; i++) {
            object = new JsonObject().put("event", object);
        }
        return object;
    }

    @Test
    void aTokenBeyondAsciiIsReadAsUtf8() throws Exception {
        Vertx vertx = started(Vertx.vertx());
        int port = Ports.free();
        JsonObject config =
                new JsonObject().put("token", "schlüssel-\u65e5\u672c").put("port", port);
        Scraper.await(vertx.deployVerticle(NAME, new DeploymentOptions().setConfig(config)));
        String right = answer(port, ScrapeRoute.PATH, "schlüssel-\u65e5\u672c".getBytes(StandardCharsets.UTF_8));
        assertThat(right).startsWith("HTTP/1.1 200 ");
        String wrong = answer(port, ScrapeRoute.PATH, "schlüssel".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(wrong).startsWith("HTTP/1.1 401 ").contains("{\"error\":");
        assertThat(answer(port, "/", new byte[] {'x'}))
                .startsWith("HTTP/1.1 404 ")
                .contains("text/plain", "nosniff")
                .endsWith("Not Found");
    }

    /** Also those to requests that reach no route; for unknown versions of HTTP see {@code docs/embedding.md}. */
    @ParameterizedTest
    @ValueSource(strings = {"GET / HTTP/1.0", "BREW / HTTP/1.1", "GET /% HTTP/1.1", "GET * HTTP/1.1", "nonsense"})
    void everyAnswerHasTheHeaders(String requestLine) throws Exception {
        int port = Ports.free();
        JsonObject config = new JsonObject().put("token", "secret").put("port", port);
        Scraper.await(started(Vertx.vertx()).deployVerticle(NAME, new DeploymentOptions().setConfig(config)));
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream()
                    .write((requestLine + "\r\nHost: x\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                    .containsIgnoringCase("X-Content-Type-Options: nosniff")
                    .containsIgnoringCase("Referrer-Policy: no-referrer");
        }
    }

    private static String answer(int port, String path, byte[] token) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            ByteArrayOutputStream request = new ByteArrayOutputStream();
            request.writeBytes(("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer ")
                    .getBytes(StandardCharsets.US_ASCII));
            request.writeBytes(token);
            request.writeBytes("\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(request.toByteArray());
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void undeployingEndsTheRecording() throws Exception {
        Vertx vertx = started(Vertx.vertx());
        int port = Ports.free();
        JsonObject config = new JsonObject().put("token", "secret").put("port", port);
        DeploymentOptions options = new DeploymentOptions().setConfig(config);
        Scraper.await(vertx.undeploy(Scraper.await(vertx.deployVerticle(NAME, options))));
        vertx.eventBus().publish(ADDRESS, TRUSTED_EVENT);

        Scraper.await(vertx.deployVerticle(NAME, options)); // the port is free again
        vertx.eventBus().publish(ADDRESS, TRUSTED_EVENT);
        assertThat(new Scraper(vertx, port).scrape()).contains("delivery_kind=\"other\"} 1\n");
    }

    @Test
    void aSecondDeploymentOfAnInstanceFails() throws Exception {
        Vertx vertx = started(Vertx.vertx());
        int port = Ports.free();
        DeploymentOptions options = new DeploymentOptions()
                .setConfig(new JsonObject().put("token", "secret").put("port", port));
        StandaloneExporterVerticle exporter = new StandaloneExporterVerticle();
        Scraper.await(vertx.deployVerticle(exporter, options));
        assertThatThrownBy(() -> Scraper.await(vertx.deployVerticle(exporter, options)))
                .hasMessageContaining("StandaloneExporterVerticle: this instance has been deployed before");
        vertx.eventBus().publish(ADDRESS, TRUSTED_EVENT);
        assertThat(new Scraper(vertx, port).scrape()).contains("delivery_kind=\"other\"} 1\n");
    }

    @Test
    void aSecondExporterOnThePortFailsAndTheFirstGoesOn() throws Exception {
        Vertx vertx = started(Vertx.vertx());
        JsonObject config = new JsonObject().put("token", "secret");
        Scraper scraper = deploy(vertx, config);
        assertThatThrownBy(() -> Scraper.await(vertx.deployVerticle(NAME, new DeploymentOptions().setConfig(config))))
                .hasMessageContaining(
                        "another exporter in this process listens on 127.0.0.1:" + config.getValue("port"));
        vertx.eventBus().publish(ADDRESS, TRUSTED_EVENT);
        assertThat(scraper.scrape()).contains("delivery_kind=\"other\"} 1\n");
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void scrapersNeedTheToken(@TempDir Path folder) throws Exception {
        Vertx vertx = started(Vertx.vertx());
        Path file = Files.writeString(folder.resolve("token"), "from-a-file\n");
        Scraper scraper = deploy(vertx, new JsonObject().put("tokenFile", file.toString()));
        assertThat(scraper.status("Bearer from-a-file")).isEqualTo(200);
        assertThat(scraper.status("Bearer secret")).isEqualTo(401);
        assertThat(scraper.status("")).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | exactly one of \"token\" and \"tokenFile\" is required: metrics are never served without",
                "{\"token\":\"a\",\"tokenFile\":\"b\"} | exactly one of \"token\" and \"tokenFile\" is required:"
                        + " metrics are never served without",
                "{\"token\":\" \"} | the token is empty",
                "{\"token\":5} | \"token\" must be of type String",
                "{\"token\":\"two\\nlines\"} | the token holds a control character; it must be a line",
                "{\"tokenFile\":\"nowhere\"} | \"tokenFile\" nowhere cannot be read: there is no such file",
                "{\"tokenFile\":\"/dev/zero\"} | \"tokenFile\" /dev/zero is not a regular file",
                "{\"token\":\"a\",\"sk-abcdefgh12345678\":1} | unknown key \"***\"; keys are",
                "{\"token\":\"a\",\"host\":\"192.0.2.1\"} | cannot listen on 192.0.2.1, port 18789: ",
                "{\"token\":\"a\",\"port\":70000} | \"port\" is 70000, but must be 0 to 65535",
                "{\"token\":\"a\",\"prot\":1} | unknown key \"prot\"; keys are [address, compatibility, host, port,"
                        + " redactPatterns, token, tokenFile]",
                "{\"token\":\"a\",\"redactPatterns\":[1]} | \"redactPatterns\" must hold strings",
                "{\"token\":\"a\",\"redactPatterns\":[\"(a+)+\"]} | logging.redactPatterns[0]: could take too long on"
                        + " some input; avoid repetitions within repetitions, such as (a+)+"
            })
    void aWrongConfigurationFailsTheDeploymentAndSaysWhy(String config, String reason) throws Exception {
        Vertx vertx = started(Vertx.vertx());
        assertThatThrownBy(() -> Scraper.await(
                        vertx.deployVerticle(NAME, new DeploymentOptions().setConfig(new JsonObject(config)))))
                .hasMessageContaining(reason);
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
