package ai.openclaw.diagnostics.dashboards.grafana;

import static ai.openclaw.diagnostics.dashboards.grafana.Json.NULL;
import static ai.openclaw.diagnostics.dashboards.grafana.Json.object;
import static ai.openclaw.diagnostics.promql.TargetLabels.CLUSTER;
import static ai.openclaw.diagnostics.promql.TargetLabels.INSTANCE;
import static ai.openclaw.diagnostics.promql.TargetLabels.JOB;
import static ai.openclaw.diagnostics.promql.TargetLabels.NAMESPACE;

import ai.openclaw.diagnostics.dashboards.query.Queries;
import ai.openclaw.diagnostics.promql.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A page: its variables, and its panels in rows. Its methods change it and return it. */
public final class Dashboard {

    static final String TAG = "openclaw";

    private static final int SCHEMA_VERSION = 39; // Grafana 10.4 and 11 write it, later ones migrate it as they load it

    private static final String IN_CLUSTER = "cluster=~\"$cluster\"";
    private static final String IN_NAMESPACE = IN_CLUSTER + ",namespace=~\"$namespace\"";

    private final String page;
    private final String title;
    private final String description;
    private final List<Object> variables = new ArrayList<>();
    private final Grid grid = new Grid();

    /**
     * Makes an empty page.
     *
     * @param page its short name, such as {@code cost}
     * @param title its title
     * @param description the questions that it answers
     */
    public Dashboard(String page, String title, String description) {
        this.page = page;
        this.title = title;
        this.description = description;
        variables.add(Variable.dataSource());
        variables.add(Variable.values(CLUSTER, Scope.of("").of(Queries.EXPORTERS_STARTED)));
        variables.add(Variable.values(NAMESPACE, Scope.of(IN_CLUSTER).of(Queries.EXPORTERS_STARTED)));
        variables.add(Variable.values(JOB, Scope.of(IN_NAMESPACE).of(Queries.EXPORTERS_STARTED)));
        variables.add(Variable.values(
                INSTANCE, Scope.of(IN_NAMESPACE + ",job=~\"$job\"").of(Queries.EXPORTERS_STARTED)));
    }

    /** Returns the id of a page, by which links find it. */
    public static String uid(String page) {
        return "openclaw-" + page;
    }

    /** Returns its short name, such as {@code cost}. */
    public String page() {
        return page;
    }

    /** Returns the id by which links find it. */
    public String uid() {
        return uid(page);
    }

    /** Adds something to choose at the top. */
    public Dashboard variable(Object variable) {
        variables.add(variable);
        return this;
    }

    /** Adds a heading, and panels from left to right, as many in a line as fit. */
    public Dashboard row(String heading, Panel... panels) {
        grid.row(heading, panels);
        return this;
    }

    /** As {@link #row}, closed until its heading is clicked; a closed row asks nothing. */
    public Dashboard closedRow(String heading, Panel... panels) {
        grid.closedRow(heading, panels);
        return this;
    }

    /** Returns the file's text. */
    public String text() {
        return Json.text(json());
    }

    private Map<String, Object> json() {
        return object(
                "annotations",
                object("list", Annotations.all()),
                "description",
                description,
                "editable",
                false,
                "fiscalYearStartMonth",
                0,
                "graphTooltip",
                1,
                "id",
                NULL,
                "links",
                Links.toAllPages(),
                "liveNow",
                false,
                "panels",
                grid.json(),
                "refresh",
                "30s",
                "schemaVersion",
                SCHEMA_VERSION,
                "tags",
                List.of(TAG, "ai-gateway"),
                "templating",
                object("list", variables),
                "time",
                object("from", "now-6h", "to", "now"),
                "timepicker",
                object(),
                "timezone",
                "browser",
                "title",
                "OpenClaw / " + title,
                "uid",
                uid(),
                "version",
                1,
                "weekStart",
                "");
    }
}
