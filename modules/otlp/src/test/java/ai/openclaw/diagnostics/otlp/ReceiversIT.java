package ai.openclaw.diagnostics.otlp;

import static io.vertx.core.Future.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.openclaw.diagnostics.catalog.Family;
import ai.openclaw.diagnostics.catalog.FamilyType;
import ai.openclaw.diagnostics.catalog.HistogramFamily;
import ai.openclaw.diagnostics.catalog.domain.OpenClawCatalog;
import ai.openclaw.diagnostics.events.DiagnosticsChannel;
import ai.openclaw.diagnostics.events.EventDecoder;
import ai.openclaw.diagnostics.policy.LabelPolicy;
import ai.openclaw.diagnostics.recording.SharedRecording;
import ai.openclaw.diagnostics.store.Sample;
import ai.openclaw.diagnostics.store.Snapshot;
import ai.openclaw.diagnostics.testing.Await;
import ai.openclaw.diagnostics.testing.Ports;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real receivers: a Prometheus 3 ({@code prometheus3}) and an OpenTelemetry Collector ({@code otelcol}) on the path. */
class ReceiversIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    private Path folder;

    private final Vertx vertx = Vertx.vertx();
    private final DiagnosticsChannel channel = DiagnosticsChannel.create();
    private final List<Process> processes = new ArrayList<>();

    @AfterEach
    void end() throws InterruptedException {
        await(vertx.close());
        for (Process process : processes) {
            process.destroyForcibly().waitFor();
        }
    }

    private static void assumeOnPath(String program) {
        boolean there = List.of(System.getenv("PATH").split(File.pathSeparator)).stream()
                .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
        if (!there) {
            System.err.println("SKIPPED: " + program + " is not on the path");
        }
        assumeTrue(there, program + " is not on the path");
    }

    private Path start(String name, List<String> command) throws IOException {
        Path log = folder.resolve(name + ".log");
        processes.add(new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start());
        return log;
    }

    private static void waitUntil(String what, BooleanSupplier condition) {
        Await.answer(what, PATIENCE, () -> "", () -> condition.getAsBoolean() ? Optional.of(true) : Optional.empty());
    }

    private void replay(String stream) throws IOException {
        EventDecoder decoder = EventDecoder.create(channel.rejections());
        Path file = Path.of("..", "..", "conformance", stream + ".ndjson.gz");
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            lines.lines()
                    .forEach(
                            line -> decoder.decode(line).ifPresent(it -> channel.publish(it.event(), it.provenance())));
        }
    }

    private String get(HttpClient client, int port, String uri) {
        try {
            return await(client.request(HttpMethod.GET, port, "127.0.0.1", uri)
                    .compose(request -> request.send())
                    .compose(response -> response.body())
                    .map(Buffer::toString));
        } catch (RuntimeException notYet) {
            return "";
        }
    }

    @Test
    void aPrometheusHoldsTheSeriesOfThePullExporter() throws Exception {
        assumeOnPath("prometheus3");
        int port = Ports.free();
        Path config = Files.writeString(folder.resolve("prometheus.yml"), "global: {scrape_interval: 1h}\n");
        start(
                "prometheus",
                List.of(
                        "prometheus3",
                        "--config.file=" + config,
                        "--storage.tsdb.path=" + folder.resolve("data"),
                        "--web.listen-address=127.0.0.1:" + port,
                        "--web.enable-otlp-receiver"));
        HttpClient client = vertx.createHttpClient();
        waitUntil("Prometheus is ready", () -> get(client, port, "/-/ready").contains("Ready"));
        SharedRecording.Lease lease = SharedRecording.of(channel).open(OpenClawCatalog.CATALOG, LabelPolicy.standard());
        replay("plain");
        Map<String, Object> settings = Map.of(
                "endpoint",
                "http://127.0.0.1:" + port + "/api/v1/otlp",
                "names",
                "prometheus",
                "traces",
                false,
                "flushIntervalMs",
                1_000);
        await(vertx.deployVerticle(DiagnosticsOtelVerticle.create(channel, settings, Map.of(), List.of())));
        Map<String, Double> expected = new TreeMap<>();
        waitUntil("all series are there with their values", () -> {
            expected.clear();
            expected.putAll(expected(lease));
            return stored(get(client, port, "/api/v1/query?query=" + query())).equals(expected);
        });
        assertThat(expected).hasSizeGreaterThan(1_000);
    }

    private static String query() {
        return URLEncoder.encode("{__name__=~\"openclaw_.+\"}", StandardCharsets.UTF_8);
    }

    /** What a scrape would have: each sample's name and labels, and its value. */
    private static Map<String, Double> expected(SharedRecording.Lease lease) {
        Snapshot snapshot = Snapshot.of(lease.store());
        snapshot.refresh();
        Map<String, Double> expected = new TreeMap<>();
        for (Family family : lease.store().catalog().families()) {
            for (Sample sample : snapshot.samples(family)) {
                Map<String, String> labels = new TreeMap<>();
                for (int i = 0; i < sample.series().labels().size(); i++) {
                    labels.put(
                            sample.series().labels().get(i).name(),
                            sample.series().labelValues().get(i));
                }
                assertThat(sample.sumHigh()).isZero();
                double sum = BigDecimal.valueOf(sample.sumLow(), family.unit().fractionDigits())
                        .doubleValue();
                if (family instanceof HistogramFamily histogram) {
                    expected.put(family.name() + "_sum" + labels, sum);
                    expected.put(family.name() + "_count" + labels, (double) sample.count());
                    long below = 0;
                    for (int i = 0; i <= histogram.buckets().size(); i++) {
                        below += sample.bucket(i);
                        double bound = i < histogram.buckets().size()
                                ? histogram.buckets().bound(i)
                                : Double.POSITIVE_INFINITY;
                        labels.put("le", Double.toString(bound));
                        expected.put(family.name() + "_bucket" + labels, (double) below);
                    }
                } else {
                    expected.put(family.name() + labels, family.type() == FamilyType.GAUGE ? sample.gauge() : sum);
                }
            }
        }
        return expected;
    }

    private static Map<String, Double> stored(String answer) {
        Map<String, Double> stored = new TreeMap<>();
        if (!answer.startsWith("{")) {
            return stored;
        }
        JsonArray series = new JsonObject(answer).getJsonObject("data").getJsonArray("result");
        for (int i = 0; i < series.size(); i++) {
            Map<String, String> labels = new TreeMap<>();
            series.getJsonObject(i)
                    .getJsonObject("metric")
                    .forEach(it -> labels.put(it.getKey(), it.getValue().toString()));
            String name = labels.remove("__name__");
            labels.keySet().removeAll(List.of("job", "instance"));
            labels.computeIfPresent(
                    "le",
                    (key, text) ->
                            Double.toString(text.equals("+Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(text)));
            stored.put(
                    name + labels,
                    Double.parseDouble(
                            series.getJsonObject(i).getJsonArray("value").getString(1)));
        }
        return stored;
    }

    @Test
    void aCollectorReadsPointsAndSpansWithOurIds() throws Exception {
        assumeOnPath("otelcol");
        int port = Ports.free();
        Path config = Files.writeString(folder.resolve("collector.yml"), """
                receivers: {otlp: {protocols: {http: {endpoint: "127.0.0.1:%d"}}}}
                exporters: {debug: {verbosity: detailed}}
                service:
                  telemetry: {metrics: {level: none}}
                  pipelines:
                    metrics: {receivers: [otlp], exporters: [debug]}
                    traces: {receivers: [otlp], exporters: [debug]}
                    logs: {receivers: [otlp], exporters: [debug]}
                """.formatted(port));
        Path log = start("collector", List.of("otelcol", "--config=" + config));
        Map<String, Object> settings =
                Map.of("endpoint", "http://127.0.0.1:" + port, "logs", true, "flushIntervalMs", 1_000);
        await(vertx.deployVerticle(DiagnosticsOtelVerticle.create(channel, settings, Map.of(), List.of())));
        EventDecoder decoder = EventDecoder.create(channel.rejections());
        for (String event : List.of(
                "\"type\":\"tool.execution.error\",\"toolName\":\"read\",\"errorCategory\":\"timeout\",\"trace\":{\"traceId\":\"0af7651916cd43dd8448eb211c80319c\",\"spanId\":\"3333333333333333\",\"parentSpanId\":\"2222222222222222\"}",
                "\"type\":\"model.call.completed\",\"model\":\"gpt-5.4\",\"provider\":\"openai\",\"trace\":{\"traceId\":\"0af7651916cd43dd8448eb211c80319c\",\"spanId\":\"2222222222222222\",\"parentSpanId\":\"1111111111111111\"}",
                "\"type\":\"run.completed\",\"outcome\":\"completed\",\"trace\":{\"traceId\":\"0af7651916cd43dd8448eb211c80319c\",\"spanId\":\"1111111111111111\"}")) {
            decoder.decode("{\"event\":{\"ts\":1800000000000,\"durationMs\":5," + event
                            + "},\"metadata\":{\"trusted\":true}}")
                    .ifPresent(it -> channel.publish(it.event(), it.provenance()));
        }
        waitUntil("the collector printed metrics and spans", () -> {
            String printed = read(log);
            return printed.contains("openclaw.run.duration_ms") && printed.contains("openclaw.run\n");
        });
        String printed = read(log);
        assertThat(printed)
                .contains("Trace ID       : 0af7651916cd43dd8448eb211c80319c")
                .containsPattern("Parent ID      : 2222222222222222\\s+ID             : 3333333333333333")
                .containsPattern("Parent ID      : 1111111111111111\\s+ID             : 2222222222222222")
                .contains("Status code    : Error", "openclaw.toolName: Str(read)")
                .doesNotContain("host.name", "process.pid");
    }

    private static String read(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException absent) {
            return "";
        }
    }
}
