package ai.openclaw.diagnostics.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.openclaw.diagnostics.alerts.domain.OpenClawRules;
import ai.openclaw.diagnostics.alerts.format.Yaml;
import ai.openclaw.diagnostics.alerts.rule.Settings;
import ai.openclaw.diagnostics.promql.QueryText;
import ai.openclaw.diagnostics.promql.QueryText.LabelMatcher;
import ai.openclaw.diagnostics.promql.QueryText.Selection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each alert has a runbook whose sections are all there and whose queries can be pasted as they stand. */
class RunbooksTest {

    private static final Path PAGES = Path.of("../../docs/runbooks");
    private static final Pattern QUERY = Pattern.compile("```promql\n(.*?)\n```", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)]+\\.md)\\)");

    private final LabelSets labels;

    RunbooksTest() throws IOException {
        labels = new LabelSets(RuleText.readAll(RuleText.FOLDER.resolve("openclaw.rules.yml")));
    }

    static List<String> alerts() {
        return AlertCasesTest.alerts();
    }

    @ParameterizedTest
    @MethodSource("alerts")
    void aPageHasEverySectionInOrder(String alert) throws IOException {
        assertThat(page(alert).lines().filter(line -> line.startsWith("#")))
                .containsExactly(
                        "# " + alert, "## Meaning", "## Impact", "## Diagnosis", "## Mitigation", "## False alarms");
        assertThat(page(alert).lines().count()).as("a page for a tired person").isBetween(25L, 75L);
    }

    @ParameterizedTest
    @MethodSource("alerts")
    void aPageAsksOnlyForMetricsAndLabelsThatThereAre(String alert) throws IOException {
        List<String> queries = queries(page(alert));
        assertThat(queries).hasSizeGreaterThanOrEqualTo(2);
        queries.forEach(this::check);
    }

    /** One page for all alerts of a name: of a job, of one Gateway, of a quiet one. */
    @ParameterizedTest
    @MethodSource("alerts")
    void aPageExplainsTheLabelsThatTellAlertsOfOneNameApart(String alert) throws IOException {
        String page = page(alert);
        OpenClawRules.alerts(Settings.DEFAULT).stream()
                .filter(variant -> variant.name().equals(alert))
                .flatMap(variant -> variant.labels().entrySet().stream())
                .filter(label -> !label.getKey().equals("severity"))
                .forEach(label -> assertThat(page)
                        .containsAnyOf(
                                "`" + label.getKey() + "=\"" + label.getValue() + "\"`", "`" + label.getValue() + "`"));
    }

    @ParameterizedTest
    @MethodSource("alerts")
    void aPageLinksToPagesThatThereAre(String alert) throws IOException {
        Matcher links = LINK.matcher(page(alert));
        while (links.find()) {
            assertThat(PAGES.resolve(links.group(1))).exists();
        }
    }

    @Test
    void noPageIsLeftOfAnAlertThatIsGone() throws IOException {
        try (Stream<Path> files = Files.list(PAGES)) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".md", ""))
                            .filter(name -> !name.equals("README")))
                    .containsExactlyInAnyOrderElementsOf(alerts());
        }
    }

    @ParameterizedTest
    @FieldSource("ai.openclaw.diagnostics.alerts.Tool#PROMTOOLS")
    void promtoolParsesTheQueriesOfAllPages(String promtool, @TempDir Path folder) throws IOException {
        List<Map<String, String>> rules = new ArrayList<>();
        for (String alert : alerts()) {
            queries(page(alert))
                    .forEach(query -> rules.add(Map.of("record", "runbook:query:" + rules.size(), "expr", query)));
        }
        Path file = folder.resolve("queries.yml");
        Files.writeString(
                file, Yaml.document("", Map.of("groups", List.of(Map.of("name", "runbooks", "rules", rules)))));
        assertThat(Tool.require(promtool).complaints("check", "rules", file.toString()))
                .isEmpty();
    }

    @Test
    void wrongQueriesAreFound() {
        assertThatThrownBy(() -> check("sum by (model) (openclaw_no_such_total)"))
                .hasMessageContaining("not known");
        assertThatThrownBy(() -> check("sum by (color) (openclaw_queue_lane_size)"))
                .hasMessageContaining("color");
        assertThatThrownBy(() -> check("openclaw_queue_lane_size{color=\"red\"}"))
                .hasMessageContaining("color");
    }

    @ParameterizedTest
    @CsvSource({"../../docs/runbooks/README.md,''", "../../alerts/README.md,../docs/runbooks/"})
    void aTableOfAlertsIsNotStale(Path file, String runbooks) throws IOException {
        String page = Files.readString(file);
        String expected = AlertTable.into(page, runbooks);
        if (System.getProperty("docs.update") != null) {
            Files.writeString(file, expected);
        }
        assertThat(Files.readString(file))
                .as("%s is stale; write it anew with -Ddocs.update", file)
                .isEqualTo(expected);
    }

    @Test
    void theLimitsInTheDocumentationAreRulesThatPromtoolAccepts(@TempDir Path folder) throws IOException {
        String page = Files.readString(RuleText.FOLDER.resolve("README.md"));
        String example = page.replaceFirst("(?s).*<!-- limits -->\n```yaml\n(.*?)```.*", "$1");
        Path file = Files.writeString(folder.resolve("limits.yml"), example);
        assertThat(Tool.require("promtool").complaints("check", "rules", file.toString()))
                .isEmpty();
        assertThat(RuleText.readAll(file)).allMatch(rule -> labels.named(rule.name()) != null);
    }

    private static String page(String alert) throws IOException {
        return Files.readString(PAGES.resolve(alert + ".md"));
    }

    private static List<String> queries(String page) {
        return QUERY.matcher(page).results().map(found -> found.group(1)).toList();
    }

    private void check(String query) {
        labels.of(Query.read(query));
        for (Selection selection : QueryText.read(query).selections()) {
            for (LabelMatcher matcher : selection.matchers()) {
                assertThat(labels.named(selection.name())).as(query).contains(matcher.label());
            }
        }
    }
}
