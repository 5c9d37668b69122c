package ai.openclaw.diagnostics.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The provisioning file for Grafana-managed alerts has the alerts of the rule file, and the rest goes to Prometheus. */
class GrafanaRulesTest {

    private static final List<RuleText> PROMETHEUS = read("openclaw.rules.yml");

    private static List<Map<String, Object>> provisioned() throws IOException {
        Map<String, Object> file = RuleText.yaml(Files.readString(RuleText.FOLDER.resolve("grafana/openclaw.yml")));
        return RuleText.maps(file, "groups").stream()
                .flatMap(group -> RuleText.maps(group, "rules").stream())
                .toList();
    }

    private static List<RuleText> read(String file) {
        try {
            return RuleText.readAll(RuleText.FOLDER.resolve(file));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void eachAlertHasItsQueryDurationAndLabels() throws IOException {
        List<RuleText> alerts = PROMETHEUS.stream().filter(RuleText::isAlert).toList();
        assertThat(provisioned())
                .extracting(rule -> RuleText.map(RuleText.maps(rule, "data").get(0), "model")
                        .get("expr"))
                .isEqualTo(alerts.stream().map(RuleText::expression).toList());
        assertThat(provisioned())
                .extracting(rule -> rule.getOrDefault("for", ""))
                .isEqualTo(alerts.stream().map(RuleText::lasting).toList());
        assertThat(provisioned())
                .extracting(rule -> rule.get("labels"))
                .isEqualTo(alerts.stream().map(RuleText::labels).toList());
    }

    /** Grafana keeps alerts apart by UID, of at most 40 characters, and by title. */
    @Test
    void identifiersAndTitlesAreUnique() throws IOException {
        assertThat(provisioned())
                .extracting(rule -> (String) rule.get("uid"))
                .doesNotHaveDuplicates()
                .allMatch(uid -> uid.matches("[a-z0-9-]{1,40}"));
        assertThat(provisioned()).extracting(rule -> rule.get("title")).doesNotHaveDuplicates();
    }

    /** In Grafana {@code $value} is a text such as "[ var='A' labels={…} value=0.5 ]". */
    @Test
    void descriptionsReadTheNumberOfTheQuery() throws IOException {
        assertThat(provisioned())
                .extracting(rule -> RuleText.map(rule, "annotations").get("description"))
                .anySatisfy(text -> assertThat(text.toString()).contains("{{ $values.A.Value | humanizePercentage }}"))
                .allSatisfy(text -> assertThat(text.toString()).doesNotContain("$value ", "$value}"));
    }

    /** An alert with the value zero, such as that of {@code up == 0}, fires like any other. */
    @Test
    void everyNumberFires() throws IOException {
        assertThat(provisioned())
                .allSatisfy(rule -> assertThat(RuleText.maps(rule, "data"))
                        .extracting(step -> RuleText.map(step, "model").get("expression"))
                        .containsExactly(null, "is_number($A) || is_inf($A)"));
    }

    @Test
    void theRecordingsAreThoseOfTheRuleFile() {
        assertThat(read("openclaw.recordings.yml"))
                .isEqualTo(PROMETHEUS.stream().filter(rule -> !rule.isAlert()).toList());
    }
}
