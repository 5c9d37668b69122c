package ai.openclaw.diagnostics.dashboards.grafana;

import static ai.openclaw.diagnostics.dashboards.grafana.Json.object;

import ai.openclaw.diagnostics.dashboards.query.Queries;
import ai.openclaw.diagnostics.promql.Expression;
import java.util.List;
import java.util.Map;

/** The marks on the time axis of every page. */
final class Annotations {

    private Annotations() {}

    static List<Object> all() {
        Expression restarts = Queries.restarts(Queries.RATE).above(0);
        return List.of(
                builtIn(),
                mark(
                        "Firing alerts",
                        Colours.RED,
                        Queries.FIRING.value(),
                        "{{alertname}}",
                        "{{severity}} {{instance}}"),
                mark(
                        "Restarts",
                        Colours.ORANGE,
                        restarts,
                        "Gateway restarted",
                        "{{instance}} {{namespace}} {{cluster}}"));
    }

    /** Grafana adds it where it is missing, and would say that the page was changed. */
    private static Map<String, Object> builtIn() {
        return object(
                "builtIn",
                1,
                "datasource",
                object("type", "grafana", "uid", "-- Grafana --"),
                "enable",
                true,
                "hide",
                true,
                "iconColor",
                "rgba(0, 211, 255, 1)",
                "name",
                "Annotations & Alerts",
                "type",
                "dashboard");
    }

    private static Map<String, Object> mark(String name, String colour, Expression query, String title, String text) {
        return object(
                "datasource",
                Target.DATA_SOURCE,
                "enable",
                true,
                "hide",
                false,
                "iconColor",
                colour,
                "name",
                name,
                "target",
                object("expr", query.text(), "interval", Target.MIN_STEP, "refId", "Anno"),
                "textFormat",
                text,
                "titleFormat",
                title);
    }
}
