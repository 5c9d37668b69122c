package ai.openclaw.diagnostics.dashboards.grafana;

import static ai.openclaw.diagnostics.dashboards.grafana.Colours.GREEN;
import static ai.openclaw.diagnostics.dashboards.grafana.Colours.RED;
import static ai.openclaw.diagnostics.dashboards.grafana.Colours.YELLOW;
import static ai.openclaw.diagnostics.dashboards.grafana.Json.NULL;
import static ai.openclaw.diagnostics.dashboards.grafana.Json.object;

import java.util.List;

/** Which colour a value has. */
final class ValueColours {

    private ValueColours() {}

    /** Returns one colour for every value. */
    static Object always(String colour) {
        return of(step(colour, NULL));
    }

    /** Returns a colour, yellow from one value on, red from another. */
    static Object risky(String usual, double warning, double critical) {
        return of(step(usual, NULL), step(YELLOW, warning), step(RED, critical));
    }

    /** Returns green, and red from this value on. */
    static Object never(double critical) {
        return of(step(GREEN, NULL), step(RED, critical));
    }

    /** Returns red, yellow from one value on, green from another. */
    static Object wanted(double poor, double good) {
        return of(step(RED, NULL), step(YELLOW, poor), step(GREEN, good));
    }

    /** Returns the override by which the series of this name is red, and green from this value on. */
    static Object needed(String series, double least) {
        Object thresholds = of(step(RED, NULL), step(GREEN, least));
        return object(
                "matcher", object("id", "byName", "options", series),
                "properties", List.of(object("id", "thresholds", "value", thresholds)));
    }

    private static Object of(Object... steps) {
        return object("mode", "absolute", "steps", List.of(steps));
    }

    private static Object step(String colour, Object from) {
        return object("color", colour, "value", from);
    }
}
