package ai.openclaw.diagnostics.alerts;

import static ai.openclaw.diagnostics.catalog.domain.MessageMetrics.MESSAGE_PROCESSED_TOTAL;
import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.alerts.format.Yaml;
import ai.openclaw.diagnostics.alerts.recorded.CountedGroup;
import ai.openclaw.diagnostics.alerts.rule.Engine;
import ai.openclaw.diagnostics.alerts.rule.Recording;
import ai.openclaw.diagnostics.promql.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is recorded from evaluation to evaluation adds up to what happened, whatever happens to the counters. */
class CountsTest {

    private static final String GATEWAY = "job=\"openclaw\",instance=\"a\"";
    private static final String MESSAGES = "openclaw_message_processed_total{" + GATEWAY + ",outcome=\"completed\"";

    /** Histories that one window with its edges would count wrong. */
    private static final List<GrowthTest.History> OF_MORE_THAN_A_WINDOW = List.of(
            new GrowthTest.History("two restarts within minutes", "1x240", "9x99 2 1x139", 3),
            new GrowthTest.History("a restart in a gap", "1x90 0x9 1x139", "7x90 stale _x8 2x139", 2),
            new GrowthTest.History("away for longer than an hour", "1x20 0x180 1x39", "7x20 stale _x179 9x39", 0));

    @TempDir
    Path folder;

    private Map<String, String> externalLabels = Map.of();

    static Stream<Arguments> promtoolsAndEngines() {
        return Tool.PROMTOOLS.stream()
                .flatMap(promtool -> Stream.of(Engine.values())
                        .flatMap(engine ->
                                Stream.of("30s", "1m").map(interval -> Arguments.of(promtool, engine, interval))));
    }

    @ParameterizedTest
    @MethodSource("promtoolsAndEngines")
    void growthsAddUpToTheEvents(String promtool, Engine engine, String interval) throws IOException {
        List<GrowthTest.History> histories = Stream.concat(GrowthTest.histories(), OF_MORE_THAN_A_WINDOW.stream())
                .filter(history -> interval.equals("30s") || !history.name().contains("within minutes"))
                .toList();
        List<Map<String, Object>> series =
                histories.stream().flatMap(history -> history.series().stream()).toList();
        List<Map<String, Object>> counts = histories.stream()
                .map(history -> count("namespace=\"" + history.name() + "\"", history.events()))
                .toList();

        assertThat(complaints(promtool, engine, interval, test("histories", series, counts)))
                .isEmpty();
    }

    /** Series of one process are added up before they are compared: one may be new while others grow. */
    @ParameterizedTest
    @FieldSource("ai.openclaw.diagnostics.alerts.Tool#PROMTOOLS")
    void seriesOfAGatewayAreOneCount(String promtool) throws IOException {
        List<Map<String, Object>> series = List.of(
                series("up{" + GATEWAY + "}", "1x240"),
                series(MESSAGES + ",channel=\"telegram\"}", "7x60 8x60 stale 1x117"),
                series(MESSAGES + ",channel=\"slack\"}", "_x60 3x60 stale _x117"));

        assertThat(complaints(promtool, Engine.PROMETHEUS, "1m", test("a restart", series, 5)))
                .isEmpty();
    }

    /** vmalert adds its external labels to what it records. Without regard to them, every sum would be a new one. */
    @ParameterizedTest
    @FieldSource("ai.openclaw.diagnostics.alerts.Tool#PROMTOOLS")
    void labelsThatTheEngineAddsMakeNoSumNew(String promtool) throws IOException {
        externalLabels = Map.of("from", "vmalert");
        List<Map<String, Object>> series = List.of(
                series("up{" + GATEWAY + "}", "1x240"),
                series(MESSAGES + ",channel=\"telegram\"}", "7x60 8x60 stale _x10 1x108"));

        assertThat(complaints(promtool, Engine.VMALERT, "1m", test("two events", series, 2)))
                .isEmpty();
    }

    /** Sums of fractions depend on the order of their parts: what falls by less than an event is no restart. */
    @ParameterizedTest
    @FieldSource("ai.openclaw.diagnostics.alerts.Tool#PROMTOOLS")
    void aSumThatFallsByRoundingIsNoRestart(String promtool) throws IOException {
        List<Map<String, Object>> series = List.of(
                series("up{" + GATEWAY + "}", "1x240"),
                series(MESSAGES + ",channel=\"telegram\"}", "4096x60 4095.9998x60 4096x119"));

        assertThat(complaints(promtool, Engine.PROMETHEUS, "1m", test("rounding", series, 0)))
                .isEmpty();
    }

    private static Map<String, Object> test(String name, List<Map<String, Object>> series, int events) {
        return test(name, series, List.of(count("", events)));
    }

    private static Map<String, Object> test(
            String name, List<Map<String, Object>> series, List<Map<String, Object>> counts) {
        return Yaml.ordered("name", name, "interval", "30s", "input_series", series, "promql_expr_test", counts);
    }

    private static Map<String, Object> count(String matchers, int events) {
        return Yaml.ordered(
                "expr",
                "sum(sum_over_time(job_outcome:openclaw_message_processed:growth{" + matchers
                        + "}[2h1ms])) or vector(0)",
                "eval_time",
                "2h",
                "exp_samples",
                List.of(Yaml.ordered("labels", "{}", "value", events)));
    }

    private static Map<String, Object> series(String name, String values) {
        return Yaml.ordered("series", name, "values", values);
    }

    private String complaints(String promtool, Engine engine, String interval, Map<String, Object> test)
            throws IOException {
        Files.writeString(folder.resolve("rules.yml"), Yaml.document("", Map.of("groups", List.of(group(engine)))));
        Map<String, Object> file = Yaml.ordered(
                "rule_files", List.of("rules.yml"), "evaluation_interval", interval, "tests", List.of(test));
        Path cases = Files.writeString(folder.resolve("cases.yml"), Yaml.document("", file));
        return Tool.require(promtool).complaints("test", "rules", cases.toString());
    }

    private Map<String, Object> group(Engine engine) {
        Scope scope = Scope.of("job=\"openclaw\"");
        CountedGroup group = new CountedGroup(scope, engine, "slo");
        List<Recording> rules = new ArrayList<>(group.ofProcesses());
        rules.addAll(group.outcomes("openclaw_message_processed", scope.of(MESSAGE_PROCESSED_TOTAL), "5m", "error")
                .recordings());
        return Yaml.ordered(
                "name", "counts", "rules", rules.stream().map(this::asYaml).toList());
    }

    private Map<String, Object> asYaml(Recording rule) {
        Map<String, Object> fields =
                Yaml.ordered("record", rule.name(), "expr", rule.expression().text());
        if (!externalLabels.isEmpty()) {
            fields.put("labels", externalLabels);
        }
        return fields;
    }
}
