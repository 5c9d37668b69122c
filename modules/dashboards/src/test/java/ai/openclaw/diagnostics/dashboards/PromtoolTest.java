package ai.openclaw.diagnostics.dashboards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.openclaw.diagnostics.dashboards.Page.Query;
import ai.openclaw.diagnostics.dashboards.grafana.Json;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Prometheus' own parser reads every query, once Grafana has put in what was chosen. */
class PromtoolTest {

    private static final String SKIPPED =
            "SKIPPED: promtool is not on the path, so no parser reads the queries of the dashboards";

    @TempDir
    Path folder;

    @BeforeAll
    static void promtoolIsThere() {
        boolean found = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(path -> Files.isExecutable(Path.of(path, "promtool")));
        if (!found) {
            System.err.println(SKIPPED); // an assumption's own text only gets into the report file
        }
        assumeTrue(found, SKIPPED);
    }

    @Test
    void everyQueryParses() throws IOException, InterruptedException {
        List<String> queries = Page.all().stream()
                .flatMap(page -> page.allQueries().stream())
                .map(Query::text)
                .toList();
        assertThat(queries).hasSizeGreaterThan(100);
        assertThat(promtool(queries)).contains("SUCCESS: " + queries.size() + " rules found");
    }

    @Test
    void aQueryThatDoesNotParseIsFound() throws IOException, InterruptedException {
        assertThat(promtool(List.of("sum(rate(openclaw_run_completed_total[$__rate_interval])")))
                .contains("FAILED", "unclosed left parenthesis");
    }

    @Test
    void aVariableThatIsNotFilledInIsFound() throws IOException, InterruptedException {
        assertThat(promtool(List.of("increase(openclaw_run_completed_total[$__other])")))
                .contains("FAILED");
    }

    private String promtool(List<String> queries) throws IOException, InterruptedException {
        Path rules = Files.writeString(folder.resolve("rules.yml"), Json.text(rules(queries))); // JSON is YAML
        Path output = folder.resolve("output.txt");
        Process process = new ProcessBuilder("promtool", "check", "rules", rules.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        process.waitFor();
        return Files.readString(output);
    }

    private static Object rules(List<String> queries) {
        List<Object> rules = Stream.iterate(0, i -> i < queries.size(), i -> i + 1)
                .<Object>map(i -> Json.object("record", "query:number" + i, "expr", filled(queries.get(i))))
                .toList();
        return Json.object("groups", List.of(Json.object("name", "queries", "rules", rules)));
    }

    private static String filled(String query) {
        return query.replace("$__rate_interval", "2m")
                .replace("$__range_s", "21600")
                .replace("$__range", "6h")
                .replace("$__interval", "2m")
                .replace("$daily_budget", "25")
                .replace("${latency_target}", "60");
    }
}
