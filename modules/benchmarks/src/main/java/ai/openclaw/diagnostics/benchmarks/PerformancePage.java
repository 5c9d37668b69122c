package ai.openclaw.diagnostics.benchmarks;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Writes the page on performance and its charts from the results. Usage: {@code PerformancePage RESULTS DOCS}. */
public final class PerformancePage {

    private static final List<String> PEERS = List.of("client_java", "micrometer", "opentelemetry");

    private final Results results;
    private final Path docs;

    private PerformancePage(Results results, Path docs) {
        this.results = results;
        this.docs = docs;
    }

    /** Writes them. */
    public static void main(String[] arguments) throws IOException {
        new PerformancePage(new Results(Path.of(arguments[0])), Path.of(arguments[1])).write();
    }

    private void write() throws IOException {
        String page;
        try (InputStream template = PerformancePage.class.getResourceAsStream("performance.md")) {
            page = new String(Objects.requireNonNull(template).readAllBytes(), StandardCharsets.UTF_8);
        }
        page = page.replace("{{machine}}", machine())
                .replace("{{goals}}", goals())
                .replace("{{record}}", record())
                .replace("{{parts}}", parts())
                .replace("{{scrape}}", scrape())
                .replace("{{growth}}", growth())
                .replace("{{policy}}", policy())
                .replace("{{load}}", load())
                .replace("{{memory}}", memory());
        Files.writeString(docs.resolve("performance.md"), page);
        Path images = Files.createDirectories(docs.resolve("images"));
        Files.writeString(images.resolve("record.svg"), recordChart());
        Files.writeString(images.resolve("scrape.svg"), scrapeChart());
    }

    private static String machine() {
        return "Java " + Runtime.version().feature() + " (" + System.getProperty("java.vm.name") + "), "
                + Runtime.getRuntime().availableProcessors() + " processors, " + System.getProperty("os.name") + " "
                + System.getProperty("os.arch");
    }

    // ------------------------------------------------------------------ events

    private double event(String benchmark, String library) {
        return results.score("RecordBenchmark." + benchmark, Map.of("library", library));
    }

    private double workload() {
        return results.score("RecordBenchmark.workload", Map.of());
    }

    private String record() {
        StringBuilder table = new StringBuilder(
                "| | one thread, ns (B) | two threads, ns | beside a scraper, ns |\n|---|---|---|---|\n");
        for (String library : List.of("openclaw", "client_java", "micrometer", "opentelemetry")) {
            table.append(String.format(
                    Locale.ROOT,
                    "| %s | %s (%s) | %s | %s |%n",
                    library.equals("openclaw") ? "**openclaw**, with its label policy" : library,
                    number(event("oneThread", library)),
                    number(results.bytes("RecordBenchmark.oneThread", Map.of("library", library))),
                    number(event("twoThreads", library)),
                    number(event("besideAScraper", library))));
        }
        table.append(String.format(
                Locale.ROOT,
                "| the strings and numbers of the event alone | %s (%s) | | |%n| a map hit by all labels, and one adder | %s (%s) | | |%n",
                number(workload()),
                number(results.bytes("RecordBenchmark.workload", Map.of())),
                number(results.score("RecordBenchmark.mapHit", Map.of())),
                number(results.bytes("RecordBenchmark.mapHit", Map.of()))));
        return table.toString();
    }

    private String parts() {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("PartsBenchmark.indexProbe", "the look-up of five strings");
        parts.put("PartsBenchmark.probeAndCount", "the look-up and a counter");
        parts.put("PartsBenchmark.probeAndObserve", "the look-up and a histogram");
        parts.put("PartsBenchmark.probeObserveAndCount", "the look-up, and both in one update");
        parts.put("PartsBenchmark.bucket", "a bucket by its value");
        parts.put("PartsBenchmark.binarySearch", "the same by binary search");
        StringBuilder table = new StringBuilder("| part, net of the workload | ns |\n|---|---|\n");
        parts.forEach((name, what) -> table.append("| ")
                .append(what)
                .append(" | ")
                .append(number(results.score(name, Map.of()) - workload()))
                .append(" |\n"));
        return table.toString();
    }

    private String recordChart() {
        Map<String, Double> bars = new LinkedHashMap<>();
        bars.put("workload alone", workload());
        bars.put("openclaw", event("oneThread", "openclaw"));
        PEERS.forEach(library -> bars.put(library, event("oneThread", library)));
        return BarChart.svg("One event of two families with five labels", "ns", bars);
    }

    // ----------------------------------------------------------------- scrapes

