package ai.openclaw.diagnostics.dashboards;

import static ai.openclaw.diagnostics.catalog.domain.ModelMetrics.GEN_AI_TOKEN_USAGE;
import static ai.openclaw.diagnostics.catalog.domain.ModelMetrics.MODEL_COST_USD;
import static ai.openclaw.diagnostics.catalog.domain.ModelMetrics.MODEL_TOKENS_TOTAL;
import static ai.openclaw.diagnostics.catalog.domain.SessionMetrics.SESSION_RECOVERY_AGE;
import static ai.openclaw.diagnostics.catalog.domain.SessionMetrics.SESSION_RECOVERY_TOTAL;

import ai.openclaw.diagnostics.catalog.Family;
import ai.openclaw.diagnostics.dashboards.Page.Node;
import ai.openclaw.diagnostics.dashboards.Page.Query;
import ai.openclaw.diagnostics.promql.QueryText.Selection;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What holds for the pages of this project beyond what Grafana's linter asks. */
enum HouseRule implements Rule {
    METRICS_EXIST(page -> selections(page, (query, it) -> !Samples.exists(it), "no metric of the catalog")),
    LABELS_EXIST(page -> selections(
            page,
            (query, it) -> !it.matchers().stream()
                    .allMatch(matcher -> Samples.labels(it).contains(matcher.label())),
            "a label that the metric does not have")),
    GROUPINGS_EXIST(page -> queries(
            page.allQueries(),
            query -> query.read().groupings().stream()
                    .anyMatch(label -> query.read().selections().stream()
                            .noneMatch(it -> Samples.labels(it).contains(label))),
            "groups by a label that none of its metrics has")),
    BOUNDS_EXIST(page ->
            selections(page, (query, it) -> !boundsExist(page, it), "a bound that the histogram does not have")),
    LEGENDS_NAME_LABELS_OF_THE_ANSWER(page -> queries(
            page.panelQueries(),
            query -> !query.read().groupings().containsAll(found("\\{\\{(\\w+)}}", query.legend())),
            "a legend with a label that is not in the answer")),
    NO_SUM_OVER_OVERLAPPING_TOKENS(
            page -> selections(page, HouseRule::sumsTokens, "sums over kinds of tokens that overlap")),
    NO_SUM_OVER_RECOVERY_STATUSES(page -> selections(
            page,
            (query, it) -> isOf(it, SESSION_RECOVERY_TOTAL, SESSION_RECOVERY_AGE) && !isApart(query, it, "status", "="),
            "sums requests and results of recoveries")),
    DESCRIPTION_ENDS_WITH_THE_METRICS(page -> panels(
            page,
            panel -> !panel.text("description").matches("(?s).{30,}\n\nMetric: \\S[^\n]+[.]"),
            "a description that does not end with its metrics")),
    MONEY_SAYS_WHAT_IT_CANNOT_SEE(page -> panels(
            page,
            panel -> panel.text("description").contains(MODEL_COST_USD.name())
                    && !panel.text("title").equals("Models without a price")
                    && !panel.text("description")
                            .contains("It cannot see calls that report no usage, nor models without a price"),
            "shows money and does not say what it cannot see")),
    QUIET_PANELS_SAY_SO(page -> panels(
            page,
            panel -> panel.text("fieldConfig", "defaults", "noValue").isBlank(),
            "says nothing where there is nothing")),
    COLOURS_ARE_FIXED(page -> panels(page, panel -> !OutcomeColours.areFixed(panel), "an outcome without its colour")),
    VARIABLES_ARE_DEFINED(page -> {
        Set<String> unknown = new TreeSet<>(usedVariables(page));
        page.variables().forEach(variable -> unknown.remove(variable.text("name")));
        return unknown.stream()
                .map(name -> "page: $" + name + " is not defined")
                .toList();
    }),
    VARIABLES_ARE_USED(page -> {
        Set<String> used = new HashSet<>();
        page.panels().forEach(panel -> used.addAll(variablesIn(panel.text("datasource", "uid"))));
        page.panelQueries().forEach(query -> used.addAll(variablesIn(query.text())));
        return page.variables().stream()
                .map(variable -> variable.text("name"))
                .filter(name -> !used.contains(name))
                .map(name -> "page: no panel uses $" + name)
                .toList();
    }),
    IDS_ARE_UNIQUE(page -> {
        Set<String> seen = new HashSet<>();
        return Stream.concat(page.grid().stream(), page.closedRows().stream().flatMap(List::stream))
                .filter(panel -> panel.text("id").isEmpty() || !seen.add(panel.text("id")))
                .map(panel -> panel.text("title") + ": an id that another panel has")
                .toList();
    }),
    PANELS_DO_NOT_OVERLAP(page -> Stream.concat(Stream.of(page.grid()), page.closedRows().stream())
            .flatMap(panels -> overlaps(panels).stream())
            .toList()),
    TWO_SCREENS_ARE_ENOUGH(page -> page.grid().stream()
            .filter(panel -> panel.number("gridPos", "y") + panel.number("gridPos", "h") > HouseRule.MAX_HEIGHT)
            .map(panel -> panel.text("title") + ": below the second screen of an open page")
            .toList()),
    SCRAPES_OF_A_MINUTE_ARE_SEEN(page -> panels(
            page,
            panel -> !panel.text("interval").equals("1m")
                    || panel.at("targets").items().stream()
                            .anyMatch(target -> !target.text("interval").equals("1m")),
            "without the least step of 1m, of which rates take four")),
    GATEWAYS_ARE_TOLD_APART(page -> queries(
            page.panelQueries(),
            query -> query.read().groupings().contains("instance")
                    && !query.read().groupings().containsAll(Set.of("cluster", "namespace", "job")),
            "groups by instance alone; two clusters may have an instance of one name")),
    EXPORTABLE(page -> {
        Node json = page.json();
        boolean asExported = json.text("schemaVersion").equals("39")
                && json.at("id").value() == null
                && json.at("__inputs").value() == null
                && json.text("uid").matches("openclaw-[a-z]+")
                && json.text("title").startsWith("OpenClaw / ")
                && !json.text("description").isBlank()
                && json.at("tags").items().contains(new Node("openclaw"));
        return asExported ? List.of() : List.of("page: not as Grafana exports it, or without its id, title or tag");
    });

