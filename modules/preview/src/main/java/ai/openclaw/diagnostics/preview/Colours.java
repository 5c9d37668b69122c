package ai.openclaw.diagnostics.preview;

import ai.openclaw.diagnostics.preview.query.Json;
import java.util.List;
import java.util.Map;

/** Colours on a dark ground. */
final class Colours {

    static final String GROUND = "#111217";
    static final String PANEL = "#181b1f";
    static final String EDGE = "#2c2f36";
    static final String GRID = "#2b2e34";
    static final String TEXT = "#d5d6dd";
    static final String DIM = "#9a9ca6";

    private static final Map<String, String> NAMED = Map.of(
            "green", "#73bf69",
            "yellow", "#fade2a",
            "orange", "#ff9830",
            "red", "#f2495c",
            "blue", "#5794f2",
            "purple", "#b877d9",
            "text", TEXT);
    private static final List<String> PALETTE = List.of(
            "#7eb26d", "#eab839", "#6ed0e0", "#ef843c", "#e24d42", "#3f8fd2", "#ba43a9", "#8a7bc8", "#629e51",
            "#e5a8e2");

    private Colours() {}

    /** Returns a colour by Grafana's name of it, or as it is. */
    static String of(String name) {
        return NAMED.getOrDefault(name, name);
    }

    /** Returns a colour of the palette. */
    static String any(int index) {
        return PALETTE.get(index % PALETTE.size());
    }

    /** Returns the colour of a value: that of the last step which it reaches. */
    static String atStep(Json thresholds, double value) {
        String colour = TEXT;
        for (Json step : thresholds.at("steps").items()) {
            if (value >= step.at("value").number(Double.NEGATIVE_INFINITY)) {
                colour = step.at("color").text(colour);
            }
        }
        return of(colour);
    }

    /** Returns a colour on a panel's ground, 0 being the ground and 1 the colour. */
    static String mixed(String colour, double share) {
        StringBuilder mixed = new StringBuilder("#");
        for (int i = 1; i < 7; i += 2) {
            int ground = Integer.parseInt(PANEL.substring(i, i + 2), 16);
            int full = Integer.parseInt(colour.substring(i, i + 2), 16);
            mixed.append(String.format("%02x", Math.round(ground + (full - ground) * share)));
        }
        return mixed.toString();
    }
}
