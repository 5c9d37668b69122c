package ai.openclaw.diagnostics.benchmarks;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;

/** What JMH and the load test wrote. Scores are medians over all iterations of all forks. */
final class Results {

    private static final Pattern MEDIAN = Pattern.compile("median (\\d+) ms");

    private final Path folder;
    private final List<JsonObject> benchmarks = new ArrayList<>();

    Results(Path folder) throws IOException {
        this.folder = folder;
        for (String name : List.of("record", "parts", "scrape-2048", "scrape-growth", "line", "policy")) {
            for (Object entry : new JsonArray(Files.readString(folder.resolve(name + ".json")))) {
                benchmarks.add((JsonObject) entry);
            }
        }
    }

    JsonArray load() throws IOException {
        return new JsonArray(Files.readString(folder.resolve("load.json")));
    }

    JsonObject memory() throws IOException {
        return new JsonObject(Files.readString(folder.resolve("memory.json")));
    }

    /** Returns the milliseconds from a Gateway's start to its first scrape: the median of some runs. */
    double start() throws IOException {
        Matcher median = MEDIAN.matcher(Files.readString(folder.resolve("start.txt")));
        if (!median.find()) {
            throw new IOException("start.txt: no median");
        }
        return Double.parseDouble(median.group(1));
    }

    /** Returns the median of a benchmark with these parameters, in its own unit. */
    double score(String name, Map<String, String> parameters) {
        JsonObject result = find(name, parameters);
        String group = name.substring(name.lastIndexOf('.') + 1);
        JsonObject metric = result.getJsonObject("primaryMetric");
        if (group.equals("besideAScraper")) {
            metric = result.getJsonObject("secondaryMetrics").getJsonObject("record");
        }
        return median(metric);
    }

    /** Returns the greatest median of all benchmarks whose name begins like this, with any parameters. */
    double greatest(String beginning) {
        return benchmarks.stream()
                .filter(it -> it.getString("benchmark").contains("." + beginning))
                .mapToDouble(it -> median(it.getJsonObject("primaryMetric")))
                .max()
                .orElseThrow();
    }

    /** Returns the values of a benchmark's parameter, in their order. */
    List<String> parameters(String name, String parameter) {
        return benchmarks.stream()
                .filter(it -> it.getString("benchmark").endsWith("." + name))
                .map(it -> it.getJsonObject("params").getString(parameter))
                .toList();
    }

    /** Returns the bytes that a benchmark allocates each time. */
    double bytes(String name, Map<String, String> parameters) {
        return median(find(name, parameters).getJsonObject("secondaryMetrics").getJsonObject("gc.alloc.rate.norm"));
    }

    private static double median(JsonObject metric) {
        double[] all = metric.getJsonArray("rawData").stream()
                .flatMap(fork -> ((JsonArray) fork).stream())
                .mapToDouble(value -> ((Number) value).doubleValue())
                .sorted()
                .toArray();
        return DoubleStream.of(all[(all.length - 1) / 2], all[all.length / 2])
                .average()
                .orElseThrow();
    }

    private JsonObject find(String name, Map<String, String> parameters) {
        return benchmarks.stream()
                .filter(it -> it.getString("benchmark").endsWith("." + name))
                .filter(it -> parameters.entrySet().stream()
                        .allMatch(p ->
                                p.getValue().equals(it.getJsonObject("params").getString(p.getKey()))))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no result of " + name + " with " + parameters));
    }
}