    /** The sets of token types that are all tokens, each once. */
    private static final Set<String> TOTALS = Set.of("prompt|output", "input|output|cache_read|cache_write");

    /** Two screens of 1080 pixels: Grafana's rows are 38 pixels high, and its own heading takes some. */
    private static final int MAX_HEIGHT = 50;

    private final Function<Page, List<String>> check;

    HouseRule(Function<Page, List<String>> check) {
        this.check = check;
    }

    @Override
    public List<String> broken(Page page) {
        return check.apply(page);
    }

    // ---------------------------------------------------------------- checks

    private static boolean boundsExist(Page page, Selection selection) {
        return selection.matchers().stream()
                .filter(matcher -> matcher.label().equals("le"))
                .flatMap(matcher -> List.of(matcher.value().split("\\|")).stream())
                .map(text -> text.replaceAll("\\[[.]]0$", ""))
                .flatMap(text -> text.startsWith("$") ? choices(page, text).stream() : List.of(text).stream())
                .allMatch(bound -> Samples.bounds(selection).contains(bound));
    }

    private static List<String> choices(Page page, String variable) {
        return page.variable(variable.replaceAll("[${}]", "")).at("options").items().stream()
                .map(option -> option.text("value"))
                .toList();
    }

    private static boolean sumsTokens(Query query, Selection selection) {
        return isOf(selection, MODEL_TOKENS_TOTAL, GEN_AI_TOKEN_USAGE)
                && !isApart(query, selection, "token_type", "=")
                && selection.matchers().stream()
                        .noneMatch(matcher -> matcher.label().equals("token_type") && TOTALS.contains(matcher.value()));
    }

    /** Tells whether the values of a label are kept apart, or only one of them is read. */
    private static boolean isApart(Query query, Selection selection, String label, String operator) {
        return query.read().groupings().contains(label)
                || selection.matchers().stream()
                        .anyMatch(matcher -> matcher.label().equals(label)
                                && matcher.operator().equals(operator));
    }

    private static boolean isOf(Selection selection, Family... families) {
        return List.of(families).stream()
                .anyMatch(family -> family.exposedNames().contains(selection.name()));
    }

    private static Set<String> usedVariables(Page page) {
        Set<String> used = new TreeSet<>();
        page.allQueries().forEach(query -> used.addAll(variablesIn(query.text())));
        page.panels().forEach(panel -> used.addAll(variablesIn(panel.text("title") + Page.links(panel))));
        return used;
    }

    private static List<String> overlaps(List<Node> panels) {
        List<String> broken = new ArrayList<>();
        Map<String, String> taken = new java.util.HashMap<>();
        for (Node panel : panels) {
            int x = panel.number("gridPos", "x");
            int y = panel.number("gridPos", "y");
            for (int cell = 0; cell < panel.number("gridPos", "w") * panel.number("gridPos", "h"); cell++) {
                int column = x + cell % panel.number("gridPos", "w");
                String place = column + "/" + (y + cell / panel.number("gridPos", "w"));
                String other = taken.put(place, panel.text("title"));
                if (column < 0 || column >= 24 || other != null) {
                    broken.add(panel.text("title") + ": outside the grid or over " + other + " at " + place);
                    break;
                }
            }
        }
        return broken;
    }

    // --------------------------------------------------------------- helpers

    private static Set<String> variablesIn(String text) {
        return found("\\$\\{?(?!__)(\\w+)", text);
    }

    static Set<String> found(String pattern, String text) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    private static List<String> selections(Page page, BiPredicate<Query, Selection> broken, String complaint) {
        return queries(
                page.allQueries(),
                query -> query.read().selections().stream().anyMatch(it -> broken.test(query, it)),
                complaint);
    }

    private static List<String> queries(List<Query> queries, Predicate<Query> broken, String complaint) {
        return queries.stream()
                .filter(broken)
                .map(query -> query.place() + ": " + complaint + ": " + query.text())
                .toList();
    }

    private static List<String> panels(Page page, Predicate<Node> broken, String complaint) {
        return page.panels().stream()
                .filter(broken)
                .map(panel -> panel.text("title") + ": " + complaint)
                .toList();
    }
}