    private double ours(String benchmark, int series, int changed) {
        return results.score("ScrapeBenchmark." + benchmark, Map.of("series", series + "", "changed", changed + ""));
    }

    private double peer(String library, int series) {
        return results.score("ScrapeBenchmark.peer", Map.of("library", library, "series", series + ""));
    }

    private double deflate(int level) {
        return results.score("ScrapeBenchmark.deflate", Map.of("level", level + ""));
    }

    private String scrape() {
        StringBuilder table =
                new StringBuilder("| changed since the last scrape | nothing | 5 % | all |\n|---|---|---|---|\n");
        for (String encoding : List.of("identity", "gzip")) {
            table.append("| **openclaw**, ").append(encoding).append(" |");
            for (int changed : new int[] {0, 5, 100}) {
                table.append(' ').append(number(ours(encoding, 2048, changed))).append(" |");
            }
            table.append('\n');
        }
        table.append("| a copy of the body | | | ")
                .append(number(ours("copy", 2048, 100)))
                .append(" |\n");
        PEERS.forEach(library -> table.append("| ")
                .append(library)
                .append(", identity | | | ")
                .append(number(peer(library, 2048)))
                .append(" |\n"));
        return table.append(String.format(
                        Locale.ROOT,
                        "| the JDK's compressor on the body, level 1 / 6 | | | %s / %s |%n",
                        number(deflate(1)),
                        number(deflate(6))))
                .toString();
    }

    private String scrapeChart() {
        Map<String, Double> bars = new LinkedHashMap<>();
        bars.put("copy of the body", ours("copy", 2048, 100));
        bars.put("openclaw, nothing changed", ours("identity", 2048, 0));
        bars.put("openclaw, all changed", ours("identity", 2048, 100));
        bars.put("openclaw, all, gzip", ours("gzip", 2048, 100));
        PEERS.forEach(library -> bars.put(library, peer(library, 2048)));
        return BarChart.svg("Scrape of 2,048 series", "µs", bars);
    }

    private String growth() {
        StringBuilder table = new StringBuilder(
                "| series | openclaw, all changed | a copy of the body | client_java | micrometer | opentelemetry |\n|---|---|---|---|---|---|\n");
        for (int series : new int[] {256, 2048, 20480}) {
            table.append(String.format(
                    Locale.ROOT,
                    "| %,d | %s | %s | %s | %s | %s |%n",
                    series,
                    number(ours("identity", series, 100)),
                    number(ours("copy", series, 100)),
                    number(peer("client_java", series)),
                    number(peer("micrometer", series)),
                    number(peer("opentelemetry", series))));
        }
        return table.toString();
    }

    // ------------------------------------------------------------------ others

    private String policy() {
        StringBuilder table = new StringBuilder("| value | as a label, ns (B) | as a lane, ns |\n|---|---|---|\n");
        for (String value : results.parameters("PolicyBenchmark.label", "value")) {
            table.append(String.format(
                    Locale.ROOT,
                    "| `%s` | %s (%s) | %s |%n",
                    value,
                    number(results.score("PolicyBenchmark.label", Map.of("value", value))),
                    number(results.bytes("PolicyBenchmark.label", Map.of("value", value))),
                    number(results.score("PolicyBenchmark.lane", Map.of("value", value)))));
        }
        return table.toString();
    }

    private String load() throws IOException {
        StringBuilder table = new StringBuilder(
                "| series | encoding | beside | | p50, ms | p99, ms | max, ms | loop held, ms | bytes |\n|---|---|---|---|---|---|---|---|---|\n");
        for (Object entry : results.load()) {
            JsonObject row = (JsonObject) entry;
            boolean answered = row.getInteger("failed") == 0 && row.getLong("scrapes") > 0;
            table.append(String.format(
                    Locale.ROOT,
                    "| %,d | %s | %s | %s | %s | %s | %s | %s | %s |%n",
                    row.getInteger("series"),
                    row.getString("encoding"),
                    row.getString("scenario").toLowerCase(Locale.ROOT).replace('_', ' '),
                    row.getString("library").equals("openclaw") ? "**openclaw**" : row.getString("library"),
                    answered ? ms(row, "p50Us") : "no answer",
                    answered ? ms(row, "p99Us") : "",
                    answered ? ms(row, "maxUs") : "",
                    row.getString("library").equals("client_java") ? "" : ms(row, "heldUs"),
                    answered ? String.format(Locale.ROOT, "%,d", row.getLong("bytes")) : ""));
        }
        return table.toString();
    }

    private static String ms(JsonObject row, String key) {
        return number(row.getLong(key) / 1000.0);
    }

