package ai.openclaw.diagnostics.preview;

import ai.openclaw.diagnostics.preview.query.Json;
import java.util.regex.Pattern;

/** How a series or column of a panel is shown: what the panel says for all of them, and what it overrides for this name. */
final class Field {

    private final Json config;
    private final String name;

    Field(Json config, String name) {
        this.config = config;
        this.name = name;
    }

    String unit() {
        return property("unit").text("short");
    }

    Json thresholds() {
        return property("thresholds");
    }

    /**
     * Returns the colour that was given to it, or the other.
     *
     * @param index which shade of the colour it has where it shares the colour with others
     */
    String colour(String otherwise, int index) {
        Json given = property("color");
        String colour = Colours.of(given.at("fixedColor").text(otherwise));
        boolean shared = given.at("mode").text("").equals("shades");
        return shared ? Colours.mixed(colour, 1 - 0.2 * (index % 4)) : colour;
    }

    boolean isStacked() {
        return property("custom.stacking").at("mode").text("none").equals("normal");
    }

    boolean isDashed() {
        return property("custom.lineStyle").at("fill").text("").equals("dash");
    }

    /** Returns how much of its colour its area has, 0 to 1. */
    double fill() {
        return property("custom.fillOpacity").number(0) / 100;
    }

    boolean isColouredText() {
        return property("custom.cellOptions").at("type").text("").equals("color-text");
    }

    /** Returns the text for no value. */
    String nothing() {
        return property("noValue").text("No data");
    }

    /** Returns a value's text: the name that was given to it, or the number with its unit. */
    String text(double value) {
        if (Double.isNaN(value)) {
            return nothing();
        }
        return Unit.text(unit(), value, (int) property("decimals").number(-1));
    }

    /** Returns a value's text, as short as an axis needs it. */
    String axisText(double value) {
        return Unit.text(unit(), value, -1)
                .replaceFirst("(\\.\\d*?)0+(?=\\D|$)", "$1")
                .replaceFirst("\\.(?=\\D|$)", "");
    }

    private Json property(String id) {
        Json found = config.at("defaults").at(id.split("[.]"));
        for (Json override : config.at("overrides").items()) {
            if (matches(override.at("matcher"))) {
                for (Json property : override.at("properties").items()) {
                    found = property.at("id").text("").equals(id) ? property.at("value") : found;
                }
            }
        }
        return found;
    }

    private boolean matches(Json matcher) {
        String wanted = matcher.at("options").text("");
        return switch (matcher.at("id").text("")) {
            case "byName" -> wanted.equals(name);
            case "byRegexp" ->
                Pattern.compile(wanted.substring(1, wanted.length() - 1))
                        .matcher(name)
                        .find();
            default -> throw new IllegalArgumentException("override " + matcher + ": not one that the pictures know");
        };
    }
}
