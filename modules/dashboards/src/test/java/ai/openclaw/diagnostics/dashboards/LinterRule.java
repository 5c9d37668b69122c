package ai.openclaw.diagnostics.dashboards;

import ai.openclaw.diagnostics.dashboards.Page.Node;
import ai.openclaw.diagnostics.dashboards.Page.Query;
import ai.openclaw.diagnostics.promql.QueryText.LabelMatcher;
import ai.openclaw.diagnostics.promql.QueryText.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** The rules of Grafana's dashboard-linter, but for the one that queries parse: promtool says that. */
enum LinterRule implements Rule {
    TEMPLATE_DATASOURCE(page -> {
        Node variable = page.variable("datasource");
        return complain(
                !variable.text("type").equals("datasource")
                        || !variable.text("query").equals("prometheus")
                        || !variable.text("label").equals("Data source"),
                "$datasource: not a Prometheus data source with the label \"Data source\"");
    }),
    TEMPLATE_CLUSTER(page -> targetVariable(page, "cluster", "Cluster")),
    TEMPLATE_NAMESPACE(page -> targetVariable(page, "namespace", "Namespace")),
    TEMPLATE_JOB(page -> targetVariable(page, "job", "Job")),
    TEMPLATE_INSTANCE(page -> targetVariable(page, "instance", "Instance")),
    TEMPLATE_LABEL_PROMQL(page ->
            queries(page.variableQueries(), query -> query.text().isEmpty(), "not label_values(selector, label)")),
    TEMPLATE_ON_TIME_CHANGE_RELOAD(page -> page.variables().stream()
            .filter(variable -> variable.text("type").equals("query")
                    && !variable.text("refresh").equals("2"))
            .map(variable -> "$" + variable.text("name") + ": not asked anew when the time range changes")
            .toList()),
    PANEL_DATASOURCE(page -> panels(page, panel -> !isTemplated(panel), "a data source that is not ${datasource}")),
    PANEL_TITLE_DESCRIPTION(page -> panels(
            page,
            panel -> panel.text("title").isBlank() || panel.text("description").isBlank(),
            "no title or description")),
    PANEL_UNITS(
            page -> panels(page, panel -> !Units.ALL.containsAll(Units.of(panel)), "without a unit of Grafana's list")),
    PANEL_NO_TARGETS(page -> panels(page, panel -> Page.queries(panel).isEmpty(), "asks nothing")),
    TARGET_RATE_INTERVAL(page -> selections(
            page,
            it -> Set.of("rate", "irate").contains(it.function()) && !it.range().equals("$__rate_interval"),
            "a rate over something else than $__rate_interval")),
    TARGET_CLUSTER(page -> selections(page, it -> !has(it, "cluster", "$cluster"), "without cluster=~\"$cluster\"")),
    TARGET_NAMESPACE(
            page -> selections(page, it -> !has(it, "namespace", "$namespace"), "without namespace=~\"$namespace\"")),
    TARGET_JOB(page -> selections(page, it -> !has(it, "job", "$job"), "without job=~\"$job\"")),
    TARGET_INSTANCE(
            page -> selections(page, it -> !has(it, "instance", "$instance"), "without instance=~\"$instance\"")),
    /** Beyond the linter's own rule: growth compares a counter's value with the one at the start of a window. */
    TARGET_COUNTER_AGG(page -> queries(
            page.panelQueries(),
            query -> query.read().selections().stream()
                    .filter(it -> it.name().endsWith("_total"))
                    .anyMatch(it -> it.range().isEmpty() && !it.function().equals("timestamp")
                            ? !query.text().matches("(?s).*\\b" + it.name() + "\\{[^}]*} offset .*")
                            : !isOverTime(it)),
            "a counter outside rate, irate, increase and growth")),
    UNEDITABLE(page -> complain(!page.json().text("editable").equals("false"), "page: can be edited"));

    private final Function<Page, List<String>> check;

    LinterRule(Function<Page, List<String>> check) {
        this.check = check;
    }

    @Override
    public List<String> broken(Page page) {
        return check.apply(page);
    }

    private static List<String> complain(boolean broken, String complaint) {
        return broken ? List.of(complaint) : List.of();
    }

    private static List<String> targetVariable(Page page, String name, String label) {
        Node variable = page.variable(name);
        return complain(
                !variable.text("type").equals("query")
                        || !variable.text("label").equals(label)
                        || !variable.text("multi").equals("true")
                        || !variable.text("includeAll").equals("true")
                        || !variable.text("allValue").equals(".*")
                        || !variable.text("datasource", "uid").equals("${datasource}"),
                "$" + name + ": not a query with the label " + label
                        + ", several choices, and All as .*, which matches series without the label, too");
    }

    private static boolean isOverTime(Selection selection) {
        return Set.of(
                        "rate",
                        "irate",
                        "increase",
                        "resets",
                        "last_over_time",
                        "min_over_time",
                        "max_over_time",
                        "timestamp")
                .contains(selection.function());
    }

    private static boolean isTemplated(Node panel) {
        List<Node> all = new ArrayList<>(panel.at("targets").items());
        all.add(panel);
        return all.stream().allMatch(part -> part.text("datasource", "uid").equals("${datasource}"));
    }

    private static boolean has(Selection selection, String label, String variable) {
        return selection.matchers().contains(new LabelMatcher(label, "=~", variable));
    }

    private static List<String> panels(Page page, Predicate<Node> broken, String complaint) {
        return page.panels().stream()
                .filter(broken)
                .map(panel -> panel.text("title") + ": " + complaint)
                .toList();
    }

    private static List<String> selections(Page page, Predicate<Selection> broken, String complaint) {
        return queries(
                page.panelQueries(), query -> query.read().selections().stream().anyMatch(broken), complaint);
    }

    private static List<String> queries(List<Query> queries, Predicate<Query> broken, String complaint) {
        return queries.stream()
                .filter(broken)
                .map(query -> query.place() + ": " + complaint + ": " + query.text())
                .toList();
    }
}
