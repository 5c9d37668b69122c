package ai.openclaw.diagnostics.benchmarks;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What was to be reached beside what was. */
final class GoalTable {

    private final Results results;
    private final Figures figures;
    private final StringBuilder table = new StringBuilder("| what | goal | measured |\n|---|---|---|\n");

    GoalTable(Results results, Figures figures) {
        this.results = results;
        this.figures = figures;
    }

    /** Returns the table: goal, measured, and whether it was missed. */
    String table() throws IOException {
        events();
        lines();
        scrapes();
        gateway();
        growth();
        return table.toString();
    }

    private void events() {
        double net = net("oneThread", "openclaw");
        goal("one event, net of the workload, ns", "≤ 40", net);
        double allocated = results.bytes("RecordBenchmark.oneThread", Map.of("library", "openclaw"))
                - results.bytes("RecordBenchmark.workload", Map.of());
        goal("the same, bytes allocated", "≤ 0", Math.rint(allocated));
        goal("the same on two threads, times", "≤ 1.5", net("twoThreads", "openclaw") / net);
        goal("the same beside a scraper, times", "≤ 1.5", net("besideAScraper", "openclaw") / net);
        for (String library : Figures.PEERS) {
            String least = library.equals("client_java") ? "≥ 2" : "≥ 5";
            goal(library + " against that, both net, times", least, net("oneThread", library) / net);
        }
    }

    private double net(String benchmark, String library) {
        return figures.event(benchmark, library) - figures.workload();
    }

    private void lines() {
        double parse = results.score("LineBenchmark.parsed", Map.of());
        double line = results.score("LineBenchmark.recorded", Map.of());
        goal("a JSON line, against the parse alone, times", "≤ 1.3", line / parse);
        double ordinary = results.score("PolicyBenchmark.label", Map.of("value", "gpt-5.4"));
        goal("a policy miss, ordinary, ns", "≤ 150", ordinary);
        goal("the worst policy miss, as a label or a lane, ns", "≤ 1000", results.greatest("PolicyBenchmark."));
    }

    private void scrapes() {
        double copy = figures.ours("copy", 2048, 100);
        double allChanged = figures.ours("identity", 2048, 100);
        double fastestPeer = Figures.PEERS.stream()
                .mapToDouble(it -> figures.peer(it, 2048))
                .min()
                .orElseThrow();
        goal("scrape, all changed, against a copy, times", "≤ 3", allChanged / copy);
        goal("scrape, nothing changed, against a copy, times", "≤ 1.3", figures.ours("identity", 2048, 0) / copy);
        goal("the fastest peer's scrape against ours, all changed, times", "≥ 40", fastestPeer / allChanged);
        goal("gzip, 5 % changed, ms", "≤ 1", figures.ours("gzip", 2048, 5) / 1000);
        double deflates = figures.ours("gzip", 2048, 100) / figures.deflate(1);
        goal("gzip, all changed, against one deflate at level 1, times", "≤ 1", deflates);
    }

    private void gateway() throws IOException {
        goal("event loop held by a scrape of a full store, ms", "≤ 2", held(1));
        goal("the same by ten at once, ms", "≤ 2", held(10));
        goal("memory of a full store, MB", "≤ 10", results.memory().getLong("withExpositionBytes") / 1e6);
        goal("from a Gateway's start to its first scrape, ms", "≤ 1000", results.start());
    }

    private void growth() {
        for (int series : List.of(256, 20_480)) {
            goal(
                    String.format(Locale.ROOT, "%,d series, all changed, against a copy, times", series),
                    "≤ 3",
                    figures.ours("identity", series, 100) / figures.ours("copy", series, 100));
        }
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

    private void goal(String what, String goal, double measured) {
        double bound = Double.parseDouble(goal.substring(2));
        boolean met = goal.startsWith("≤") ? measured <= bound : measured >= bound;
        table.append(String.format(
                Locale.ROOT,
                "| %s | %s | %s%s |%n",
                what,
                goal,
                PerformancePage.number(measured),
                met ? "" : " (missed)"));
    }
}
