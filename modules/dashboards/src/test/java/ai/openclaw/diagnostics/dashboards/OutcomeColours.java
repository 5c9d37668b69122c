package ai.openclaw.diagnostics.dashboards;

import ai.openclaw.diagnostics.dashboards.Page.Node;
import java.util.Map;
import java.util.TreeMap;

/** An outcome looks the same on every panel, and is told by its colour before the legend is read. */
final class OutcomeColours {

    private static final Map<String, String> EXPECTED =
            Map.of("completed", "green", "error", "red", "skipped", "#8e8e8e", "aborted", "orange");

    private OutcomeColours() {}

    /** Tells whether a panel that draws outcomes gives each of them its colour. */
    static boolean areFixed(Node panel) {
        boolean drawsOutcomes = !panel.text("type").equals("table")
                && Page.queries(panel).stream()
                        .anyMatch(query -> query.read().groupings().contains("outcome"));
        return !drawsOutcomes
                || EXPECTED.entrySet().stream()
                        .allMatch(outcome ->
                                outcome.getValue().equals(of(panel).get("/^" + outcome.getKey() + "( |$)/")));
    }

    /** Returns the fixed colours by the pattern of their series. */
    static Map<String, String> of(Node panel) {
        Map<String, String> colours = new TreeMap<>();
        for (Node override : panel.at("fieldConfig", "overrides").items()) {
            for (Node property : override.at("properties").items()) {
                if (property.text("id").equals("color")) {
                    colours.put(override.text("matcher", "options"), property.text("value", "fixedColor"));
                }
            }
        }
        return colours;
    }
}
