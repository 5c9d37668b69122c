package ai.openclaw.diagnostics.cli;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingDouble;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.openclaw.diagnostics.cli.PrometheusApi.Point;
import ai.openclaw.diagnostics.cli.PrometheusApi.Series;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The recipes that the documentation promises to operators, letter for letter, against a Prometheus that scrapes a
 * running Gateway. What they must answer is computed from the events that were published.
 *
 * <p>Each series gets one event in a first batch, so that Prometheus has seen its first value, and what comes after that
 * in a second batch. All recipes but the last are evaluated at the time of the scrape after the second batch.
 */
class RecipesIT {

    private static final double EXACT = 1e-9;
    private static final long MAX_SERIES = 2048;
    private static final List<String> LE = List.of(
            "0.005", "0.01", "0.025", "0.05", "0.1", "0.25", "0.5", "1", "2.5", "5", "10", "30", "60", "120", "300",
            "600", "+Inf");

    private static final List<Usage> FIRST_USAGES = List.of(
            new Usage("anthropic", "claude-opus-4.6", 100, 10, 0.25),
            new Usage("anthropic", "claude-haiku-4.5", 2_000, 20, 0.001),
            new Usage("openai", "gpt-5.4", 70_000, 700, 1.5));
    private static final List<Usage> USAGES = List.of(
            new Usage("anthropic", "claude-opus-4.6", 1_200, 34, 0.0375),
            new Usage("anthropic", "claude-opus-4.6", 5_600, 78, 0.125),
            new Usage("anthropic", "claude-haiku-4.5", 910, 11, 0.002),
            new Usage("openai", "gpt-5.4", 1_213, 14, 0.75));

    private static final List<Run> FIRST_RUNS = List.of(
            new Run("anthropic", "claude-opus-4.6", "telegram", 3_000),
            new Run("anthropic", "claude-opus-4.6", "slack", 45_000),
            new Run("openai", "gpt-5.4", "telegram", 20));
    private static final List<Run> RUNS = List.of(
            new Run("anthropic", "claude-opus-4.6", "telegram", 700),
            new Run("anthropic", "claude-opus-4.6", "telegram", 1_800),
            new Run("anthropic", "claude-opus-4.6", "telegram", 4_100),
            new Run("anthropic", "claude-opus-4.6", "slack", 8_000),
            new Run("anthropic", "claude-opus-4.6", "slack", 95_000),
            new Run("openai", "gpt-5.4", "telegram", 240),
            new Run("openai", "gpt-5.4", "telegram", 260));

    private static final List<Wait> FIRST_WAITS = List.of(new Wait("main", 4), new Wait("cron", 4));
    private static final List<Wait> WAITS = List.of(
            new Wait("main", 30),
            new Wait("main", 90),
            new Wait("main", 900),
            new Wait("cron", 700),
            new Wait("cron", 8_000),
            new Wait("cron", 9_000));

    @TempDir
    private static Path folder;

    private static RunningGateway gateway;
    private static RunningPrometheus prometheus;
    private static long beforeMs;
    private static long afterMs;

    @BeforeAll
    static void publishTwoBatches() {
        Tools.require("prometheus");
        gateway = RunningGateway.fed(folder);
        prometheus = RunningPrometheus.scraping(gateway);
        beforeMs = publish("first-batch", FIRST_USAGES, FIRST_RUNS, FIRST_WAITS);
        afterMs = publish("second-batch", USAGES, RUNS, WAITS);
    }

    @AfterAll
    static void end() {
        if (prometheus != null) {
            prometheus.close();
        }
        if (gateway != null) {
            gateway.close();
        }
    }

    /** Returns the time of a scrape that began after all of it was recorded: the second one that shows the last event. */
    private static long publish(String name, List<Usage> usages, List<Run> runs, List<Wait> waits) {
        gateway.publish(Stream.of(
                        usages.stream().map(Usage::line),
                        runs.stream().map(Run::line),
                        waits.stream().map(Wait::line))
                .flatMap(Function.identity())
                .toList());
        gateway.publish(List.of(Events.marker(name)));
        return api().awaitSamples(Events.markerSeries(name), 2);
    }

    private static PrometheusApi api() {
        return prometheus.api();
    }

    @Test
    void aCounterGrowsByWhatWasPublishedBetweenTwoScrapes() throws IOException {
        assertThat(grown("openclaw_run_completed_total")).isEqualTo(RUNS.size());
        assertThat(grown("openclaw_run_duration_seconds_count")).isEqualTo(RUNS.size());
        assertThat(grown("openclaw_queue_lane_wait_seconds_count")).isEqualTo(WAITS.size());
        assertThat(grown("openclaw_model_tokens_total{token_type=\"input\"}"))
                .isEqualTo(USAGES.stream().mapToLong(Usage::input).sum());
        assertThat(grown("openclaw_run_duration_seconds_sum"))
                .isCloseTo(RUNS.stream().mapToLong(Run::ms).sum() / 1000.0, within(EXACT));
        assertThat(grown("openclaw_model_cost_usd_total"))
                .isCloseTo(USAGES.stream().mapToDouble(Usage::cost).sum(), within(EXACT));
    }

