package ai.openclaw.diagnostics.preview.query;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A Prometheus, asked through its HTTP API about a time range. */
public final class Prometheus {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final HttpClient client = HttpClient.newHttpClient();
    private final String url;
    private final TimeLapse time;

    /**
     * @param url the address of the server
     * @param time what is asked for
     */
    public Prometheus(String url, TimeLapse time) {
        this.url = url;
        this.time = time;
    }

    /** Evaluates a query at the end of the range. */
    public List<Series> now(String query) throws IOException, InterruptedException {
        return ask("/api/v1/query", query, "&time=" + time.endSeconds());
    }

    /** Evaluates a query for every step of the range. */
    public List<Series> range(String query) throws IOException, InterruptedException {
        return ask(
                "/api/v1/query_range",
                query,
                "&start=" + time.startSeconds() + "&end=" + time.endSeconds() + "&step=" + time.stepSeconds());
    }

    private List<Series> ask(String path, String query, String when) throws IOException, InterruptedException {
        String body = "query=" + URLEncoder.encode(time.query(query), StandardCharsets.UTF_8) + when;
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + path))
                .timeout(TIMEOUT)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException("Prometheus refused a query with " + response.statusCode() + " " + response.body()
                    + ": " + time.query(query));
        }
        List<Series> found = new ArrayList<>();
        for (Json series : Json.of(response.body()).at("data", "result").items()) {
            found.add(series(series));
        }
        return found;
    }

    private Series series(Json json) {
        Map<String, String> labels = new LinkedHashMap<>();
        json.at("metric").fields().forEach((name, value) -> labels.put(name, value.text("")));
        return new Series("", labels, json.at("value").isThere() ? one(json.at("value")) : many(json.at("values")));
    }

    private static double[] one(Json pair) {
        return new double[] {number(pair)};
    }

    private double[] many(Json pairs) {
        double[] values = new double[TimeLapse.STEPS + 1];
        Arrays.fill(values, Double.NaN);
        for (Json pair : pairs.items()) {
            double at = pair.items().get(0).number(0);
            int step = (int) Math.round((at - time.startSeconds()) / time.stepSeconds());
            values[Math.min(step, TimeLapse.STEPS)] = number(pair);
        }
        return values;
    }

    private static double number(Json pair) {
        String text = pair.items().get(1).text("NaN");
        return text.endsWith("Inf") ? Double.NaN : Double.parseDouble(text);
    }
}
