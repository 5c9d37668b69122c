package ai.openclaw.diagnostics.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.openclaw.diagnostics.alerts.domain.OpenClawRules;
import ai.openclaw.diagnostics.alerts.format.Yaml;
import ai.openclaw.diagnostics.alerts.rule.Alert;
import ai.openclaw.diagnostics.alerts.rule.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each alert has its cases in {@code alerts/tests}, and promtool of Prometheus 2 and of 3 finds that they hold. */
@Execution(ExecutionMode.CONCURRENT)
class AlertCasesTest {

    private static final Path CASES = RuleText.FOLDER.resolve("tests");

    static List<String> alerts() {
        return OpenClawRules.alerts(Settings.DEFAULT).stream()
                .map(Alert::name)
                .distinct()
                .toList();
    }

    static Stream<Arguments> promtoolsAndAlerts() {
        return Tool.PROMTOOLS.stream()
                .flatMap(promtool -> alerts().stream().map(alert -> Arguments.of(promtool, alert)));
    }

    @ParameterizedTest
    @MethodSource("promtoolsAndAlerts")
    void theCasesOfAnAlertHold(String promtool, String alert, @TempDir Path folder) throws IOException {
        Path cases = withItsRulesAlone(file(alert), alert, folder);
        assertThat(Tool.require(promtool).complaints("test", "rules", cases.toString()))
                .isEmpty();
    }

    /** Copies cases and the rules of which the alert is made: to evaluate the others too takes ten times as long. */
    private static Path withItsRulesAlone(Path cases, String alert, Path folder) throws IOException {
        Map<String, Object> rules = RuleText.yaml(Files.readString(RuleText.FOLDER.resolve("openclaw.rules.yml")));
        Files.writeString(
                folder.resolve("rules.yml"), Yaml.document("", Map.of("groups", RuleText.madeOf(alert, rules))));
        String text = Files.readString(cases);
        String ofCopy = text.replace("rule_files: [../openclaw.rules.yml]", "rule_files: [rules.yml]");
        assertThat(ofCopy).as("%s names the rules", cases).isNotEqualTo(text);
        return Files.writeString(folder.resolve("cases.yml"), ofCopy);
    }

    @ParameterizedTest
    @MethodSource("alerts")
    void anAlertFiresAndResolvesAndIsQuietBesideTwoNeighbours(String alert) throws IOException {
        check(alert, RuleText.yaml(Files.readString(file(alert))));
    }

    @Test
    void noCasesAreLeftOfAnAlertThatIsGone() throws IOException {
        try (Stream<Path> files = Files.list(CASES)) {
            assertThat(files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(".yml"))
                            .map(name -> name.replace(".yml", "")))
                    .containsExactlyInAnyOrderElementsOf(alerts());
        }
    }

    @Test
    void missingCasesAreFound() throws IOException {
        String text = Files.readString(file("OpenClawGatewayDown"));
        String name = "OpenClawGatewayDown";
        assertThatThrownBy(
                        () -> check(name, RuleText.yaml(text.substring(0, text.indexOf("  - name: 'quiet: a missed")))))
                .hasMessageContaining("quiet");
        assertThatThrownBy(() -> check(
                        name,
                        RuleText.yaml(text.substring(text.indexOf("tests:"))
                                .replaceAll("(?s)  - name: 'fires.*?(?=  - name: 'quiet)", ""))))
                .hasMessageContaining("fires");
        assertThatThrownBy(() ->
                        check(name, RuleText.yaml(text.replaceFirst("(?s)      - eval_time: 16m.*?\\[\\]\n", ""))))
                .hasMessageContaining("resolves");
        assertThatThrownBy(() -> check(name, RuleText.yaml(text.replace("severity: critical", "x: y"))))
                .hasMessageContaining("labels");
    }

    private static Path file(String alert) {
        return CASES.resolve(alert + ".yml");
    }

    private static void check(String alert, Map<String, Object> file) {
        boolean resolves = false;
        Set<String> quiet = new HashSet<>();
        boolean fires = false;
        for (Map<String, Object> test : RuleText.maps(file, "tests")) {
            String name = (String) test.get("name");
            List<Map<String, Object>> steps = RuleText.maps(test, "alert_rule_test");
            assertThat(steps)
                    .as("%s: steps of %s", alert, name)
                    .isNotEmpty()
                    .allMatch(step -> alert.equals(step.get("alertname")));
            boolean fired = steps.stream().anyMatch(AlertCasesTest::firing);
            assertThat(fired).as("%s: whether it fires in \"%s\"", alert, name).isEqualTo(!name.startsWith("quiet: "));
            steps.stream().filter(AlertCasesTest::firing).forEach(step -> checkTold(alert, step));
            fires |= fired;
            resolves |= fired && !firing(steps.get(steps.size() - 1)) && name.contains("resolves");
            if (!fired) {
                quiet.add(name);
            }
        }
        assertThat(fires).as("%s: a case in which it fires", alert).isTrue();
        assertThat(resolves)
                .as("%s: a case in which it fires and resolves", alert)
                .isTrue();
        assertThat(quiet)
                .as("%s: two neighbours beside which it is quiet", alert)
                .hasSizeGreaterThanOrEqualTo(2);
    }

    private static boolean firing(Map<String, Object> step) {
        return !RuleText.maps(step, "exp_alerts").isEmpty();
    }

    private static void checkTold(String alert, Map<String, Object> step) {
        for (Map<String, Object> expected : RuleText.maps(step, "exp_alerts")) {
            assertThat(expected.get("exp_labels").toString())
                    .as("%s: labels", alert)
                    .contains("severity=");
            assertThat(expected.get("exp_annotations").toString())
                    .as("%s: annotations", alert)
                    .contains("summary=", "description=", "runbook_url=", "dashboard_url=");
        }
    }
}
