package ai.openclaw.diagnostics.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.openclaw.diagnostics.alerts.domain.OpenClawRules;
import ai.openclaw.diagnostics.alerts.format.Yaml;
import ai.openclaw.diagnostics.alerts.rule.Rule;
import ai.openclaw.diagnostics.alerts.rule.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The committed rule files are what the generator writes, and a YAML parser reads from them what was meant. */
class RuleFilesTest {

    static Set<String> files() {
        return RuleFiles.of(Settings.DEFAULT).keySet();
    }

    @ParameterizedTest
    @MethodSource("files")
    void aRuleFileIsNotStale(String file) throws IOException {
        if (System.getProperty("docs.update") != null) {
            Main.write(RuleText.FOLDER, Settings.DEFAULT);
        }
        assertThat(Files.readString(RuleText.FOLDER.resolve(file)))
                .as("alerts/%s is stale; write it anew with -Ddocs.update", file)
                .isEqualTo(RuleFiles.of(Settings.DEFAULT).get(file));
    }

    @Test
    void aParserReadsWhatWasMeant() throws IOException {
        List<? extends Rule> meant = OpenClawRules.groups(Settings.DEFAULT).stream()
                .flatMap(group -> group.rules().stream())
                .toList();
        List<RuleText> read = RuleText.readAll(RuleText.FOLDER.resolve("openclaw.rules.yml"));
        assertThat(read)
                .extracting(RuleText::name)
                .isEqualTo(meant.stream().map(Rule::name).toList());
        assertThat(read)
                .extracting(RuleText::expression)
                .isEqualTo(meant.stream().map(rule -> rule.expression().text()).toList());
    }

    @Test
    void theOperatorGetsTheSameGroups() throws IOException {
        Map<String, Object> manifest =
                RuleText.yaml(Files.readString(RuleText.FOLDER.resolve("kubernetes/prometheusrule.yaml")));
        assertThat(manifest).containsEntry("kind", "PrometheusRule");
        assertThat(manifest.get("spec"))
                .isEqualTo(RuleText.yaml(Files.readString(RuleText.FOLDER.resolve("openclaw.rules.yml"))));
    }

    @Test
    void theVictoriaMetricsOperatorGetsTheGroupsOfVmalert() throws IOException {
        Map<String, Object> manifest =
                RuleText.yaml(Files.readString(RuleText.FOLDER.resolve("kubernetes/vmrule.yaml")));
        assertThat(manifest).containsEntry("kind", "VMRule");
        assertThat(manifest.get("spec"))
                .isEqualTo(RuleText.yaml(Files.readString(RuleText.FOLDER.resolve("openclaw.vmalert.yml"))));
    }

    @Test
    void vmalertGetsTheSameRulesWithoutWhatItRejects() throws IOException {
        List<RuleText> rules = RuleText.readAll(RuleText.FOLDER.resolve("openclaw.rules.yml"));
        assertThat(rules).anyMatch(rule -> rule.fields().containsKey("keep_firing_for"));
        rules.forEach(rule -> rule.fields().remove("keep_firing_for"));
        assertThat(RuleText.readAll(RuleText.FOLDER.resolve("openclaw.vmalert.yml")))
                .filteredOn(rule -> !rule.name().endsWith(":growth"))
                .isEqualTo(rules.stream()
                        .filter(rule -> !rule.name().endsWith(":growth"))
                        .toList());
    }

    /** VictoriaMetrics shows what was recorded some seconds later, so that the sum of now comes from the counters. */
    @Test
    void vmalertReadsTheSumsOfNowFromTheCounters() throws IOException {
        String growth = "instance_outcome:openclaw_message_processed:growth";
        String prometheus = "instance_outcome:openclaw_message_processed:sum{job=\"openclaw\"}\n-";
        String vmalert = "openclaw_message_processed_total{job=\"openclaw\"})\n-";

        assertThat(expression("openclaw.rules.yml", growth))
                .contains(prometheus)
                .doesNotContain(vmalert);
        assertThat(expression("openclaw.vmalert.yml", growth)).contains(vmalert).doesNotContain(prometheus);
    }

    private static String expression(String file, String name) throws IOException {
        return RuleText.readAll(RuleText.FOLDER.resolve(file)).stream()
                .filter(rule -> rule.name().equals(name))
                .findFirst()
                .orElseThrow()
                .expression();
    }

    @Test
    void aSiteHasItsOwnJobAndAddresses(@TempDir Path folder) throws IOException {
        Main.main(
                folder.toString(),
                "job=job=~\"gateways-.+\"",
                "runbooks=https://wiki.test/",
                "dashboards=https://grafana.test/");
        assertThat(Files.readString(folder.resolve("openclaw.rules.yml")))
                .contains("up{job=~\"gateways-.+\"} == 0")
                .contains("runbook_url: https://wiki.test/OpenClawGatewayDown.md")
                .contains("dashboard_url: https://grafana.test/d/openclaw-overview")
                .doesNotContain("job=\"openclaw\"", "example.com");
    }

    @Test
    void aSettingThatIsNoneIsRefusedWithWhatToWrite() {
        assertThatThrownBy(() -> Settings.DEFAULT.with("url=x"))
                .hasMessage("setting \"url=x\": write job=…, runbooks=… or dashboards=…");
        assertThatThrownBy(() -> Settings.DEFAULT.with("runbooks=https://wiki.test"))
                .hasMessageContaining("must end with a slash");
    }

    @Test
    void textsThatYamlWouldReadOtherwiseAreQuoted() {
        Map<String, String> texts = Map.of(
                "a",
                "yes",
                "b",
                "it's: {{ x }}",
                "c",
                "1.5",
                "d",
                "two\n  lines",
                "e",
                "5m",
                "f",
                "",
                "g",
                "x: y",
                "h",
                "# no");
        assertThat(RuleText.yaml(Yaml.document("comment", texts))).isEqualTo(texts);
    }
}
