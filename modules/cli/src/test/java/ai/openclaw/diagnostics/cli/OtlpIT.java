package ai.openclaw.diagnostics.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.testing.Await;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Gateway that pushes over OTLP and is scraped at the same time. */
class OtlpIT {

    private static final String PROMETHEUS = "prometheus3";
    private static final String RECORDING = "../../conformance/gateway-2026.5.28.ndjson.gz";
    private static final String ALL_SERIES = "{__name__=~\"openclaw_.*\"}";
    private static final int SPEED = 60;
    private static final int SECONDS_OF_DEMO = 30;
    private static final int MANY = 75;

    /** Prometheus makes these of a scrape; there is none. */
    private static final List<String> OF_SCRAPES = List.of("up{", "scrape_", "ALERTS");

    @TempDir
    private Path folder;

    /** @param otel the section {@code diagnostics.otel} */
    private Path configuration(String otel) throws IOException {
        return Files.writeString(folder.resolve("openclaw.json"), """
            {
              plugins: { entries: { "diagnostics-otel": { enabled: true } } },
              diagnostics: { otel: { enabled: true, flushIntervalMs: 1000, %s } },
            }
            """.formatted(otel));
    }

    private RunningPrometheus receiver() throws IOException {
        Tools.require(PROMETHEUS);
        Path own = Files.createDirectories(folder.resolve("receiver"));
        return RunningPrometheus.start(PROMETHEUS, own, "scrape_configs: []\n", "--web.enable-otlp-receiver");
    }

    private static String toPrometheus(RunningPrometheus receiver) {
        return "endpoint: \"" + receiver.url() + "/api/v1/otlp\", names: \"prometheus\", traces: false";
    }

    @Test
    void aPrometheusThatReceivesHoldsTheSamplesOfOneThatScrapes() throws IOException {
        try (RunningPrometheus receiver = receiver();
                RunningGateway gateway = RunningGateway.start(
                        folder,
                        "--config",
                        configuration(toPrometheus(receiver)).toString(),
                        "--replay",
                        RECORDING);
                RunningPrometheus scraper = RunningPrometheus.scraping(PROMETHEUS, gateway, gateway.tokenFile())) {
            Await.answer(
                    "the same samples",
                    Await.PATIENCE,
                    () -> evidence(scraper, receiver),
                    () -> Optional.of(differences(scraper, receiver))
                            .filter(different -> different.isEmpty() && size(receiver) > MANY));
        }
    }

