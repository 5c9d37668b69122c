package ai.openclaw.diagnostics.alerts;

import static ai.openclaw.diagnostics.catalog.domain.Labels.CHANNEL;
import static ai.openclaw.diagnostics.catalog.domain.MessageMetrics.MESSAGE_PROCESSED_TOTAL;
import static ai.openclaw.diagnostics.promql.Promql.growth;
import static ai.openclaw.diagnostics.promql.Promql.increase;
import static ai.openclaw.diagnostics.promql.Promql.increaseFromZero;
import static ai.openclaw.diagnostics.promql.Promql.sum;
import static ai.openclaw.diagnostics.promql.Promql.sumOfSteps;
import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.alerts.format.Yaml;
import ai.openclaw.diagnostics.catalog.Label;
import ai.openclaw.diagnostics.promql.Expression;
import ai.openclaw.diagnostics.promql.Scope;
import ai.openclaw.diagnostics.promql.Selector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Growth counts each event once, in Prometheus 2 and 3, whatever happens to the series that counts it. */
@Tag("slow")
class GrowthTest {

    private static final String UP = "up{job=\"openclaw\",instance=\"a\"}";
    private static final String COUNTER =
            "openclaw_message_processed_total{job=\"openclaw\",instance=\"a\",channel=\"telegram\"}";
    private static final Selector MESSAGES = Scope.of("job=\"openclaw\"").of(MESSAGE_PROCESSED_TOTAL);
    private static final Label[] BY = {CHANNEL};

    @TempDir
    Path folder;

    /**
     * What happened.
     *
     * @param up each scrape of two hours at 30 s: whether it succeeded
     * @param samples what it found
     * @param events how many events there were
     */
    record History(String name, String up, String samples, int events) {
        @Override
        public String toString() {
            return name;
        }
    }

    static final List<History> HISTORIES = List.of(
            new History("the first event of all", "1x240", "_x99 1x140", 1),
            new History("a first sample of three", "1x240", "_x99 3x20 4x119", 4),
            new History("events of an old series", "1x240", "7x99 8x20 9x119", 2),
            new History("one event on each side of every boundary", "1x240", "0x20 1x18 2x0 3x59 4x0 5x139", 5),
            new History("a restart that loses the series", "1x240", "4x99 stale _x40 1x97", 1),
            new History("a restart that is seen as a reset", "1x240", "4x99 1x140", 1),
            new History(
                    "three restarts with an event each",
                    "1x240",
                    "_x20 1x20 stale _x30 1x20 stale _x30 1x20 stale _x91",
                    3),
            new History("a failed scrape in a boundary", "1x78 0 1x160", "7x78 stale 8x160", 1),
            new History("a gap in which events go on", "1x90 0x19 1x129", "7x90 stale _x18 9x129", 2),
            new History("a gap in which the first event comes", "1x90 0x59 1x89", "_x151 1x89", 1),
            new History("a Gateway that goes away", "1x90 0x149", "7x90 stale _x148", 0),
            new History("an idle Gateway", "1x240", "7x240", 0),
            new History("an old series seen for the first time", "_x100 1x140", "_x100 7x140", 0),
            new History("a series of an unknown target", "_x240", "7x100 8x140", 1));

    /** In the second of two hours, in which nothing happens near the edges: there {@code increase} extrapolates. */
    private static final List<History> OF_DAYS = List.of(
            new History("the first event of all", "1x240", "_x180 1x60", 1),
            new History("a first sample of three", "1x240", "_x180 3x60", 3),
            new History("an idle Gateway", "1x240", "7x240", 0),
            new History("an old series seen for the first time", "_x180 1x60", "_x180 7x60", 0));

    static Stream<Arguments> historiesAndPromtools() {
        return Tool.PROMTOOLS.stream()
                .flatMap(promtool -> HISTORIES.stream().map(history -> Arguments.of(promtool, history)));
    }

    @ParameterizedTest
    @MethodSource("historiesAndPromtools")
    void eachEventIsCountedOnce(String promtool, History history) throws IOException {
        assertThat(complaints(promtool, history, growth(MESSAGES, "2h", "5m", BY)))
                .as("in steps of five minutes")
                .isEmpty();
        assertThat(complaints(promtool, history, growth(MESSAGES, "2h", "1m", BY)))
                .as("in steps of a minute")
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("historiesAndPromtools")
    void aWindowSeesWhatHappenedInIt(String promtool, History history) throws IOException {
        Expression windows = sum(growth(MESSAGES, "10m"), BY);
        assertThat(complaints(promtool, history, sumOfSteps(windows, "2h", "10m")))
                .isEmpty();
    }

    /** What reads each series once sees the first value, and a restart where the value falls; not one that hides in a gap. */
    @ParameterizedTest
    @FieldSource("ai.openclaw.diagnostics.alerts.Tool#PROMTOOLS")
    void increaseFromZeroSeesWhereSeriesBegin(String promtool) throws IOException {
        for (History history : OF_DAYS) {
            assertThat(complaints(promtool, history, increaseFromZero(MESSAGES, "1h")))
                    .as(history.name())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @FieldSource("ai.openclaw.diagnostics.alerts.Tool#PROMTOOLS")
    void increaseAloneMissesThem(String promtool) throws IOException {
        assertThat(complaints(promtool, HISTORIES.get(0), sum(increase(MESSAGES, "2h"), BY)))
                .contains("FAILED");
    }

    private String complaints(String promtool, History history, Expression counted) throws IOException {
        Map<String, Object> test = new LinkedHashMap<>();
        test.put("interval", "30s");
        test.put(
                "input_series",
                List.of(
                        Map.of("series", UP, "values", history.up()),
                        Map.of("series", COUNTER, "values", history.samples())));
        test.put(
                "promql_expr_test",
                List.of(Map.of(
                        "expr",
                        sum(counted).orZero().text(),
                        "eval_time",
                        "2h",
                        "exp_samples",
                        List.of(Map.of("labels", "{}", "value", history.events())))));
        Path file = folder.resolve("growth.yml");
        Files.writeString(file, Yaml.document("", Map.of("tests", List.of(test))));
        return Tool.require(promtool).complaints("test", "rules", file.toString());
    }
}
