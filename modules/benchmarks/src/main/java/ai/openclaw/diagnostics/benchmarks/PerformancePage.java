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

    private final Results results;
    private final Figures figures;
    private final Path docs;

    private PerformancePage(Results results, Path docs) {
        this.results = results;
        this.figures = new Figures(results);
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
                .replace("{{goals}}", new GoalTable(results, figures).table())
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

    private String record() {
        StringBuilder table = new StringBuilder(
                "| | one thread, ns (B) | two threads, ns | beside a scraper, ns |\n|---|---|---|---|\n");
        for (String library : List.of("openclaw", "client_java", "micrometer", "opentelemetry")) {
            table.append(String.format(
                    Locale.ROOT,
                    "| %s | %s (%s) | %s | %s |%n",
                    library.equals("openclaw") ? "**openclaw**, with its label policy" : library,
                    number(figures.event("oneThread", library)),
                    number(results.bytes("RecordBenchmark.oneThread", Map.of("library", library))),
                    number(figures.event("twoThreads", library)),
                    number(figures.event("besideAScraper", library))));
        }
        table.append(String.format(
                Locale.ROOT,
                "| the strings and numbers of the event alone | %s (%s) | | |%n| a map hit by all labels, and one adder | %s (%s) | | |%n",
                number(figures.workload()),
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
                .append(number(results.score(name, Map.of()) - figures.workload()))
                .append(" |\n"));
        return table.toString();
    }

    private String recordChart() {
        Map<String, Double> bars = new LinkedHashMap<>();
        bars.put("workload alone", figures.workload());
        bars.put("openclaw", figures.event("oneThread", "openclaw"));
        Figures.PEERS.forEach(library -> bars.put(library, figures.event("oneThread", library)));
        return BarChart.svg("One event of two families with five labels", "ns", bars);
    }

    // ----------------------------------------------------------------- scrapes

    private String scrape() {
        StringBuilder table =
                new StringBuilder("| changed since the last scrape | nothing | 5 % | all |\n|---|---|---|---|\n");
        for (String encoding : List.of("identity", "gzip")) {
            table.append("| **openclaw**, ").append(encoding).append(" |");
            for (int changed : new int[] {0, 5, 100}) {
                table.append(' ')
                        .append(number(figures.ours(encoding, 2048, changed)))
                        .append(" |");
            }
            table.append('\n');
        }
        table.append("| a copy of the body | | | ")
                .append(number(figures.ours("copy", 2048, 100)))
                .append(" |\n");
        Figures.PEERS.forEach(library -> table.append("| ")
                .append(library)
                .append(", identity | | | ")
                .append(number(figures.peer(library, 2048)))
                .append(" |\n"));
        return table.append(String.format(
                        Locale.ROOT,
                        "| the JDK's compressor on the body, level 1 / 6 | | | %s / %s |%n",
                        number(figures.deflate(1)),
                        number(figures.deflate(6))))
                .toString();
    }

    private String scrapeChart() {
        Map<String, Double> bars = new LinkedHashMap<>();
        bars.put("copy of the body", figures.ours("copy", 2048, 100));
        bars.put("openclaw, nothing changed", figures.ours("identity", 2048, 0));
        bars.put("openclaw, all changed", figures.ours("identity", 2048, 100));
        bars.put("openclaw, all, gzip", figures.ours("gzip", 2048, 100));
        Figures.PEERS.forEach(library -> bars.put(library, figures.peer(library, 2048)));
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
                    number(figures.ours("identity", series, 100)),
                    number(figures.ours("copy", series, 100)),
                    number(figures.peer("client_java", series)),
                    number(figures.peer("micrometer", series)),
                    number(figures.peer("opentelemetry", series))));
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

    /** Three digits, or whole from a hundred on. */
    static String number(double value) {
        String format = "%,.2f";
        if (value >= 99.5) {
            format = "%,.0f";
        } else if (value >= 9.95) {
            format = "%,.1f";
        }
        return String.format(Locale.ROOT, format, value);
    }
}