    private static String evidence(RunningPrometheus scraper, RunningPrometheus receiver) {
        try {
            return differences(scraper, receiver);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int size(RunningPrometheus prometheus) {
        try {
            return samples(prometheus).samples().size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String differences(RunningPrometheus scraper, RunningPrometheus receiver) throws IOException {
        return String.join("\n", samples(scraper).sampleDifferences(samples(receiver)));
    }

    /** Without what changes from one second to the next, and what only OpenMetrics has. */
    private static ExpositionText samples(RunningPrometheus prometheus) throws IOException {
        ExpositionText samples = prometheus.api().samples(ALL_SERIES);
        samples.samples().keySet().removeIf(key -> key.startsWith("openclaw_memory_") || key.contains("_created"));
        return samples.withNumericBounds();
    }

    @Test
    void theDashboardsFindOverOtlpWhatTheyFindOfAScrape() throws IOException {
        long startedMs = System.currentTimeMillis();
        Map<String, String> variables = PanelStores.variables(Duration.ofMinutes(1));
        try (RunningPrometheus receiver = receiver();
                RunningGateway gateway = RunningGateway.start(
                        folder,
                        "--config",
                        configuration(toPrometheus(receiver)).toString(),
                        "--demo",
                        "--no-random-outages",
                        "--seed",
                        "1",
                        "--speed",
                        "" + SPEED,
                        "--fault",
                        "provider-down",
                        "--fault",
                        "tool-failing");
                RunningPrometheus scraper = RunningPrometheus.scraping(PROMETHEUS, gateway, gateway.tokenFile())) {
            for (RunningPrometheus store : List.of(scraper, receiver)) {
                store.api().awaitSamples("openclaw_run_completed_total", SECONDS_OF_DEMO);
            }
            int found = 0;
            for (PanelQuery query : queries()) {
                found += Await.answer("the same of " + query, Await.PATIENCE, gateway.process()::err, () -> {
                    boolean scraped = PanelAnswer.isFound(scraper.api(), query, variables, startedMs);
                    boolean received = PanelAnswer.isFound(receiver.api(), query, variables, startedMs);
                    return scraped == received ? Optional.of(scraped ? 1 : 0) : Optional.empty();
                });
            }
            assertThat(found).as("queries that find something").isGreaterThan(MANY);
        }
    }

    private static List<PanelQuery> queries() {
        return PanelQuery.all().stream()
                .filter(query -> OF_SCRAPES.stream().noneMatch(query.text()::contains))
                .map(query -> query.accelerated(SPEED))
                .toList();
    }

    @Test
    void noCanaryAndNothingOfThisPlaceIsSent() throws Exception {
        Vertx vertx = Vertx.vertx();
        Map<String, Buffer> received = new ConcurrentHashMap<>();
        HttpServer server = vertx.createHttpServer()
                .requestHandler(request -> request.body().onSuccess(body -> {
                    received.merge(
                            request.path(),
                            body,
                            (before, more) -> before.copy().appendBuffer(more));
                    request.response().end();
                }))
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        String otel = "endpoint: \"http://127.0.0.1:" + server.actualPort()
                + "\", logs: true, headers: { authorization: \"Bearer sk-CANARY-header-0123456789\" }";
        try (RunningGateway gateway =
                RunningGateway.fed(folder, "--config", configuration(otel).toString())) {
            gateway.publish(canaries());
            Await.answer(
                    "all signals",
                    Await.PATIENCE,
                    gateway.process()::err,
                    () -> Optional.of(received)
                            .filter(it -> text(it, "/v1/metrics").contains("openclaw.run.duration_ms"))
                            .filter(it -> text(it, "/v1/traces").contains("openclaw.tool.execution"))
                            .filter(it -> text(it, "/v1/logs").contains("openclaw.logger")));
            for (String path : List.of("/v1/metrics", "/v1/traces", "/v1/logs")) {
                assertThat(text(received, path).toLowerCase(Locale.ROOT))
                        .as(path)
                        .doesNotContain("canary", "host.", "process.", "os.type", "user.name")
                        .doesNotContain(place());
            }
            assertThat(gateway.process().out() + gateway.process().err()).doesNotContain("CANARY");
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    private static String text(Map<String, Buffer> received, String path) {
        Buffer body = received.getOrDefault(path, Buffer.buffer());
        return new String(body.getBytes(), StandardCharsets.ISO_8859_1);
    }

    /** Returns what would tell where this runs and as whom. */
    private String[] place() throws IOException {
        return Stream.of(
                        folder.toString(),
                        Path.of("").toAbsolutePath().toString(),
                        System.getProperty("user.home") + "/",
                        InetAddress.getLocalHost().getHostName())
                .filter(it -> it.length() > 4 && !it.equals("localhost"))
                .map(it -> it.toLowerCase(Locale.ROOT))
                .toArray(String[]::new);
    }

    /** Every event that becomes a span, with a canary in every text that it could carry; the last makes a log entry. */
    private static List<String> canaries() {
        List<String> events = new ArrayList<>();
        for (String type : List.of(
                "harness.run.completed",
                "harness.run.error",
                "model.call.completed",
                "model.call.error",
                "model.usage",
                "message.processed",
                "message.delivery.completed",
                "message.delivery.error",
                "run.completed",
                "tool.execution.completed",
                "tool.execution.error")) {
            StringBuilder event = new StringBuilder("{\"event\":{\"type\":\"" + type + "\",\"ts\":1800000000000,"
                    + "\"durationMs\":5,\"trace\":{\"traceId\":\"0af7651916cd43dd8448eb211c80319c\","
                    + "\"spanId\":\"b7ad6b7169203331\"}");
            for (String field :
                    ("channel,model,provider,outcome,trigger,api,transport,errorCategory,toolName,harnessId,"
                                    + "pluginId,phase,agentId,reason,deliveryKind,sessionKey,runId,error,prompt")
                            .split(",")) {
                event.append(",\"").append(field).append("\":\"sk-CANARY0123456789abcdef\"");
            }
            events.add(event + "},\"metadata\":{\"trusted\":true}}");
        }
        events.add("{\"event\":{\"type\":\"run.completed\",\"durationMs\":\"sk-CANARY0123456789abcdef\"},"
                + "\"metadata\":{\"trusted\":true}}");
        return events;
    }
}
