package ai.openclaw.diagnostics.alerts;

import static ai.openclaw.diagnostics.catalog.domain.Labels.CHANNEL;
import static ai.openclaw.diagnostics.catalog.domain.MessageMetrics.MESSAGE_PROCESSED_TOTAL;
import static ai.openclaw.diagnostics.promql.Aggregations.sum;
import static ai.openclaw.diagnostics.promql.OverTime.growth;
import static ai.openclaw.diagnostics.promql.OverTime.increase;
import static ai.openclaw.diagnostics.promql.OverTime.increaseFromZero;
import static ai.openclaw.diagnostics.promql.OverTime.sumOfSteps;
import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.alerts.format.Yaml;
import ai.openclaw.diagnostics.catalog.Label;
import ai.openclaw.diagnostics.promql.Expression;
import ai.openclaw.diagnostics.promql.Scope;
import ai.openclaw.diagnostics.promql.Selector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Growth counts each event once, in Prometheus 2 and 3, whatever happens to the series that counts it. */
@Tag("slow")
class GrowthTest {

    private static final Label[] BY = {CHANNEL};

    @TempDir
    Path folder;

    /**
     * What happened.
     *
     * @param up each scrape of two hours at 30 s: whether it succeeded
     * @param samples what it found
     * @param memory how many samples of its memory the process had counted by then; empty of a process that counts none
     * @param events how many events there were
     */
    record History(String name, String up, String samples, String memory, int events) {
        History(String name, String up, String samples, int events) {
            this(name, up, samples, "", events);
        }

        /** Returns the counter of the messages. */
        Selector messages() {
            return Scope.of("namespace=\"" + name + "\",job=\"openclaw\"").of(MESSAGE_PROCESSED_TOTAL);
        }

        /** Returns what promtool reads. */
        List<Map<String, Object>> series() {
            List<Map<String, Object>> series = new ArrayList<>(List.of(
                    series("up", "", up),
                    series(
                            "openclaw_message_processed_total",
                            ",channel=\"telegram\",outcome=\"completed\"",
                            samples)));
            if (!memory.isEmpty()) {
                series.add(series("openclaw_memory_rss_bytes_count", "", memory));
            }
            return series;
        }

        private Map<String, Object> series(String metric, String labels, String values) {
            String target = "namespace=\"" + name + "\",job=\"openclaw\",instance=\"a\"";
            return Yaml.ordered("series", metric + "{" + target + labels + "}", "values", values);
        }

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

    /** Restarts that the counter itself does not show: its values before and after are the same, or grow. */
    static final List<History> HIDDEN_RESTARTS = List.of(
            new History("the same value before and after", "1x240", "1x99 1x140", "1+1x99 1+1x140", 1),
            new History("a greater value after", "1x240", "1x99 4x140", "1+1x99 1+1x140", 4),
            new History(
                    "the same value after a gap", "1x99 0x5 1x134", "2x99 stale _x4 2x134", "9x99 stale _x4 1x134", 2),
            new History(
                    "a counter that falls, and no sample of memory at first",
                    "1x240",
                    "5x99 2x140",
                    "9x99 stale 1x139",
                    2),
            new History("three restarts", "1x240", "1x59 1x60 1x60 1x58", "1+1x59 1+1x60 1+1x60 1+1x58", 3),
            new History("a restart whose value falls, too", "1x240", "4x99 1x140", "1+1x99 1+1x140", 1),
            new History("a restart of an idle process", "1x240", "0x99 0x140", "1+1x99 1+1x140", 0),
            new History("a process that goes away", "1x90 0x149", "7x90 stale _x148", "9x90 stale _x148", 0),
            new History("a failed scrape", "1x90 0 1x148", "7x90 stale 8x148", "9x90 stale 10x148", 1));

    /** In the second of two hours, in which nothing happens near the edges: there {@code increase} extrapolates. */
    private static final List<History> OF_DAYS = List.of(
            new History("the first event of all", "1x240", "_x180 1x60", 1),
            new History("a first sample of three", "1x240", "_x180 3x60", 3),
            new History("an idle Gateway", "1x240", "7x240", 0),
            new History("an old series seen for the first time", "_x180 1x60", "_x180 7x60", 0));

    static Stream<History> histories() {
        return Stream.concat(HISTORIES.stream(), HIDDEN_RESTARTS.stream());
    }

    @ParameterizedTest
    @FieldSource("ai.openclaw.diagnostics.alerts.Tool#PROMTOOLS")
    void eachEventIsCountedOnceInSteps(String promtool) throws IOException {
        assertThat(complaints(promtool, histories(), messages -> growth(messages, "2h", "5m", BY)))
                .as("in steps of five minutes")
                .isEmpty();
        assertThat(complaints(promtool, histories(), messages -> growth(messages, "2h", "1m", BY)))
                .as("in steps of a minute")
                .isEmpty();
    }

    @ParameterizedTest
    @FieldSource("ai.openclaw.diagnostics.alerts.Tool#PROMTOOLS")
    void aWindowSeesWhatHappenedInIt(String promtool) throws IOException {
        assertThat(complaints(
                        promtool, histories(), messages -> sumOfSteps(sum(growth(messages, "10m"), BY), "2h", "10m")))
                .isEmpty();
    }

    /** What reads each series once sees the first value, and a restart where the value falls; not one that hides in a gap. */
    @ParameterizedTest
    @FieldSource("ai.openclaw.diagnostics.alerts.Tool#PROMTOOLS")
    void increaseFromZeroSeesWhereSeriesBegin(String promtool) throws IOException {
        assertThat(complaints(promtool, OF_DAYS.stream(), messages -> increaseFromZero(messages, "1h")))
                .isEmpty();
    }

    @ParameterizedTest
    @FieldSource("ai.openclaw.diagnostics.alerts.Tool#PROMTOOLS")
    void increaseAloneMissesThem(String promtool) throws IOException {
        assertThat(complaints(promtool, Stream.of(HISTORIES.get(0)), messages -> sum(increase(messages, "2h"), BY)))
                .contains("FAILED");
    }

    /** Lets promtool count the events of each history, each in a namespace of its name: together they take as long as one. */
    private String complaints(String promtool, Stream<History> histories, Function<Selector, Expression> counted)
            throws IOException {
        List<Map<String, Object>> series = new ArrayList<>();
        List<Map<String, Object>> queries = new ArrayList<>();
        histories.forEach(history -> {
            series.addAll(history.series());
            queries.add(Yaml.ordered(
                    "expr",
                    sum(counted.apply(history.messages())).orZero().text(),
                    "eval_time",
                    "2h",
                    "exp_samples",
                    List.of(Map.of("labels", "{}", "value", history.events()))));
        });
        Map<String, Object> test = Yaml.ordered("interval", "30s", "input_series", series, "promql_expr_test", queries);
        Path file = folder.resolve("growth.yml");
        Files.writeString(file, Yaml.document("", Map.of("tests", List.of(test))));
        return Tool.require(promtool).complaints("test", "rules", file.toString());
    }
}
