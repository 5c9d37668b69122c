package ai.openclaw.diagnostics.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.demo.DemoPlan;
import ai.openclaw.diagnostics.demo.VirtualDemo;
import ai.openclaw.diagnostics.events.DiagnosticsChannel;
import ai.openclaw.diagnostics.plugin.PrometheusExporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Twenty-four hours of the demo without faults, on a virtual clock, scraped every minute: promtool evaluates all alerts
 * over them every five minutes, and none fires. The memory is left out: it is that of this process, which plays the day in
 * a minute.
 */
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class CalmDayIT {

    private static final Path RULES = Path.of("../../alerts/openclaw.rules.yml");
    private static final Pattern GROUP = Pattern.compile("(?m)^  - name: (\\S+)$");
    private static final Pattern METRIC = Pattern.compile("openclaw_(?!memory_)[a-z_]+");
    private static final List<String> ALWAYS = List.of("up 1", "openclaw_telemetry_exporter_total 1");
    private static final int MINUTES = 24 * 60;
    private static final String TARGET = "instance=\"127.0.0.1:18789\",job=\"openclaw\"";
    private static final Duration LIMIT = Duration.ofMinutes(10);

    @TempDir
    private static Path folder;

    private static Path cases;

    @BeforeAll
    @Timeout(value = 15, unit = TimeUnit.MINUTES)
    static void live() throws IOException {
        PrometheusExporter exporter = PrometheusExporter.create();
        DiagnosticsChannel channel = DiagnosticsChannel.create();
        channel.subscribe(exporter.recorder());
        VirtualDemo demo = VirtualDemo.of(channel, new DemoPlan(1, false, 1, false, List.of()));
        Predicate<String> isRead = readByRules();
        Map<String, StringBuilder> series = new TreeMap<>();
        for (int minute = 0; minute <= MINUTES; minute++) {
            demo.advanceTo(Duration.ofMinutes(minute));
            int missed = minute - 1;
            Stream.concat(ALWAYS.stream(), exporter.exposition().text().lines().filter(isRead))
                    .forEach(sample -> add(series, sample, missed));
        }
        cases = Files.writeString(folder.resolve("calm-day.yml"), promtoolFile(series));
    }

    /** Samples of families that no rule reads would be most of the file. */
    private static Predicate<String> readByRules() throws IOException {
        String families = METRIC.matcher(Files.readString(RULES))
                .results()
                .map(MatchResult::group)
                .distinct()
                .collect(Collectors.joining("|", "(", ")[ {].*"));
        return Pattern.compile(families).asMatchPredicate();
    }

    private static void add(Map<String, StringBuilder> series, String sample, int missed) {
        int value = sample.lastIndexOf(' ');
        StringBuilder values = series.computeIfAbsent(sample.substring(0, value), key -> new StringBuilder());
        if (values.isEmpty() && missed >= 0) {
            values.append("_x").append(missed);
        }
        values.append(sample, value, sample.length());
    }

    private static String promtoolFile(Map<String, StringBuilder> series) throws IOException {
        String groups = GROUP.matcher(Files.readString(RULES))
                .results()
                .map(group -> group.group(1))
                .collect(Collectors.joining(", "));
        String input = series.entrySet().stream()
                .map(each -> "      - {series: '%s', values: '%s'}\n"
                        .formatted(
                                labelled(each.getKey()),
                                each.getValue().toString().strip()))
                .collect(Collectors.joining());
        return """
                rule_files: [%s]
                evaluation_interval: 5m
                group_eval_order: [%s]
                tests:
                  - interval: 1m
                    input_series:
                %s    promql_expr_test:
                      - expr: 'group by (alertname) (count_over_time(ALERTS{alertstate="firing"}[2d]))'
                        eval_time: %dm
                        exp_samples: []
                      - expr: 'sum(openclaw_message_processed_total) > bool 1000'
                        eval_time: %dm
                        exp_samples: [{labels: '{}', value: 1}]
                """.formatted(RULES.toAbsolutePath().normalize(), groups, input, MINUTES, MINUTES);
    }

    private static String labelled(String key) {
        return key.endsWith("}") ? key.substring(0, key.length() - 1) + "," + TARGET + "}" : key + "{" + TARGET + "}";
    }

    @ParameterizedTest
    @ValueSource(strings = {"promtool", "promtool3"})
    void aHealthyDayFiresNothing(String promtool) {
        Tools.require(promtool);
        try (ChildProcess check = ChildProcess.start(List.of(promtool, "test", "rules", cases.toString()))) {
            int exitCode = check.awaitExit(LIMIT);
            assertThat(exitCode).as(check.out() + check.err()).isZero();
        }
    }
}
