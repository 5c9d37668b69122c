package ai.openclaw.diagnostics.dashboards.grafana;

import static ai.openclaw.diagnostics.dashboards.grafana.Json.object;

import ai.openclaw.diagnostics.catalog.Label;
import ai.openclaw.diagnostics.promql.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What can be chosen at the top of a page. */
public final class Variable {

    /** The choices of {@link #latencyTarget()}, seconds, each a bound of the duration histograms. */
    public static final List<String> LATENCY_TARGETS = List.of("1", "2.5", "5", "10", "30", "60", "120", "300");

    /** What "All" puts into a matcher: it matches series that lack the label, too. */
    static final String ALL = ".*";

    /** The name of the variable {@link #latencyTarget()}. */
    public static final String LATENCY_TARGET = "latency_target";

    public static final String DAILY_BUDGET = "daily_budget";

    /** US dollars a day, as in the alert rules. */
    static final String BUDGET = "50";

    private Variable() {}

    /** The data source. */
    static Object dataSource() {
        return object(
                "current",
                option("default", "default"),
                "hide",
                0,
                "includeAll",
                false,
                "label",
                "Data source",
                "multi",
                false,
                "name",
                "datasource",
                "options",
                List.of(),
                "query",
                "prometheus",
                "refresh",
                1,
                "regex",
                "",
                "skipUrlSync",
                false,
                "type",
                "datasource");
    }

    /** The values that a label of these series has, any number of which can be chosen. */
    public static Object values(Label label, Selector series) {
        return values(label, Table.heading(label), series);
    }

    /** As {@link #values(Label, Selector)}, under another title. */
    public static Object values(Label label, String title, Selector series) {
        String query = "label_values(" + series + ", " + label.name() + ")";
        return object(
                "allValue",
                ALL,
                "current",
                object("selected", true, "text", List.of("All"), "value", List.of("$__all")),
                "datasource",
                Target.DATA_SOURCE,
                "definition",
                query,
                "hide",
                0,
                "includeAll",
                true,
                "label",
                title,
                "multi",
                true,
                "name",
                label.name(),
                "options",
                List.of(),
                "query",
                query,
                "refresh",
                2,
                "regex",
                "",
                "skipUrlSync",
                false,
                "sort",
                1,
                "type",
                "query");
    }

    /** How quick a message should be answered, as a bound of the histogram. */
    public static Object latencyTarget() {
        List<Object> options = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        for (String seconds : LATENCY_TARGETS) {
            Map<String, Object> option = option(seconds + " s", seconds);
            option.put("selected", seconds.equals("60"));
            options.add(option);
            texts.add(seconds + " s : " + seconds);
        }
        return object(
                "current",
                option("60 s", "60"),
                "hide",
                0,
                "includeAll",
                false,
                "label",
                "Latency target",
                "multi",
                false,
                "name",
                LATENCY_TARGET,
                "options",
                options,
                "query",
                String.join(", ", texts),
                "skipUrlSync",
                false,
                "type",
                "custom");
    }

    /** What may be spent in a day, US dollars. */
    public static Object dailyBudget() {
        return object(
                "current",
                option(BUDGET, BUDGET),
                "hide",
                0,
                "label",
                "Daily budget (USD)",
                "name",
                DAILY_BUDGET,
                "options",
                List.of(option(BUDGET, BUDGET)),
                "query",
                BUDGET,
                "skipUrlSync",
                false,
                "type",
                "textbox");
    }

    private static Map<String, Object> option(String text, String value) {
        return object("selected", true, "text", text, "value", value);
    }
}
