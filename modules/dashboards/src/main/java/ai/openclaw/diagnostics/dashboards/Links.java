package ai.openclaw.diagnostics.dashboards;

import static ai.openclaw.diagnostics.dashboards.Json.object;

import ai.openclaw.diagnostics.catalog.Label;
import java.util.List;
import java.util.Map;

/** The ways from a page to another, which keep the time range and what was chosen. */
final class Links {

    private static final String KEPT =
            "${__url_time_range}&${datasource:queryparam}&${job:queryparam}&${instance:queryparam}";

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
    static Object to(String page) {
        return toPage("Open " + page, page, "");
    }

    /** Returns a link from a table's row to a page, narrowed to the labels of that row. */
    static Object to(String page, Label... row) {
        StringBuilder chosen = new StringBuilder();
        for (Label label : row) {
            chosen.append("&var-").append(label.name()).append("=${__data.fields.");
            chosen.append(Table.heading(label)).append('}');
        }
        return toPage("Open " + page + " for this row", page, chosen.toString());
    }

    private static Object toPage(String title, String page, String chosen) {
        return link("link", title, "/d/" + Dashboard.uid(page) + "?" + KEPT + chosen);
    }

    /** One form for all: Grafana's schema asks for every field wherever a link stands. */
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
