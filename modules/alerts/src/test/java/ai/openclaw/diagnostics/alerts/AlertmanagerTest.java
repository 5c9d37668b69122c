package ai.openclaw.diagnostics.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.alerts.Tool.Result;
import ai.openclaw.diagnostics.alerts.rule.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example for Alertmanager sends each severity to its place and knows the alerts it names. */
class AlertmanagerTest {

    private static final Path FILE = RuleText.FOLDER.resolve("alertmanager.yml");

    @Test
    void amtoolAcceptsIt() {
        assertThat(Tool.require("amtool").complaints("check-config", FILE.toString()))
                .isEmpty();
    }

    @Test
    void amtoolRefusesAnInhibitionThatMatchesNothing(@TempDir Path folder) throws IOException {
        Path broken = folder.resolve("alertmanager.yml");
        Files.writeString(broken, Files.readString(FILE).replace("severity=\"critical\"", "severity"));
        assertThat(Tool.require("amtool").complaints("check-config", broken.toString()))
                .contains("bad matcher");
    }

    @Test
    void everyAlertGoesToTheReceiverOfItsSeverity() {
        Tool amtool = Tool.require("amtool");
        Map<Severity, String> receivers =
                Map.of(Severity.CRITICAL, "pager", Severity.WARNING, "tickets", Severity.INFO, "log");
        receivers.forEach((severity, receiver) -> {
            Result result = amtool.run(
                    "config",
                    "routes",
                    "test",
                    "--config.file=" + FILE,
                    "--verify.receivers=" + receiver,
                    "alertname=OpenClawAny",
                    "severity=" + severity.text());
            assertThat(result.exitCode()).as(result.said()).isZero();
        });
    }

    @Test
    void inhibitionsNameOnlyAlertsThatThereAre() throws IOException {
        List<String> known = AlertCasesTest.alerts();
        Map<String, Object> content = RuleText.yaml(Files.readString(FILE));
        assertThat(RuleText.maps(content, "inhibit_rules"))
                .extracting(rule -> rule.get("source_matchers").toString())
                .filteredOn(source -> source.contains("alertname"))
                .isNotEmpty()
                .allMatch(source -> known.contains(source.replaceAll("[^\"]*\"([^\"]*)\".*", "$1")));
    }

    /** Alertmanager forgets a notification after its default retention of 120 hours, and would repeat it then. */
    @Test
    void nothingIsRepeatedLaterThanItIsRemembered() throws IOException {
        Matcher intervals = Pattern.compile("repeat_interval: (\\d+)([hd])").matcher(Files.readString(FILE));
        List<Integer> hours = intervals
                .results()
                .map(found -> Integer.parseInt(found.group(1)) * (found.group(2).equals("d") ? 24 : 1))
                .toList();
        assertThat(hours).hasSize(3).allMatch(interval -> interval < 120);
    }

    /** Gateways that fail alike are one notification: neither the instance nor the scope is grouped by. */
    @Test
    void gatewaysOfAJobShareANotification() throws IOException {
        Map<String, Object> route = RuleText.map(RuleText.yaml(Files.readString(FILE)), "route");
        assertThat(route).containsEntry("group_by", List.of("alertname", "cluster", "namespace", "job"));
        assertThat(RuleText.maps(route, "routes")).allMatch(child -> !child.containsKey("group_by"));
    }

    @Test
    void nothingLeavesThisMachine() throws IOException {
        assertThat(Files.readAllLines(FILE))
                .filteredOn(line -> line.contains("url:"))
                .isNotEmpty()
                .allMatch(line -> line.contains("http://127.0.0.1:"));
    }
}
