package ai.openclaw.diagnostics.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The dashboards of an operator who scrapes OpenClaw 2026.9.6 itself: what such a gateway answered, with counters that walk, is
 * scraped as three gateways. Two have the same instance in two clusters, the third has no label instance.
 */
class OwnExporterIT {

    private static final Path RECORDING = Path.of("../../conformance/gateway-2026.9.6.own-exporter.prom.gz");
    private static final int SPEED = 60;

    private static final Map<String, String> ALL = PanelStores.variables(Duration.ofSeconds(20));

    /** What the recorded gateway never did, of what it exports. */
    private static final List<String> RIGHTLY_EMPTY = List.of(
            "ALERTS",
            "status=~\"failure|dropped\"",
            "outcome=\"threw\"",
            "model=\"unknown\"",
            "provider=\"unknown\"",
            "trigger=\"unknown\"",
            "tool=\"tool\"",
            "lane=\"unknown\"");

    private static final Pattern FAMILY = Pattern.compile("\\bopenclaw_\\w+");

    /** The names that the recorded gateway exports. */
    private static final Set<String> EXPORTED = ExpositionText.ofGzip(RECORDING).samples().keySet().stream()
            .map(sample -> sample.replaceFirst("\\{.*", ""))
            .collect(Collectors.toSet());

    private static final List<String> RIGHTLY_EMPTY_PANELS = List.of(
            "Gateways down",
            "Up but silent",
            "Gateways restarted, 24 h",
            "Models without a price",
            "Without classic histograms",
            "Deliveries without an end");

    @TempDir
    private static Path folder;

    private static PanelStores stores;

    @BeforeAll
    static void scrape() {
        stores = new PanelStores();
        WalkingExporter exporter = stores.open(WalkingExporter.of(RECORDING));
        String scraping = """
            scrape_configs:
              - job_name: openclaw
                scrape_interval: 1s
                metrics_path: /one
                static_configs:
                  - {targets: ["%1$s"], labels: {instance: "gateway:18789", cluster: east}}
              - job_name: openclaw-west
                scrape_interval: 1s
                metrics_path: /two
                relabel_configs: [{target_label: job, replacement: openclaw}]
                static_configs:
                  - {targets: ["%1$s"], labels: {instance: "gateway:18789", cluster: west}}
              - job_name: without-instance
                scrape_interval: 1s
                metrics_path: /three
                metric_relabel_configs: [{regex: instance, action: labeldrop}]
                static_configs:
                  - {targets: ["%1$s"]}
            """.formatted(exporter.address());
        stores.scrape(folder, scraping, scraping);
    }

    @AfterAll
    static void end() throws Exception {
        stores.close();
    }

    static Stream<Arguments> queries() {
        return PanelStores.queries(SPEED);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("queries")
    void aQueryFindsWhatTheRecordedGatewayDid(String store, PanelQuery query) throws IOException {
        if (isRightlyEmpty(query)) {
            stores.api(store).query(query.with(ALL)); // is answered, if with nothing
            assertThat(query.noValue()).as("what the empty panel says").isNotBlank();
        } else {
            stores.awaitFound(store, query, ALL, () -> "");
        }
    }

    private static boolean isRightlyEmpty(PanelQuery query) {
        return FAMILY.matcher(query.text()).results().anyMatch(name -> !EXPORTED.contains(name.group()))
                || RIGHTLY_EMPTY.stream().anyMatch(query.text()::contains)
                || RIGHTLY_EMPTY_PANELS.contains(query.panel())
                || query.panel().equals("Gateways") && query.text().contains("== 0");
    }

    static Stream<Arguments> numbers() {
        return PanelStores.NAMES.stream()
                .flatMap(store -> Stream.of(
                        Arguments.of(
                                store,
                                "Message errors",
                                ratio("openclaw_message_processed_total", "outcome=\"error\"")),
                        Arguments.of(store, "Call errors", ratio("openclaw_model_call_total", "outcome=\"error\"")),
                        Arguments.of(store, "Tool errors", ratio("openclaw_tool_execution_total", "outcome=\"error\"")),
                        Arguments.of(
                                store,
                                "Delivery errors",
                                ratio("openclaw_message_delivery_total", "outcome=\"error\"")),
                        Arguments.of(
                                store,
                                "Read from cache",
                                sum("openclaw_model_tokens_total", "token_type=\"cache_read\"")
                                        / sum("openclaw_model_tokens_total", "token_type=\"prompt\""))));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("numbers")
    void aRatioIsThatOfTheRecording(String store, String panel, double recorded) {
        PanelQuery query = PanelQuery.all().stream()
                .filter(each -> each.panel().equals(panel) && !each.instant())
                .findFirst()
                .orElseThrow();
        PrometheusApi api = stores.api(store);

        double shown = stores.await(
                "a number of " + panel,
                () -> "",
                () -> api.query(query.with(ALL)).stream()
                        .map(PrometheusApi.Series::value)
                        .filter(Double::isFinite)
                        .findFirst());

        assertThat(shown).isCloseTo(recorded, org.assertj.core.data.Percentage.withPercentage(0.5));
    }

    private static double ratio(String counter, String part) {
        return sum(counter, part) / sum(counter, "");
    }

    private static double sum(String counter, String part) {
        return ExpositionText.ofGzip(RECORDING).samples().entrySet().stream()
                .filter(sample -> sample.getKey().startsWith(counter + "{")
                        && sample.getKey().contains(part))
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }

    @ParameterizedTest
    @MethodSource("stores")
    void gatewaysOfOneInstanceInTwoClustersAreTwo(String store) {
        PanelQuery messages = PanelQuery.all().stream()
                .filter(each -> each.panel().equals("Messages, the ten busiest"))
                .findFirst()
                .orElseThrow();
        PrometheusApi api = stores.api(store);

        stores.await(
                "three gateways",
                () -> "",
                () -> api.query(messages.with(ALL)).size() == 3 ? Optional.of(true) : Optional.empty());
    }

    static Stream<String> stores() {
        return PanelStores.NAMES.stream();
    }
}
