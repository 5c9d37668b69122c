package ai.openclaw.diagnostics.cli;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.catalog.Family;
import ai.openclaw.diagnostics.catalog.domain.OpenClawCatalog;
import ai.openclaw.diagnostics.cli.PrometheusApi.Series;
import ai.openclaw.diagnostics.cli.PrometheusApi.Target;
import ai.openclaw.diagnostics.testing.Await;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Prometheus 2 and 3 with the documented configuration scrape the packaged Gateway. */
class PrometheusIT {

    private static final String RECORDING = "../../conformance/gateway-2026.5.28";
    private static final Duration WITHIN_A_MINUTE = Await.PATIENCE;
    private static final Map<String, String> TYPES = OpenClawCatalog.CATALOG.families().stream()
            .collect(toMap(Family::name, family -> family.type().text()));

    /** Prometheus asks for OpenMetrics, where the family of a counter is declared without the suffix of its samples. */
    private static final Map<String, String> DECLARED = TYPES.entrySet().stream()
            .collect(toMap(family -> family.getKey().replaceFirst("_total$", ""), Map.Entry::getValue));

    @TempDir
    private static Path folder;

    private static RunningGateway demo;
    private static final Map<String, RunningPrometheus> prometheuses = new HashMap<>();
    private static long demoStartedMs;

    /** The demo takes a while to show everything; it begins while other tests run. */
    @BeforeAll
    static void startDemo() {
        demoStartedMs = System.currentTimeMillis();
        demo = RunningGateway.start(folder, "--demo");
        RunningPrometheus.PROGRAMS.stream()
                .filter(Tools::isInstalled)
                .forEach(program ->
                        prometheuses.put(program, RunningPrometheus.scraping(program, demo, demo.tokenFile())));
    }

    @AfterAll
    static void endDemo() {
        prometheuses.values().forEach(RunningPrometheus::close);
        if (demo != null) {
            demo.close();
        }
    }

    @ParameterizedTest
    @FieldSource("ai.openclaw.diagnostics.cli.RunningPrometheus#PROGRAMS")
    void aPrometheusWithAnotherTokenIsRefusedAndSaysSo(String program) throws IOException {
        Tools.require(program);
        Path wrong = Files.writeString(folder.resolve("wrong.token"), "not-" + demo.token() + "\n");
        try (RunningPrometheus refused = RunningPrometheus.scraping(program, demo, wrong)) {
            Target target = refused.api().awaitTarget();

            assertThat(target.health()).isEqualTo("down");
            assertThat(target.lastError()).contains("401");
            assertThat(refused.api().query("{__name__=~\"openclaw_.*\"}")).isEmpty();
        }
    }

    @ParameterizedTest
    @FieldSource("ai.openclaw.diagnostics.cli.RunningPrometheus#PROGRAMS")
    void ofTheRecordingEverySampleArrivesAsExpected(String program, @TempDir Path own) throws IOException {
        Tools.require(program);
        ExpositionText expected = withoutMemory(ExpositionText.ofGzip(Path.of(RECORDING + ".prom.gz")));
        expected.samples().put(startedBy("diagnostics-prometheus"), 1.0);
        try (RunningGateway gateway = RunningGateway.start(own, "--replay", RECORDING + ".ndjson.gz");
                RunningPrometheus scraper = RunningPrometheus.scraping(program, gateway, gateway.tokenFile())) {
            Await.answer(
                    "the whole recording",
                    WITHIN_A_MINUTE,
                    () -> differences(expected, gateway),
                    () -> Optional.of(differences(expected, gateway)).filter(String::isEmpty));
            scraper.api().awaitScrape();

            ExpositionText arrived = scraper.api().samples("{__name__=~\"openclaw_.*\"}");
            assertThat(expected.withNumericBounds()
                            .sampleDifferences(withoutMemory(arrived).withNumericBounds()))
                    .isEmpty();
        }
    }

    private static String differences(ExpositionText expected, RunningGateway gateway) {
        return String.join("\n", expected.sampleDifferences(withoutMemory(gateway.metrics())));
    }

    /** The Gateway reports its own memory beside that of the recording, and in OpenMetrics when series were created. */
    private static ExpositionText withoutMemory(ExpositionText exposition) {
        exposition.samples().keySet().removeIf(sample -> sample.startsWith("openclaw_memory_"));
        exposition.samples().keySet().removeIf(sample -> sample.matches("\\w+_created(\\{.*)?"));
        return exposition;
    }

    private static String startedBy(String exporter) {
        return ExpositionText.key(
                "openclaw_telemetry_exporter_total",
                Map.of("exporter", exporter, "reason", "configured", "signal", "metrics", "status", "started"));
    }

    @ParameterizedTest
    @FieldSource("ai.openclaw.diagnostics.cli.RunningPrometheus#PROGRAMS")
    void underTheDemoTheTargetIsUpAndEveryFamilyHasItsType(String program) {
        PrometheusApi api = api(program);
        assertThat(TYPES).hasSize(31);
        assertThat(api.awaitTarget()).isEqualTo(new Target("up", ""));

        awaitEveryFamily(api);

        Map<String, String> declared = api.awaitAnswer("types", () -> Optional.of(api.types()));
        assertThat(declared).containsAllEntriesOf(DECLARED);
        assertThat(openclaw(declared.keySet())).isEqualTo(openclaw(DECLARED.keySet()));
    }

    @ParameterizedTest
    @FieldSource("ai.openclaw.diagnostics.cli.RunningPrometheus#PROGRAMS")
    void underTheDemoEveryFamilyIsThereWithinAMinute(String program) {
        assertThat(awaitEveryFamily(api(program)))
                .allSatisfy((family, seenMs) ->
                        assertThat(Duration.ofMillis(seenMs - demoStartedMs)).isLessThan(WITHIN_A_MINUTE));
    }

    /** Returns that of a version; skips the test, loudly, where it is not installed. */
    private static PrometheusApi api(String program) {
        Tools.require(program);
        return prometheuses.get(program).api();
    }

    /** Returns when Prometheus first saw each family, in milliseconds since 1970. */
    private static Map<String, Long> awaitEveryFamily(PrometheusApi api) {
        return Await.answer(
                "a sample of every family",
                WITHIN_A_MINUTE,
                () -> missing(api),
                () -> Optional.of(firstSeen(api)).filter(seen -> seen.keySet().containsAll(TYPES.keySet())));
    }

    private static String missing(PrometheusApi api) {
        Set<String> missing = new TreeSet<>(TYPES.keySet());
        try {
            missing.removeAll(firstSeen(api).keySet());
            return "missing: " + missing;
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static Map<String, Long> firstSeen(PrometheusApi api) throws IOException {
        return api.query("{__name__=~\"openclaw_.*\"}[10m]").stream()
                .collect(toMap(
                        PrometheusIT::family, series -> series.points().get(0).atMs(), Math::min));
    }

    /** Returns the family of a series; a histogram is there when its count is. */
    private static String family(Series series) {
        String name = series.labels().getOrDefault("__name__", "");
        return name.endsWith("_count") ? name.substring(0, name.length() - "_count".length()) : name;
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
