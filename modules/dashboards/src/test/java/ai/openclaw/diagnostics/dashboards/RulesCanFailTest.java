package ai.openclaw.diagnostics.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule is broken by a change to a page that keeps it. */
class RulesCanFailTest {

    /**
     * A change to a page.
     *
     * @param rule the rule that it breaks
     * @param page whose file is changed
     * @param before a text in the file
     * @param after what replaces it
     */
    record Damage(Rule rule, String page, String before, String after) {}

    static Stream<Damage> damages() {
        return Stream.of(
                new Damage(LinterRule.TEMPLATE_DATASOURCE, "overview", "\"Data source\"", "\"Source\""),
                new Damage(LinterRule.TEMPLATE_JOB, "overview", "\"label\": \"Job\"", "\"label\": \"J\""),
                new Damage(LinterRule.TEMPLATE_INSTANCE, "overview", "\"allValue\": \".*\"", "\"allValue\": \".+\""),
                new Damage(
                        LinterRule.TEMPLATE_LABEL_PROMQL, "overview", "\"query\": \"label_values(", "\"query\": \"("),
                new Damage(LinterRule.TEMPLATE_ON_TIME_CHANGE_RELOAD, "overview", "\"refresh\": 2", "\"refresh\": 1"),
                new Damage(LinterRule.PANEL_DATASOURCE, "overview", "\"uid\": \"${datasource}\"", "\"uid\": \"mine\""),
                new Damage(
                        LinterRule.PANEL_TITLE_DESCRIPTION, "overview", "\"title\": \"Gateways\"", "\"title\": \"\""),
                new Damage(LinterRule.PANEL_UNITS, "overview", "\"unit\": \"cpm\"", "\"unit\": \"per minute\""),
                new Damage(LinterRule.PANEL_NO_TARGETS, "overview", "\"targets\": [", "\"targets\": [], \"old\": ["),
                new Damage(LinterRule.TARGET_RATE_INTERVAL, "overview", "[$__rate_interval]", "[5m]"),
                new Damage(LinterRule.TARGET_JOB, "overview", ",job=~\\\"$job\\\",", ","),
                new Damage(LinterRule.TEMPLATE_CLUSTER, "overview", "\"label\": \"Cluster\"", "\"label\": \"C\""),
                new Damage(LinterRule.TEMPLATE_NAMESPACE, "overview", "\"label\": \"Namespace\"", "\"label\": \"N\""),
                new Damage(LinterRule.TARGET_CLUSTER, "overview", "{cluster=~\\\"$cluster\\\",", "{"),
                new Damage(LinterRule.TARGET_NAMESPACE, "overview", ",namespace=~\\\"$namespace\\\",", ","),
                new Damage(HouseRule.TWO_SCREENS_ARE_ENOUGH, "messages", "\"y\": 14", "\"y\": 114"),
                new Damage(
                        HouseRule.SCRAPES_OF_A_MINUTE_ARE_SEEN,
                        "cost",
                        "\"interval\": \"1m\",\n          \"legend",
                        "\"legend"),
                new Damage(
                        HouseRule.GATEWAYS_ARE_TOLD_APART,
                        "gateway",
                        "by (cluster, namespace, job, instance)",
                        "by (job, instance)"),
                new Damage(LinterRule.TARGET_INSTANCE, "overview", "instance=~\\\"$instance\\\"", "instance=\\\"a\\\""),
                new Damage(
                        LinterRule.TARGET_COUNTER_AGG,
                        "overview",
                        "(rate(openclaw_run_completed",
                        "(delta(openclaw_run_completed"),
                new Damage(LinterRule.UNEDITABLE, "overview", "\"editable\": false", "\"editable\": true"),
                new Damage(
                        HouseRule.METRICS_EXIST, "models", "openclaw_model_call_total{", "openclaw_model_calls_total{"),
                new Damage(HouseRule.METRICS_EXIST, "models", "_duration_seconds_bucket{", "_duration_seconds{"),
                new Damage(HouseRule.METRICS_EXIST, "gateway", "__name__=~\\\"openclaw_.+", "__name__=~\\\"claw_.+"),
                new Damage(HouseRule.GROUPINGS_EXIST, "models", "sum by (outcome)", "sum by (result)"),
                new Damage(
                        HouseRule.LABELS_EXIST, "models", "provider=~\\\"$provider\\\"", "vendor=~\\\"$provider\\\""),
                new Damage(
                        HouseRule.GROUPINGS_EXIST,
                        "messages",
                        "label_values(openclaw_message_processed_total{",
                        "label_values(openclaw_tool_execution_total{"),
                new Damage(HouseRule.BOUNDS_EXIST, "overview", "\"value\": \"2.5\"", "\"value\": \"2\""),
                new Damage(HouseRule.BOUNDS_EXIST, "overview", "${latency_target}|${latency_target}[.]0", "2"),
                new Damage(HouseRule.LEGENDS_NAME_LABELS_OF_THE_ANSWER, "models", "\"{{outcome}}\"", "\"{{result}}\""),
                new Damage(
                        HouseRule.NO_SUM_OVER_OVERLAPPING_TOKENS,
                        "models",
                        ",token_type=~\\\"input|output|cache_read|cache_write\\\"",
                        ""),
                new Damage(
                        HouseRule.NO_SUM_OVER_OVERLAPPING_TOKENS,
                        "models",
                        "token_type=~\\\"input|output|cache_read|cache_write\\\"",
                        "token_type=~\\\"input|output\\\""),
                new Damage(HouseRule.NO_SUM_OVER_RECOVERY_STATUSES, "messages", ",status=\\\"requested\\\"", ""),
                new Damage(HouseRule.DESCRIPTION_ENDS_WITH_THE_METRICS, "tools", "\\n\\nMetric: ", " of "),
                new Damage(HouseRule.MONEY_SAYS_WHAT_IT_CANNOT_SEE, "cost", "It cannot see", "See"),
                new Damage(HouseRule.QUIET_PANELS_SAY_SO, "tools", "\"noValue\": \"No traffic\",", ""),
                new Damage(HouseRule.COLOURS_ARE_FIXED, "tools", "/^error( |$)/", "/^failed( |$)/"),
                new Damage(
                        HouseRule.COLOURS_ARE_FIXED, "tools", "\"fixedColor\": \"green\"", "\"fixedColor\": \"blue\""),
                new Damage(HouseRule.VARIABLES_ARE_DEFINED, "models", "$provider", "$vendor"),
                new Damage(HouseRule.VARIABLES_ARE_DEFINED, "overview", "${job:queryparam}", "${jobs:queryparam}"),
                new Damage(HouseRule.VARIABLES_ARE_USED, "cost", "$daily_budget", "25"),
                new Damage(HouseRule.IDS_ARE_UNIQUE, "cost", "\"id\": 3,", "\"id\": 2,"),
                new Damage(HouseRule.PANELS_DO_NOT_OVERLAP, "cost", "\"x\": 3,", "\"x\": 2,"),
                new Damage(HouseRule.PANELS_DO_NOT_OVERLAP, "cost", "\"x\": 21,", "\"x\": 22,"),
                new Damage(HouseRule.EXPORTABLE, "cost", "\"id\": null", "\"id\": 7"),
                new Damage(HouseRule.EXPORTABLE, "cost", "\"schemaVersion\"", "\"__inputs\": [], \"schemaVersion\""));
    }

    @ParameterizedTest
    @MethodSource("damages")
    void aRuleIsBrokenByADamageToThePage(Damage damage) throws IOException {
        String good = Files.readString(FilesTest.GRAFANA.resolve("dashboards/openclaw-" + damage.page + ".json"));
        assertThat(good).contains(damage.before);
        Page bad = Page.parse(good.replace(damage.before, damage.after));
        assertThat(damage.rule.broken(bad))
                .hasSizeGreaterThan(damage.rule.broken(Page.parse(good)).size());
    }

    @Test
    void everyRuleCanFail() {
        Map<Rule, List<Damage>> untried = new LinkedHashMap<>();
        RulesTest.rules().forEach(rule -> untried.put(rule, List.of()));
        damages().forEach(damage -> untried.remove(damage.rule));
        assertThat(untried).isEmpty();
    }
}
