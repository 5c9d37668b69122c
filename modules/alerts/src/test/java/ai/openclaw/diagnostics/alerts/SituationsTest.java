package ai.openclaw.diagnostics.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.alerts.domain.OpenClawRules;
import ai.openclaw.diagnostics.alerts.rule.RuleGroup;
import ai.openclaw.diagnostics.alerts.rule.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Days of quiet Gateways, of fleets and of laptops in {@code alerts/tests/situations}: which alerts of all fire at any
 * time, and that no other does, in Prometheus 2 and 3.
 */
@Execution(ExecutionMode.CONCURRENT)
class SituationsTest {

    static Stream<Arguments> promtoolsAndIntervals() {
        return Tool.PROMTOOLS.stream()
                .flatMap(promtool ->
                        byIntervals().keySet().stream().map(intervals -> Arguments.of(promtool, intervals)));
    }

    private static Map<String, List<Situation>> byIntervals() {
        return Situation.all().stream()
                .collect(Collectors.groupingBy(Situation::intervals, TreeMap::new, Collectors.toList()));
    }

    @ParameterizedTest
    @MethodSource("promtoolsAndIntervals")
    void onlyTheExpectedAlertsFire(String promtool, String intervals, @TempDir Path folder) throws IOException {
        Tool tool = Tool.require(promtool);
        String together = Situation.together(byIntervals().get(intervals));
        Path file = Files.writeString(folder.resolve("situations.yml"), together);

        assertThat(tool.complaints("test", "rules", file.toString())).isEmpty();
    }

    @Test
    void anAlertThatIsNotExpectedIsFound(@TempDir Path folder) throws IOException {
        Tool tool = Tool.require("promtool");
        List<Situation> short1m = Situation.all().stream()
                .filter(situation -> situation.name().equals("three_short"))
                .toList();
        String without =
                Situation.together(short1m).replaceAll("exp_samples:\n( +- .*\n +value: 1\n)+", "exp_samples:\n");
        Path file = Files.writeString(folder.resolve("situations.yml"), without);

        assertThat(tool.complaints("test", "rules", file.toString())).contains("OpenClawMessageErrorBudgetBurn");
    }

    /** Without this, promtool evaluates groups in any order, and alerts may read what was recorded one round before. */
    @Test
    void eachSituationNamesAllGroupsInOrder() {
        List<String> groups = OpenClawRules.groups(Settings.DEFAULT).stream()
                .map(RuleGroup::name)
                .toList();
        assertThat(Situation.all())
                .allSatisfy(situation -> assertThat(situation.content()).containsEntry("group_eval_order", groups));
    }

    @Test
    void eachSituationAsksWhichAlertsFireAtAnyTime() {
        assertThat(Situation.all())
                .allSatisfy(
                        situation -> assertThat(situation.content().toString())
                                .contains(
                                        "group by (alertname, scope, cluster) (count_over_time(ALERTS{alertstate=\"firing\"}["));
    }
}
