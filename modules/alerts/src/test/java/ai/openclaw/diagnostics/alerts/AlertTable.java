package ai.openclaw.diagnostics.alerts;

import ai.openclaw.diagnostics.alerts.domain.OpenClawRules;
import ai.openclaw.diagnostics.alerts.rule.Alert;
import ai.openclaw.diagnostics.alerts.rule.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The alerts as a table in Markdown. */
final class AlertTable {

    static final String BEGIN = "<!-- alerts -->\n";
    static final String END = "<!-- end of alerts -->";

    private AlertTable() {}

    /** Returns a page with the table between its marks written anew. */
    static String into(String page, String runbooks) {
        int begin = page.indexOf(BEGIN) + BEGIN.length();
        return page.substring(0, begin) + table(runbooks) + page.substring(page.indexOf(END));
    }

    private static String table(String runbooks) {
        List<String> rows = new ArrayList<>();
        rows.add("| alert | severity | for | summary |");
        rows.add("|---|---|---|---|");
        OpenClawRules.alerts(Settings.DEFAULT).forEach(alert -> rows.add(row(alert, runbooks)));
        return rows.stream().collect(Collectors.joining("\n", "", "\n"));
    }

    private static String row(Alert alert, String runbooks) {
        String window = alert.labels().getOrDefault("window", "");
        String scope = alert.labels().containsKey("scope") ? " of a gateway" : "";
        return "| [%s](%s%s.md)%s | %s | %s | %s |"
                .formatted(
                        alert.name(),
                        runbooks,
                        alert.name(),
                        (window.isEmpty() ? "" : " " + window) + scope,
                        alert.severity().text(),
                        alert.lasting(),
                        alert.summary());
    }
}