    private static double grown(String selector) throws IOException {
        String total = "sum(" + selector + ")";
        return api().query(total, afterMs).get(0).value()
                - api().query(total, beforeMs).get(0).value();
    }

    @Test
    void tokensByProviderAreThoseOfTheUsageReportsPerSecond() throws IOException {
        Map<String, Double> answer =
                answer("sum by (provider) (rate(openclaw_model_tokens_total[1m]))", afterMs, "provider");

        Duration window = Duration.ofMinutes(1);
        Map<String, Double> expected = usageSeries()
                .collect(groupingBy(
                        Usage::provider,
                        summingDouble(series -> (increase(tokens(series, "input", Usage::input), window)
                                        + increase(tokens(series, "output", Usage::output), window))
                                / window.toSeconds())));
        assertSame(answer, expected);
    }

    @Test
    void spendByModelIsThatOfTheUsageReports() throws IOException {
        Map<String, Double> answer =
                answer("sum by (model) (increase(openclaw_model_cost_usd_total[1h]))", afterMs, "model");

        Map<String, Double> expected = usageSeries()
                .collect(
                        groupingBy(Usage::model, summingDouble(series -> increase(cost(series), Duration.ofHours(1)))));
        assertSame(answer, expected);
    }

    @Test
    void the95thPercentileOfRunDurationIsThatOfTheRuns() throws IOException {
        Map<String, Double> answer = answer(
                "histogram_quantile(0.95, sum by (le, provider, model)"
                        + " (rate(openclaw_run_duration_seconds_bucket[5m])))",
                afterMs,
                "model");

        assertSame(
                answer,
                Map.of(
                        "claude-opus-4.6", Quantile.of(0.95, runBuckets("claude-opus-4.6")),
                        "gpt-5.4", Quantile.of(0.95, runBuckets("gpt-5.4"))));
        assertThat(answer.get("gpt-5.4")).as("both runs took about 250 ms").isBetween(0.1, 0.5);
        assertThat(answer.get("claude-opus-4.6"))
                .as("one of five runs took 95 s")
                .isBetween(60.0, 120.0);
    }

    @Test
    void theQueueWaitObjectiveHoldsForShortWaitsOnly() throws IOException {
        Map<String, Double> answer = answer(
                "histogram_quantile(0.95, sum by (le, lane) (rate(openclaw_queue_lane_wait_seconds_bucket[5m]))) < 2",
                afterMs,
                "lane");

        double shortWait = Quantile.of(0.95, waitBuckets("main"));
        double longWait = Quantile.of(0.95, waitBuckets("cron"));
        assertThat(shortWait).isLessThan(2);
        assertThat(longWait).isGreaterThan(2);
        assertSame(answer, Map.of("main", shortWait));
    }

    @Test
    void theCardinalityAlarmIsSilentUntilUpdatesAreDropped() throws IOException {
        String alarm = "increase(openclaw_prometheus_series_dropped_total[15m]) > 0";
        assertThat(api().query(alarm, afterMs)).isEmpty();

        long room = MAX_SERIES - gateway.metrics().series();
        int flood = 3_000;
        gateway.publish(IntStream.range(0, flood)
                .mapToObj(number -> Events.marker("leak-" + number))
                .toList());
        Growth drops = new Growth("openclaw_prometheus_series_dropped_total", 0, flood - room);
        long settledMs = awaitValue(drops.selector(), drops.added());

        assertThat(api().query(alarm, settledMs))
                .singleElement()
                .satisfies(series -> assertThat(series.value())
                        .isCloseTo(increase(drops, Duration.ofMinutes(15), settledMs), within(EXACT)));
    }

    private static long awaitValue(String selector, double value) {
        return api().awaitAnswer(
                        selector + " to be " + value,
                        () -> api().query(selector + "[1m]").stream()
                                .flatMap(series -> series.points().stream())
                                .filter(point -> point.value() == value)
                                .map(Point::atMs)
                                .findFirst());
    }

    // ------------------------------------------------------ what was published

    private static Stream<Usage> usageSeries() {
        return FIRST_USAGES.stream();
    }

    private static Growth tokens(Usage series, String type, ToDoubleFunction<Usage> value) {
        return usageGrowth("openclaw_model_tokens_total", series, ",token_type=\"" + type + "\"", value);
    }

    private static Growth cost(Usage series) {
        return usageGrowth("openclaw_model_cost_usd_total", series, "", Usage::cost);
    }

