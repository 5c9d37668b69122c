package ai.openclaw.diagnostics.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.cli.PrometheusApi.Series;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The dashboards as an operator sees them: every query of every panel is put to a Prometheus of each version that is on
 * the path and to a VictoriaMetrics, which scrape two demo Gateways, and finds something.
 *
 * <p>The demos play sixty times as fast. One of them has every fault that a panel is about; a rule of the test's own makes
 * an alert fire.
 */
class DashboardsIT {

    private static final int SPEED = 60;
    private static final double EXACT = 1e-9;

    private static final Map<String, String> ALL = PanelStores.variables(Duration.ofMinutes(1));

    /** The last two end before the others could not be seen any more. */
    private static final List<String> FAULTS = List.of(
            "provider-down",
            "deliveries-failing",
            "deliveries-hanging",
            "sessions-stuck",
            "tool-failing",
            "harness-failing",
            "exporter-failing",
            "memory-pressure",
            "price-missing",
            "all-providers-down@3m+3m");

    private static final List<RightlyEmpty> RIGHTLY_EMPTY = List.of(
            new RightlyEmpty("", "Gateways", "== 0", "no Gateway is down"),
            new RightlyEmpty("", "Gateways down", "", "no Gateway is down"),
            new RightlyEmpty("", "Up but silent", "", "both Gateways export"),
            new RightlyEmpty("", "Without classic histograms", "", "both are scraped as text"),
            new RightlyEmpty("", "Gateways restarted, 24 h", "", "neither began anew"),
            new RightlyEmpty("", "Workers", "", "a JVM has none"),
            new RightlyEmpty("", "Worker heap by script", "", "a JVM has none"),
            new RightlyEmpty("", "Diagnostics queue", "", "events pass through no queue"),
            new RightlyEmpty("", "Diagnostic events lost", "", "events pass through no queue"),
            new RightlyEmpty("", "Replaced label values", "provider=\"unknown\"", "all are admitted"),
            new RightlyEmpty("", "Replaced label values", "agent=\"unknown\"", "all are admitted"),
            new RightlyEmpty("", "Replaced label values", "channel=\"unknown\"", "all are admitted"),
            new RightlyEmpty("", "Replaced label values", "trigger=\"unknown\"", "all are admitted"),
            new RightlyEmpty("", "Replaced label values", "tool=\"tool\"", "all are admitted"),
            new RightlyEmpty("", "Replaced label values", "lane=\"unknown\"", "all are admitted"),
            new RightlyEmpty(PanelStores.VICTORIA_METRICS, "Firing alerts", "", "it evaluates no rules"));

    private static final Pattern SUM =
            Pattern.compile("(\\d+ \\* )*sum(?!.*(/|unless|quantile|topk|count)).*", Pattern.DOTALL);
    private static final Pattern CHOICES = Pattern.compile("label_values\\((.+), (\\w+)\\)");

    @TempDir
    private static Path folder;

    private static PanelStores stores;
    private static RunningGateway faulty;
    private static RunningGateway healthy;

    @BeforeAll
    static void scrapeTwoGateways() throws IOException {
        stores = new PanelStores();
        Files.writeString(folder.resolve("openclaw.json"), """
                {plugins: {entries: {"diagnostics-prometheus": {config: {compatibility: "2026.9"}}}}}
                """);
        healthy = stores.open(RunningGateway.start(folder, demo("2", List.of("price-missing"))));
        faulty = stores.open(RunningGateway.start(folder, demo("1", FAULTS)));
        String scraping = """
                scrape_configs:
                  - job_name: openclaw
                    scrape_interval: 1s
                    metrics_path: %s
                    authorization:
                      credentials_file: %s
                    static_configs:
                      - targets: ["%s", "%s"]
                        labels: {cluster: home, namespace: agents}
                """.formatted(
                        RunningGateway.METRICS, folder.resolve("gateway.token"), faulty.address(), healthy.address());
        Path rules = Files.writeString(folder.resolve("rules.yml"), """
                groups:
                  - name: test
                    interval: 1s
                    rules:
                      - alert: OpenClawOfTheTest
                        expr: up{job="openclaw"} == 1
                        labels: {severity: info}
                """);
        stores.scrape(folder, "rule_files: [\"" + rules + "\"]\n" + scraping, scraping);
    }

    private static String[] demo(String seed, List<String> faults) {
        String config = folder.resolve("openclaw.json").toString();
        Stream<String> options =
                Stream.of("--config", config, "--demo", "--no-random-outages", "--seed", seed, "--speed", "" + SPEED);
        return Stream.concat(options, faults.stream().flatMap(fault -> Stream.of("--fault", fault)))
                .toArray(String[]::new);
    }

    @AfterAll
    static void end() throws Exception {
        stores.close();
    }

    // ------------------------------------------------------- something is found

