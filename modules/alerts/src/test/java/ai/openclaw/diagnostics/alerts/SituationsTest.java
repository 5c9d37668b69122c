package ai.openclaw.diagnostics.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Days of quiet Gateways, of fleets and of laptops in {@code alerts/tests/situations}: which alerts of all fire at any
 * time, and that no other does, in Prometheus 2 and 3.
 */
@Tag("slow")
@Execution(ExecutionMode.CONCURRENT)
class SituationsTest {

    private static final Path FOLDER = RuleText.FOLDER.resolve("tests/situations");

    static Stream<Arguments> promtoolsAndSituations() throws IOException {
        List<Path> files = files();
        return Tool.PROMTOOLS.stream()
                .flatMap(promtool -> files.stream().map(file -> Arguments.of(promtool, file.getFileName())));
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("promtoolsAndSituations")
    void onlyTheExpectedAlertsFire(String promtool, Path file) {
        assertThat(Tool.require(promtool)
                        .complaints("test", "rules", FOLDER.resolve(file).toString()))
                .isEmpty();
    }

    /** Without this, promtool evaluates groups in any order, and alerts may read what was recorded one round before. */
    @Test
    void eachSituationNamesAllGroupsInOrder() throws IOException {
        List<String> groups = OpenClawRules.groups(Settings.DEFAULT).stream()
                .map(RuleGroup::name)
                .toList();
        for (Path file : files()) {
            Map<String, Object> situation = RuleText.yaml(Files.readString(file));
            assertThat(situation).as(file.toString()).containsEntry("group_eval_order", groups);
        }
    }

    @Test
    void eachSituationAsksWhichAlertsFireAtAnyTime() throws IOException {
        for (Path file : files()) {
            assertThat(Files.readString(file))
                    .as(file.toString())
                    .contains("group by (alertname, scope, cluster) (count_over_time(ALERTS{alertstate=\"firing\"}[");
        }
    }
}