    private String memory() throws IOException {
        JsonObject memory = results.memory();
        return String.format(
                Locale.ROOT,
                "%.1f MB for the store, %.1f MB with the texts of its exposition, for a body of %.1f MB, at %d processors",
                memory.getLong("storeBytes") / 1e6,
                memory.getLong("withExpositionBytes") / 1e6,
                memory.getLong("bodyBytes") / 1e6,
                memory.getInteger("processors"));
    }

    // ------------------------------------------------------------------- goals

    private String goals() throws IOException {
        double net = event("oneThread", "openclaw") - workload();
        double copy = ours("copy", 2048, 100);
        double least = PEERS.stream().mapToDouble(it -> peer(it, 2048)).min().orElseThrow();
        StringBuilder table = new StringBuilder("| what | goal | measured |\n|---|---|---|\n");
        goal(table, "one event, net of the workload, ns", "≤ 40", net);
        double allocated = results.bytes("RecordBenchmark.oneThread", Map.of("library", "openclaw"))
                - results.bytes("RecordBenchmark.workload", Map.of());
        goal(table, "the same, bytes allocated", "≤ 0", Math.rint(allocated));
        goal(table, "the same on two threads, times", "≤ 1.5", (event("twoThreads", "openclaw") - workload()) / net);
        goal(
                table,
                "the same beside a scraper, times",
                "≤ 1.5",
                (event("besideAScraper", "openclaw") - workload()) / net);
        for (String library : PEERS) {
            goal(
                    table,
                    library + " against that, both net, times",
                    library.equals("client_java") ? "≥ 2" : "≥ 5",
                    (event("oneThread", library) - workload()) / net);
        }
        goal(
                table,
                "a JSON line, against the parse alone, times",
                "≤ 1.3",
                results.score("LineBenchmark.recorded", Map.of()) / results.score("LineBenchmark.parsed", Map.of()));
        goal(
                table,
                "a policy miss, ordinary, ns",
                "≤ 150",
                results.score("PolicyBenchmark.label", Map.of("value", "gpt-5.4")));
        goal(table, "the worst policy miss, as a label or a lane, ns", "≤ 1000", results.greatest("PolicyBenchmark."));
        goal(table, "scrape, all changed, against a copy, times", "≤ 3", ours("identity", 2048, 100) / copy);
        goal(table, "scrape, nothing changed, against a copy, times", "≤ 1.3", ours("identity", 2048, 0) / copy);
        goal(
                table,
                "the fastest peer's scrape against ours, all changed, times",
                "≥ 40",
                least / ours("identity", 2048, 100));
        goal(table, "gzip, 5 % changed, ms", "≤ 1", ours("gzip", 2048, 5) / 1000);
        goal(
                table,
                "gzip, all changed, against one deflate at level 1, times",
                "≤ 1",
                ours("gzip", 2048, 100) / deflate(1));
        goal(table, "event loop held by a scrape of a full store, ms", "≤ 2", held(1));
        goal(table, "the same by ten at once, ms", "≤ 2", held(10));
        goal(table, "memory of a full store, MB", "≤ 10", results.memory().getLong("withExpositionBytes") / 1e6);
        goal(table, "from a Gateway's start to its first scrape, ms", "≤ 1000", results.start());
        for (int series : List.of(256, 20_480)) {
            goal(
                    table,
                    String.format(Locale.ROOT, "%,d series, all changed, against a copy, times", series),
                    "≤ 3",
                    ours("identity", series, 100) / ours("copy", series, 100));
        }
        return table.toString();
    }

    /** Returns for how many milliseconds an event loop was held at most in any scenario with so many scrapers. */
    private double held(int scrapers) throws IOException {
        return results.load().stream()
                .map(JsonObject.class::cast)
                .filter(row -> row.getString("library").equals("openclaw") && row.getInteger("series") == 2048)
                .filter(row -> LoadTest.Scenario.valueOf(row.getString("scenario")).scrapers == scrapers)
                .mapToDouble(row -> row.getLong("heldUs") / 1000.0)
                .max()
                .orElseThrow();
    }

    private static void goal(StringBuilder table, String what, String goal, double measured) {
        double bound = Double.parseDouble(goal.substring(2));
        boolean met = goal.startsWith("≤") ? measured <= bound : measured >= bound;
        table.append(String.format(
                Locale.ROOT, "| %s | %s | %s%s |%n", what, goal, number(measured), met ? "" : " (missed)"));
    }

    /** Three digits, or whole from a hundred on. */
    static String number(double value) {
        int decimals = value >= 99.5 ? 0 : value >= 9.95 ? 1 : 2;
        return String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }
}
