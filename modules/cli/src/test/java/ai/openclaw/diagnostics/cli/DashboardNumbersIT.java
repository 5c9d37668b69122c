package ai.openclaw.diagnostics.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Numbers that the dashboards show of a day with two restarts, against the Gateway's own counters. */
class DashboardNumbersIT {

    private static final Path TABLE = Path.of("target/dashboard-numbers.md");

    /** What Grafana puts in the place of its variables for a range of 24 hours. */
    private static final Map<String, String> DAY = PanelStores.variables(Duration.ofDays(1));

    @TempDir
    private static Path folder;

    private static final List<AutoCloseable> started = new ArrayList<>();
    private static final Map<String, PrometheusApi> stores = new HashMap<>();
    private static RecordedDay day;

    /** A number on a panel: how to find its query, and within what part of the counted value it must be; 0 is exact. */
    private record Number(String panel, String part, double counted, double percent) {
        @Override
        public String toString() {
            return panel;
        }
    }

    @BeforeAll
    static void recordADay() throws IOException, InterruptedException {
        Path file = folder.resolve("day.om");
        day = RecordedDay.write(file);
        for (String program : PanelStores.PROMETHEUSES) {
            if (Tools.isInstalled(program) && Tools.isInstalled("promtool")) {
                Path data = Files.createDirectories(folder.resolve(program + "-data"));
                run("promtool", "tsdb", "create-blocks-from", "openmetrics", file.toString(), data.toString());
                RunningPrometheus prometheus = RunningPrometheus.start(program, folder, "scrape_configs: []\n");
                started.add(prometheus);
                stores.put(program, prometheus.api());
            }
        }
        if (Tools.isInstalled(PanelStores.VICTORIA_METRICS)) {
            RunningVictoriaMetrics victoriaMetrics =
                    RunningVictoriaMetrics.start(folder, "scrape_configs: []\n", "-retentionPeriod=100y");
            started.add(victoriaMetrics);
            victoriaMetrics.add(RecordedDay.ofMilliseconds(file));
            stores.put(PanelStores.VICTORIA_METRICS, victoriaMetrics.api());
        }
        Files.writeString(TABLE, "| store | panel | shown | counted |\n|---|---|---|---|\n");
    }

    private static void run(String... command) throws IOException, InterruptedException {
        Path output = folder.resolve("output.txt");
        int exitCode = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start()
                .waitFor();
        assertThat(exitCode).as(Files.readString(output)).isZero();
    }

    @AfterAll
    static void end() throws Exception {
        for (AutoCloseable server : started) {
            server.close();
        }
    }

    private static List<Number> numbers() {
        return List.of(
                new Number("Spend in range", "", counted("openclaw_model_cost_usd_total{"), 1),
                new Number("Spend, 24 h", "", counted("openclaw_model_cost_usd_total{"), 1),
                new Number("Spend by agent", "", counted("openclaw_model_cost_usd_total{"), 1),
                new Number(
                        "Spend by model",
                        "tokens_total",
                        day.counted(key -> key.startsWith("openclaw_model_tokens_total{")
                                && key.matches(".*token_type=\"(prompt|output)\".*")),
                        1),
                new Number("Spend by model", "model_call_total", counted("openclaw_model_call_total{"), 1),
                new Number("Gateways", "sum_over_time", counted("openclaw_message_processed_total{"), 1),
                new Number(
                        "Recoveries in range",
                        "",
                        day.counted(key -> key.startsWith("openclaw_session_recovery_total{")
                                && key.contains("status=\"requested\"")),
                        0),
                new Number("Memory pressure in range", "", counted("openclaw_memory_pressure_total{"), 1),
                new Number("Gateways restarted, 24 h", "", 1, 0),
                new Number("Restarts", "", 2, 0),
                new Number(
                        "Deliveries without an end",
                        "",
                        day.ofLastLife(key -> key.startsWith("openclaw_message_delivery_started_total{"))
                                - day.ofLastLife(key -> key.startsWith("openclaw_message_delivery_total{")),
                        0),
                new Number("Updates dropped in range", "", 0, 0));
    }

    private static double counted(String counter) {
        return day.counted(key -> key.startsWith(counter));
    }

    static Stream<Arguments> storesAndNumbers() {
        return PanelStores.NAMES.stream()
                .flatMap(store -> numbers().stream().map(number -> Arguments.of(store, number)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("storesAndNumbers")
    void aPanelShowsWhatTheGatewayCounted(String store, Number number) throws IOException {
        if (!stores.containsKey(store)) {
            Tools.require(store);
        }
        double shown = stores.get(store).query(text(number), RecordedDay.end().toEpochMilli()).stream()
                .mapToDouble(PrometheusApi.Series::value)
                .sum();

        Files.writeString(
                TABLE,
                "| " + store + " | " + number + " | " + shown + " | " + number.counted() + " |\n",
                java.nio.file.StandardOpenOption.APPEND);
        if (number.percent() == 0) {
            assertThat(shown).isEqualTo(number.counted());
        } else {
            assertThat(shown).isCloseTo(number.counted(), Percentage.withPercentage(number.percent()));
        }
    }

    /** Of restarts the panel shows an hour; the day has both. */
    private static String text(Number number) {
        PanelQuery query = PanelQuery.all().stream()
                .filter(each ->
                        each.panel().equals(number.panel()) && each.text().contains(number.part()))
                .filter(each -> !each.text().contains("/"))
                .findFirst()
                .orElseThrow();
        Map<String, String> variables = new HashMap<>(DAY);
        variables.put("__interval", query.maxDataPoints() >= 1_000 ? "1m" : "5m"); // as Grafana rounds 24 hours
        String text = query.with(variables);
        return number.panel().equals("Restarts") ? text.replace("[1h]", "[1d]") : text;
    }
}
