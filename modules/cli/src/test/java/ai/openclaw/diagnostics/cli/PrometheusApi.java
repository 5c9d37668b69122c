package ai.openclaw.diagnostics.cli;

import ai.openclaw.diagnostics.testing.Await;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The part of Prometheus's HTTP API that tests ask. */
final class PrometheusApi {

    private static final Duration LIMIT = Await.PATIENCE;

    private final String url;
    private final Supplier<String> evidence;

    PrometheusApi(String url, Supplier<String> evidence) {
        this.url = url;
        this.evidence = evidence;
    }

    /** A value at a time, in milliseconds since 1970. */
    record Point(long atMs, double value) {

        private static Point of(JsonArray pair) {
            return new Point(Math.round(pair.getDouble(0) * 1000), number(pair.getString(1)));
        }

        private static double number(String text) {
            return text.equals("+Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(text);
        }
    }

    /** A series with what a query found of it: one point for an instant, several for a range. */
    record Series(Map<String, String> labels, List<Point> points) {

        private static Series of(JsonObject series) {
            Map<String, String> labels = new TreeMap<>();
            series.getJsonObject("metric").forEach(label -> labels.put(label.getKey(), (String) label.getValue()));
            JsonArray values = series.getJsonArray("values", JsonArray.of(series.getJsonArray("value")));
            return new Series(
                    labels, objects(values, JsonArray.class).map(Point::of).toList());
        }

        /** Returns the value of an instant. */
        double value() {
            return points.get(0).value();
        }

        /** Returns its key in an exposition: without the labels that Prometheus adds. */
        String exposedKey() {
            Map<String, String> exposed = new TreeMap<>(labels);
            exposed.keySet().removeAll(List.of("__name__", "instance", "job"));
            return ExpositionText.key(labels.getOrDefault("__name__", ""), exposed);
        }
    }

    /** What Prometheus knows of its one target. */
    record Target(String health, String lastError) {}

    /** Evaluates an expression now. */
    List<Series> query(String expression) throws IOException {
        return series("/api/v1/query?query=" + encoded(expression));
    }

    /** Evaluates an expression at a time. */
    List<Series> query(String expression, long atMs) throws IOException {
        return series("/api/v1/query?query=" + encoded(expression) + "&time=" + atMs / 1000 + "."
                + String.format("%03d", atMs % 1000));
    }

    /** Evaluates an expression for every second of a time range. */
    List<Series> range(String expression, long fromMs, long toMs) throws IOException {
        return series("/api/v1/query_range?query=" + encoded(expression) + "&start=" + fromMs / 1000 + "&end="
                + toMs / 1000 + "&step=1");
    }

    /** Returns the values that a label of these series has. */
    List<String> labelValues(String label, String selector) throws IOException {
        JsonArray values = get("/api/v1/label/" + label + "/values?match[]=" + encoded(selector))
                .getJsonArray("data");
        return objects(values, String.class).toList();
    }

    /** Returns the samples that a selector matches now, by key. */
    ExpositionText samples(String selector) throws IOException {
        return ExpositionText.ofSamples(
                query(selector).stream().collect(Collectors.toMap(Series::exposedKey, Series::value)));
    }

    /** Returns the types of metrics by name, as the target declared them. */
    Map<String, String> types() throws IOException {
        return objects(get("/api/v1/targets/metadata").getJsonArray("data"), JsonObject.class)
                .collect(Collectors.toMap(entry -> entry.getString("metric"), entry -> entry.getString("type")));
    }

    /** Waits until the target has been scraped, or not, and returns what came of it. */
    Target awaitTarget() {
        return awaitAnswer(
                "Prometheus to scrape",
                () -> target().filter(target -> !target.health().equals("unknown")));
    }

    private Optional<Target> target() throws IOException {
        JsonArray targets = get("/api/v1/targets").getJsonObject("data").getJsonArray("activeTargets");
        return objects(targets, JsonObject.class)
                .findFirst()
                .map(target -> new Target(target.getString("health"), target.getString("lastError")));
    }

    /** Waits until the series that this selector names has so many samples; returns the time of the last of these. */
    long awaitSamples(String selector, int count) {
        return awaitAnswer(
                count + " samples of " + selector,
                () -> query(selector + "[1h]").stream()
                        .map(Series::points)
                        .filter(points -> points.size() >= count)
                        .map(points -> points.get(count - 1).atMs())
                        .findFirst());
    }

    /** Waits until there is a scrape that began later than now. */
    void awaitScrape() {
        long now = System.currentTimeMillis();
        awaitAnswer(
                "a scrape",
                () -> query("up[1m]").stream()
                        .flatMap(series -> series.points().stream())
                        .filter(point -> point.atMs() > now)
                        .findFirst());
    }

    /** Asks until there is an answer. */
    <T> T awaitAnswer(String what, Await.Probe<T> probe) {
        return Await.answer(what, LIMIT, evidence, probe);
    }

    private List<Series> series(String path) throws IOException {
        JsonArray result = get(path).getJsonObject("data").getJsonArray("result");
        return objects(result, JsonObject.class).map(Series::of).toList();
    }

    private JsonObject get(String path) throws IOException {
        HttpResponse<String> response = Loopback.get(url + path, Map.of());
        if (response.statusCode() != 200) {
            throw new AssertionError(path + ": " + response.statusCode() + " " + response.body());
        }
        return new JsonObject(response.body());
    }

    private static <T> Stream<T> objects(JsonArray array, Class<T> type) {
        return IntStream.range(0, array.size()).mapToObj(array::getValue).map(type::cast);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
