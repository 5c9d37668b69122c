package ai.openclaw.diagnostics.dashboards.grafana;

import static ai.openclaw.diagnostics.catalog.domain.Labels.KIND;
import static ai.openclaw.diagnostics.catalog.domain.Labels.LEVEL;
import static ai.openclaw.diagnostics.catalog.domain.Labels.OUTCOME;
import static ai.openclaw.diagnostics.catalog.domain.Labels.RECOVERY_STATUS;
import static ai.openclaw.diagnostics.catalog.domain.Labels.STATE;
import static ai.openclaw.diagnostics.catalog.domain.Labels.TOKEN_TYPE;
import static ai.openclaw.diagnostics.dashboards.grafana.Json.object;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a colour means: one value of a label has one colour on every page. */
public final class Colours {

    public static final String GREEN = "green";
    static final String YELLOW = "yellow";
    public static final String ORANGE = "orange";
    public static final String RED = "red";
    public static final String BLUE = "blue";
    public static final String PURPLE = "purple";
    static final String GREY = "#8e8e8e";
    static final String LIGHT_GREY = "#c7c7c7";

    /** Label → value → colour. */
    private static final Map<String, Map<String, String>> MEANING = Map.of(
            OUTCOME.name(), pairs("completed", GREEN, "error", RED, "skipped", GREY, "aborted", ORANGE),
            RECOVERY_STATUS.name(),
                    pairs(
                            "requested",
                            BLUE,
                            "released",
                            GREEN,
                            "aborted",
                            ORANGE,
                            "skipped",
                            GREY,
                            "noop",
                            LIGHT_GREY,
                            "failed",
                            RED,
                            "started",
                            GREEN,
                            "failure",
                            RED,
                            "dropped",
                            ORANGE),
            STATE.name(), pairs("processing", BLUE, "waiting", YELLOW, "idle", GREY),
            LEVEL.name(), pairs("warning", YELLOW, "critical", RED),
            TOKEN_TYPE.name(), pairs("input", BLUE, "output", GREEN, "cache_read", PURPLE, "cache_write", ORANGE),
            KIND.name(), pairs("rss", ORANGE, "heap_total", BLUE, "heap_used", GREEN));

    private Colours() {}

    private static Map<String, String> pairs(String... valuesAndColours) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (int i = 0; i < valuesAndColours.length; i += 2) {
            pairs.put(valuesAndColours[i], valuesAndColours[i + 1]);
        }
        return pairs;
    }

    /** Tells whether the values of a label have fixed colours; such a label is first in a legend. */
    static boolean has(String label) {
        return MEANING.containsKey(label);
    }

    /**
     * Returns the overrides for series whose legend begins with a value of one of these labels. Where several series share
     * the value, they are shades of its colour.
     */
    static List<Object> overrides(Collection<String> labels) {
        List<Object> overrides = new ArrayList<>();
        String mode = labels.size() == 1 ? "fixed" : "shades";
        for (String label : labels) {
            MEANING.getOrDefault(label, Map.of())
                    .forEach((value, colour) -> overrides.add(override(beginning(value), mode, colour)));
        }
        return overrides;
    }

    /** Returns the override that gives the series of this name a colour. */
    static Object named(String name, String colour) {
        return override(object("id", "byName", "options", name), "fixed", colour);
    }

    /** Returns the override that takes the series of this name out of a stack, as a dashed line. */
    static Object acrossTheStack(String name) {
        return object(
                "matcher",
                object("id", "byName", "options", name),
                "properties",
                List.of(
                        object("id", "custom.stacking", "value", object("group", "A", "mode", "none")),
                        object("id", "custom.fillOpacity", "value", 0),
                        object("id", "custom.lineStyle", "value", object("dash", List.of(10, 10), "fill", "dash"))));
    }

    private static Map<String, Object> beginning(String value) {
        return object("id", "byRegexp", "options", "/^" + value + "( |$)/");
    }

    private static Object override(Map<String, Object> matcher, String mode, String colour) {
        Object fixed = object("fixedColor", colour, "mode", mode);
        return object("matcher", matcher, "properties", List.of(object("id", "color", "value", fixed)));
    }
}
