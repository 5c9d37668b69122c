package ai.openclaw.diagnostics.dashboards.grafana;

import static ai.openclaw.diagnostics.dashboards.grafana.Json.object;

import ai.openclaw.diagnostics.catalog.Label;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** Links between pages, which keep the time range and the chosen variables. */
public final class Links {

    /** The variables of every page. */
    private static final List<String> VARIABLES = List.of("datasource", "cluster", "namespace", "job", "instance");

    private Links() {}

    /** Returns the links at the top of every page. */
    static List<Object> toAllPages() {
        Map<String, Object> links = link("dashboards", "OpenClaw", "");
        links.put("includeVars", true);
        links.put("keepTime", true);
        links.put("tags", List.of(Dashboard.TAG));
        return List.of(links);
    }

    /** Returns a link from a value to a page. */
    public static Object to(String page) {
        return toPage("Open " + page, page, Map.of());
    }

    /** Returns a link from a table's row to a page, narrowed to the labels of that row. */
    public static Object to(String page, Label... row) {
        Map<String, String> chosen = new LinkedHashMap<>();
        for (Label label : row) {
            chosen.put(label.name(), "var-" + label.name() + "=${__data.fields." + Table.heading(label) + "}");
        }
        return toPage("Open " + page + " for this row", page, chosen);
    }

    /** A variable that the row chooses must not be kept as well: Grafana would add the two choices up. */
    private static Object toPage(String title, String page, Map<String, String> chosen) {
        StringJoiner parameters = new StringJoiner("&").add("${__url_time_range}");
        VARIABLES.stream()
                .filter(name -> !chosen.containsKey(name))
                .forEach(name -> parameters.add("${" + name + ":queryparam}"));
        chosen.values().forEach(parameters::add);
        return link("link", title, "/d/" + Dashboard.uid(page) + "?" + parameters);
    }

    /** One form for all: Grafana's schema asks for every field in every link. */
    private static Map<String, Object> link(String type, String title, String url) {
        return object(
                "asDropdown",
                false,
                "icon",
                "external link",
                "includeVars",
                false,
                "keepTime",
                false,
                "tags",
                List.of(),
                "targetBlank",
                false,
                "title",
                title,
                "tooltip",
                "",
                "type",
                type,
                "url",
                url);
    }
}