    static Stream<Arguments> queries() {
        return PanelStores.queries(SPEED);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("queries")
    void aQueryFindsSomethingUnlessThereIsAReason(String store, PanelQuery query) {
        List<RightlyEmpty> reasons = RIGHTLY_EMPTY.stream()
                .filter(reason -> reason.isFor(store, query))
                .toList();
        if (reasons.isEmpty()) {
            stores.awaitFound(store, query, ALL, faulty.process()::err);
        } else {
            await("nothing, since " + reasons, () -> !isFound(stores.api(store), query.ofNow()));
            assertThat(query.noValue()).as("what the empty panel says").isNotBlank();
        }
    }

    /** Waits until it is so, however often it takes; all tests share the time. */
    private static void await(String what, Check check) {
        stores.await(what, faulty.process()::err, () -> check.holds() ? Optional.of(true) : Optional.empty());
    }

    /** Something that will soon be so. */
    @FunctionalInterface
    private interface Check {
        boolean holds() throws IOException;
    }

    private static boolean isFound(PrometheusApi store, PanelQuery query) throws IOException {
        return PanelAnswer.isFound(store, query, ALL, stores.startedMs());
    }

    private static List<Series> ask(PrometheusApi store, boolean instant, String text) throws IOException {
        return PanelAnswer.ask(store, instant, text, stores.startedMs());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("queries")
    void aMisspeltNameIsNoticed(String store, PanelQuery query) throws IOException {
        for (PanelQuery wrong : query.misspelt()) {
            assertThat(isFound(stores.api(store), wrong)).as("%s", wrong).isFalse();
        }
    }

    @Test
    void everyReasonForAnEmptyPanelIsNeeded() {
        List<Arguments> queries = queries().toList();
        assertThat(RIGHTLY_EMPTY)
                .allSatisfy(reason -> assertThat(queries)
                        .anyMatch(query -> reason.isFor((String) query.get()[0], (PanelQuery) query.get()[1])));
    }

    static Stream<Arguments> variables() {
        return PanelStores.NAMES.stream()
                .flatMap(store -> PanelQuery.ofVariables().stream().map(query -> Arguments.of(store, query)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("variables")
    void aVariableHasChoices(String store, String query) throws IOException {
        Matcher choices = CHOICES.matcher(PanelQuery.substituted(query, ALL));
        assertThat(choices.matches()).isTrue();

        assertThat(stores.api(store).labelValues(choices.group(2), choices.group(1)))
                .isNotEmpty();
    }

    // ------------------------------------------------------------ two Gateways

    static Stream<Arguments> sums() {
        return queries()
                .filter(query ->
                        SUM.matcher(((PanelQuery) query.get()[1]).text()).matches());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("sums")
    void aSumOverBothGatewaysIsTheSumOfEach(String store, PanelQuery query) {
        PrometheusApi api = stores.api(store);

        await("the sum of " + query, () -> {
            long atMs = settled(api);
            Map<Map<String, String>, Double> added = values(api, query, faulty, atMs);
            values(api, query, healthy, atMs).forEach((labels, value) -> added.merge(labels, value, Double::sum));
            return areEqual(api.query(query.with(ALL), atMs), added);
        });
    }

    private static Map<Map<String, String>, Double> values(
            PrometheusApi api, PanelQuery query, RunningGateway gateway, long atMs) throws IOException {
        return api.query(query.with(choosing(gateway)), atMs).stream()
                .collect(Collectors.toMap(Series::labels, Series::value));
    }

    private static boolean areEqual(List<Series> found, Map<Map<String, String>, Double> expected) {
        return !found.isEmpty()
                && found.size() == expected.size()
                && found.stream().allMatch(series -> {
                    Double value = expected.get(series.labels());
                    return value != null && Math.abs(series.value() - value) <= Math.abs(value) * EXACT;
                });
    }

    @Test
    void thereAreManySumsToCompare() {
        assertThat(sums()).hasSizeGreaterThan(60);
    }

    /** Of alerts those that have no instance are shown, too, whatever is chosen. */
    static Stream<Arguments> perInstance() {
        return queries().filter(query -> {
            PanelQuery asked = (PanelQuery) query.get()[1];
            return asked.shown().contains("instance")
                    && !asked.panel().equals("Firing alerts")
                    && !asked.panel().equals("Versions");
        });
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("perInstance")
    void theVariableForInstancesLeavesTheChosenOne(String store, PanelQuery query) {
        String chosen = query.with(choosing(healthy));

        await("the chosen instance alone in " + query, () -> {
            List<Series> found = ask(stores.api(store), query.instant(), chosen);
            return !found.isEmpty()
                    && found.stream()
                            .allMatch(series ->
                                    healthy.address().equals(series.labels().get("instance")));
        });
    }

    private static Map<String, String> choosing(RunningGateway gateway) {
        Map<String, String> chosen = new HashMap<>(ALL);
        chosen.put("instance", gateway.address());
        return chosen;
    }

    /** Returns a time until which all is known; VictoriaMetrics shows what it was given a second later. */
    private static long settled(PrometheusApi api) throws IOException {
        return api.query("min(timestamp(up)) - 2").stream()
                .mapToLong(series -> Math.round(series.value() * 1000))
                .findFirst()
                .orElse(0);
    }

    /** Why a panel's query finds nothing here. An empty store is any, an empty part is any of the panel's queries. */
    private record RightlyEmpty(String store, String panel, String part, String reason) {

        boolean isFor(String asked, PanelQuery query) {
            return asked.contains(store)
                    && query.panel().equals(panel)
                    && query.text().contains(part);
        }
    }
}
