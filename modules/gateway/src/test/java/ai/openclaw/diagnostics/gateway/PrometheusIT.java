package ai.openclaw.diagnostics.gateway;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.catalog.Family;
import ai.openclaw.diagnostics.catalog.OpenClawCatalog;
import ai.openclaw.diagnostics.gateway.PrometheusApi.Series;
import ai.openclaw.diagnostics.gateway.PrometheusApi.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real Prometheus with the documented configuration scrapes the packaged Gateway. */
class PrometheusIT {

    private static final String RECORDING = "../../conformance/gateway-2026.5.28";
    private static final Duration WITHIN_A_MINUTE = Duration.ofMinutes(1);
    private static final Map<String, String> TYPES = OpenClawCatalog.CATALOG.families().stream()
            .collect(toMap(Family::name, family -> family.type().text()));

    @TempDir
    private static Path folder;

    private static RunningGateway demo;

    /** The demo takes a while to show everything; it begins while other tests run. */
    @BeforeAll
    static void startDemo() {
        Tools.require("prometheus");
        demo = RunningGateway.start(folder, "--demo");
    }

    @AfterAll
    static void endDemo() {
        if (demo != null) {
            demo.close();
        }
    }

    @Test
    void aPrometheusWithAnotherTokenIsRefusedAndSaysSo() throws IOException {
        Path wrong = Files.writeString(folder.resolve("wrong.token"), "not-" + demo.token() + "\n");
        try (RunningPrometheus prometheus = RunningPrometheus.scraping(demo, wrong)) {
            Target target = prometheus.api().awaitTarget();

            assertThat(target.health()).isEqualTo("down");
            assertThat(target.lastError()).contains("401");
            assertThat(prometheus.api().query("{__name__=~\"openclaw_.*\"}")).isEmpty();
        }
    }

    @Test
    void ofTheRecordingEverySampleArrivesAsExpected(@TempDir Path own) throws IOException {
        ExpositionText expected = ExpositionText.ofGzip(Path.of(RECORDING + ".prom.gz"));
        expected.samples().put(startedBy("diagnostics-prometheus"), 1.0);
        try (RunningGateway gateway = RunningGateway.start(own, "--replay", RECORDING + ".ndjson.gz");
                RunningPrometheus prometheus = RunningPrometheus.scraping(gateway)) {
            Await.answer(
                    "the whole recording",
                    WITHIN_A_MINUTE,
                    () -> differences(expected, gateway),
                    () -> Optional.of(differences(expected, gateway)).filter(String::isEmpty));
            prometheus.api().awaitScrape();

            ExpositionText arrived = prometheus.api().samples("{__name__=~\"openclaw_.*\"}");
            assertThat(expected.sampleDifferences(arrived)).isEmpty();
        }
    }

    private static String differences(ExpositionText expected, RunningGateway gateway) {
        return String.join("\n", expected.sampleDifferences(gateway.metrics()));
    }

    private static String startedBy(String exporter) {
        return ExpositionText.key(
                "openclaw_telemetry_exporter_total",
                Map.of("exporter", exporter, "reason", "configured", "signal", "metrics", "status", "started"));
    }

    @Test
    void underTheDemoEveryFamilyIsThereWithinAMinuteWithItsType() throws IOException {
        try (RunningPrometheus prometheus = RunningPrometheus.scraping(demo)) {
            PrometheusApi api = prometheus.api();
            assertThat(api.awaitTarget()).isEqualTo(new Target("up", ""));
            Await.answer(
                    "samples of every family",
                    WITHIN_A_MINUTE,
                    () -> "missing: " + missing(api),
                    () -> Optional.of(missing(api)).filter(Set::isEmpty));

            assertThat(TYPES).hasSize(31);
            assertThat(api.types()).containsAllEntriesOf(TYPES);
            assertThat(openclaw(api.types().keySet())).isEqualTo(openclaw(TYPES.keySet()));
        }
    }

    private static Set<String> missing(PrometheusApi api) {
        Set<String> missing = new TreeSet<>(TYPES.keySet());
        missing.removeAll(sampled(api));
        return missing;
    }

    /** Returns the families of which Prometheus has a sample; of a histogram, the count. */
    private static Set<String> sampled(PrometheusApi api) {
        try {
            return api.query("count by (__name__) ({__name__=~\"openclaw_.*\"})").stream()
                    .map(PrometheusIT::nameOf)
                    .map(name -> name.endsWith("_count") ? name.substring(0, name.length() - "_count".length()) : name)
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            return Set.of();
        }
    }

    private static String nameOf(Series series) {
        return series.labels().get("__name__");
    }

    private static Set<String> openclaw(Set<String> names) {
        return names.stream()
                .filter(name -> name.startsWith("openclaw_"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void promtoolAcceptsWhatTheDemoExposes() throws IOException {
        Tools.require("promtool");
        assertThat(Promtool.complaints(demo.scrape().body())).isEmpty();
    }
}
