package ai.openclaw.diagnostics.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;

/** The committed rules, read as text, against what we ask of a rule; each check is shown to fail once. */
class RuleChecksTest {

    private final List<RuleText> rules;
    private final RuleChecks checks;

    RuleChecksTest() throws IOException {
        rules = RuleText.readAll(RuleText.FOLDER.resolve("openclaw.rules.yml"));
        checks = new RuleChecks(rules);
    }

    /** A check, whether it is for recordings too, and a change that it must find. */
    enum Check {
        NAME(RuleChecks::nameIsAsRulesAreNamed, true, with("alert", "OpenClawgatewayDown")),
        NAME_LENGTH(
                RuleChecks::nameIsAsRulesAreNamed, true, with("alert", "OpenClawGatewayDownAndNobodyKnowsWhyItIsSo")),
        SEVERITY(RuleChecks::severityIsOneOfThree, false, with("labels", Map.of("severity", "page"))),
        SUMMARY_TEMPLATE(
                RuleChecks::summaryIsASentenceAndDescriptionATemplate,
                false,
                annotation("summary", "Gateway {{ $labels.instance }} is down.")),
        SUMMARY_PERIOD(
                RuleChecks::summaryIsASentenceAndDescriptionATemplate, false, annotation("summary", "Gateway is down")),
        DESCRIPTION(
                RuleChecks::summaryIsASentenceAndDescriptionATemplate, false, annotation("description", "It is down.")),
        RUNBOOK(
                RuleChecks::linksLeadToItsRunbookAndADashboard,
                false,
                annotation("runbook_url", "https://a.test/Other.md")),
        DASHBOARD(
                RuleChecks::linksLeadToItsRunbookAndADashboard,
                false,
                annotation("dashboard_url", "https://a.test/d/openclaw-home")),
        VALUE_LABEL(
                RuleChecks::noLabelHoldsAValue,
                false,
                with("labels", Map.of("severity", "info", "now", "{{ $value }}"))),
        DESCRIBED_LABEL(
                RuleChecks::descriptionNamesOnlyLabelsOfTheResult,
                false,
                annotation("description", "{{ $labels.provider }}")),
        COMPARISON(RuleChecks::alertComparesWithSomething, false, with("expr", "up{job=\"openclaw\"}")),
        ABSENT(
                RuleChecks::absenceIsWaitedFor,
                false,
                rule -> with("expr", "absent(up{job=\"openclaw\"})")
                        .apply(with("for", "").apply(rule))),
        DIVISION(
                RuleChecks::divisorsAreAboveZero,
                true,
                with("expr", "up{job=\"openclaw\"} / scrape_duration_seconds{job=\"openclaw\"} > 1")),
        RANGE(RuleChecks::rangesHoldFourScrapes, true, with("expr", "avg_over_time(up{job=\"openclaw\"}[1m30s]) < 1")),
        OPEN_RANGE(
                RuleChecks::rangesAreTheSameInEachVersion,
                true,
                with("expr", "avg_over_time(up{job=\"openclaw\"}[30m]) < 1")),
        OPEN_STEPS(
                RuleChecks::rangesAreTheSameInEachVersion,
                true,
                with("expr", "sum_over_time((up{job=\"openclaw\"})[30m:10m]) < 1")),
        JOB_LOST(
                RuleChecks::resultKeepsClusterNamespaceAndJob,
                true,
                with("expr", "sum by (job) (up{job=\"openclaw\"}) == 0")),
        SIDES(
                RuleChecks::resultKeepsClusterNamespaceAndJob,
                true,
                with("expr", "up{job=\"openclaw\"} == 1 unless openclaw_queue_lane_size{job=\"openclaw\"}")),
        ON_TOO_FEW(
                RuleChecks::resultKeepsClusterNamespaceAndJob,
                true,
                with(
                        "expr",
                        "up{job=\"openclaw\"} == 1 unless on (job, instance)"
                                + " openclaw_queue_lane_size{job=\"openclaw\"}")),
        METRIC(
                RuleChecks::metricsAndLabelsAreKnownAndOfTheJob,
                true,
                with("expr", "openclaw_queue_depth{job=\"openclaw\"} > 1")),
        LABEL(
                RuleChecks::metricsAndLabelsAreKnownAndOfTheJob,
                true,
                with("expr", "openclaw_queue_lane_size{job=\"openclaw\",queue=\"main\"} > 1")),
        ANY_JOB(RuleChecks::metricsAndLabelsAreKnownAndOfTheJob, true, with("expr", "up == 0"));

        private final BiConsumer<RuleChecks, RuleText> check;
        private final boolean forRecordingsToo;
        private final UnaryOperator<RuleText> harm;

        Check(BiConsumer<RuleChecks, RuleText> check, boolean forRecordingsToo, UnaryOperator<RuleText> harm) {
            this.check = check;
            this.forRecordingsToo = forRecordingsToo;
            this.harm = harm;
        }

        private static UnaryOperator<RuleText> with(String field, Object value) {
            return rule -> rule.with(field, value);
        }

        private static UnaryOperator<RuleText> annotation(String name, String text) {
            return rule -> {
                Map<String, String> changed = new java.util.HashMap<>(rule.annotations());
                changed.put(name, text);
                return rule.with("annotations", changed);
            };
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyRulePasses(Check check) {
        for (RuleText rule : rules) {
            if (rule.isAlert() || check.forRecordingsToo) {
                assertThatCode(() -> check.check.accept(checks, rule))
                        .as(rule.name())
                        .doesNotThrowAnyException();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aHarmedRuleFails(Check check) {
        RuleText sound = rules.stream()
                .filter(rule -> rule.name().equals("OpenClawGatewayDown"))
                .findFirst()
                .orElseThrow();
        assertThatThrownBy(() -> check.check.accept(checks, check.harm.apply(sound)))
                .isInstanceOfAny(AssertionError.class, IllegalArgumentException.class);
    }

    @Test
    void noTwoAlertsHaveTheSameNameAndLabels() {
        assertThat(rules.stream().filter(RuleText::isAlert).map(rule -> rule.name() + rule.labels()))
                .doesNotHaveDuplicates();
        assertThat(rules.stream().filter(rule -> !rule.isAlert()).map(RuleText::name))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @FieldSource("ai.openclaw.diagnostics.alerts.Tool#PROMTOOLS")
    void promtoolFindsNothing(String promtool) {
        String file = RuleText.FOLDER.resolve("openclaw.rules.yml").toString();
        assertThat(Tool.require(promtool).complaints("check", "rules", "--lint=all", "--lint-fatal", file))
                .isEmpty();
    }

    @Test
    void promtoolFindsAQueryThatDoesNotParse(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("broken.yml");
        String sound = Files.readString(RuleText.FOLDER.resolve("openclaw.rules.yml"));
        Files.writeString(file, sound.replace("up{job=\"openclaw\"} == 0", "up{job=\"openclaw\"} = 0"));
        assertThat(Tool.require("promtool").complaints("check", "rules", file.toString()))
                .contains("OpenClawGatewayDown");
    }
}