    private static Growth usageGrowth(String name, Usage series, String more, ToDoubleFunction<Usage> value) {
        String selector =
                name + "{provider=\"" + series.provider() + "\",model=\"" + series.model() + "\"" + more + "}";
        double added = USAGES.stream()
                .filter(usage -> usage.model().equals(series.model()))
                .mapToDouble(value)
                .sum();
        return new Growth(selector, value.applyAsDouble(series), added);
    }

    private static SortedMap<Double, Double> runBuckets(String model) {
        SortedMap<Double, Double> sum = new TreeMap<>();
        for (Run first : FIRST_RUNS) {
            if (first.model().equals(model)) {
                String labels = "model=\"" + model + "\",channel=\"" + first.channel() + "\"";
                List<Long> later = RUNS.stream()
                        .filter(run ->
                                run.model().equals(model) && run.channel().equals(first.channel()))
                        .map(Run::ms)
                        .toList();
                buckets("openclaw_run_duration_seconds", labels, first.ms(), later)
                        .forEach((bound, rate) -> sum.merge(bound, rate, Double::sum));
            }
        }
        return sum;
    }

    private static SortedMap<Double, Double> waitBuckets(String lane) {
        List<Long> later = WAITS.stream()
                .filter(wait -> wait.lane().equals(lane))
                .map(Wait::ms)
                .toList();
        return buckets("openclaw_queue_lane_wait_seconds", "lane=\"" + lane + "\"", 4, later);
    }

    /** Returns by how much the cumulative buckets of one histogram increased over five minutes. */
    private static SortedMap<Double, Double> buckets(String name, String labels, long firstMs, List<Long> laterMs) {
        SortedMap<Double, Double> increases = new TreeMap<>();
        for (String le : LE) {
            double bound = le.equals("+Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(le);
            String selector = name + "_bucket{" + labels + ",le=\"" + le + "\"}";
            double added = laterMs.stream().filter(ms -> ms / 1000.0 <= bound).count();
            increases.put(
                    bound,
                    increase(new Growth(selector, firstMs / 1000.0 <= bound ? 1 : 0, added), Duration.ofMinutes(5)));
        }
        return increases;
    }

    // ------------------------------------------------- what Prometheus makes of it

    private static double increase(Growth growth, Duration window) {
        return increase(growth, window, afterMs);
    }

    /** Takes the times of the scrapes from Prometheus, and nothing else: the values are those that were published. */
    private static double increase(Growth growth, Duration window, long endMs) {
        List<Series> found = rawSamples(growth.selector() + "[" + window.toSeconds() + "s]", endMs);
        assertThat(found).as(growth.selector()).hasSize(1);
        List<Point> points = found.get(0).points();
        assertThat(points.get(0).value())
                .as("first value of " + growth.selector())
                .isEqualTo(growth.first());
        assertThat(points.get(points.size() - 1).value())
                .as("last value of " + growth.selector())
                .isCloseTo(growth.first() + growth.added(), within(EXACT));
        return growth.increase(points, window, endMs);
    }

    private static List<Series> rawSamples(String selector, long endMs) {
        try {
            return api().query(selector, endMs);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Double> answer(String recipe, long atMs, String label) throws IOException {
        return api().query(recipe, atMs).stream()
                .collect(toMap(series -> series.labels().get(label), Series::value));
    }

    private static void assertSame(Map<String, Double> answer, Map<String, Double> expected) {
        assertThat(answer).containsOnlyKeys(expected.keySet());
        expected.forEach((label, value) ->
                assertThat(answer.get(label)).as(label).isCloseTo(value, within(Math.abs(value) * EXACT)));
    }

    /** A usage report. */
    private record Usage(String provider, String model, long input, long output, double cost) {
        String line() {
            return Events.trusted(new JsonObject()
                    .put("type", "model.usage")
                    .put("agentId", "main")
                    .put("channel", "telegram")
                    .put("provider", provider)
                    .put("model", model)
                    .put("usage", new JsonObject().put("input", input).put("output", output))
                    .put("costUsd", cost)
                    .put("durationMs", 1_000));
        }
    }

    /** A run. */
    private record Run(String provider, String model, String channel, long ms) {
        String line() {
            return Events.trusted(new JsonObject()
                    .put("type", "run.completed")
                    .put("channel", channel)
                    .put("provider", provider)
                    .put("model", model)
                    .put("outcome", "completed")
                    .put("trigger", "user")
                    .put("durationMs", ms));
        }
    }

    /** A wait in a queue lane. */
    private record Wait(String lane, long ms) {
        String line() {
            return Events.trusted(new JsonObject()
                    .put("type", "queue.lane.dequeue")
                    .put("lane", lane)
                    .put("queueSize", 0)
                    .put("waitMs", ms));
        }
    }
}
