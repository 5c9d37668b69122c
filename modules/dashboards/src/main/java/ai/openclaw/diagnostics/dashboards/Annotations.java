package ai.openclaw.diagnostics.dashboards;

import static ai.openclaw.diagnostics.catalog.OpenClawCatalog.SESSION_STATE_TOTAL;
import static ai.openclaw.diagnostics.dashboards.Json.object;
import static ai.openclaw.diagnostics.promql.Promql.max;
import static ai.openclaw.diagnostics.promql.Promql.resets;
import static ai.openclaw.diagnostics.promql.TargetLabels.INSTANCE;

import ai.openclaw.diagnostics.promql.Expression;
import java.util.List;
import java.util.Map;

/** The marks on the time axis of every page. */
final class Annotations {

    private Annotations() {}

    static List<Object> all() {
        Expression resets = max(resets(Queries.ALL.of(SESSION_STATE_TOTAL), Queries.RATE), INSTANCE)
                .above(0);
        return List.of(
                builtIn(),
                mark(
                        "Firing alerts",
                        Colours.RED,
                        Queries.FIRING.value(),
                        "{{alertname}}",
                        "{{severity}} {{instance}}"),
                mark("Counter resets", Colours.ORANGE, resets, "Counters began anew", "{{instance}}"));
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
                object("expr", query.text(), "interval", "", "refId", "Anno"),
                "textFormat",
                text,
                "titleFormat",
                title);
    }
}
