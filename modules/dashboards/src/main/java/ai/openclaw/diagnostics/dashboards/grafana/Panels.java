package ai.openclaw.diagnostics.dashboards.grafana;

import static ai.openclaw.diagnostics.dashboards.grafana.Json.object;

/** Panels as pages begin them, one method for each use that a kind of panel is put to. */
public final class Panels {

    private Panels() {}

    /** A number of now, with its course in the background. */
    public static Panel stat(String title, String unit, String description) {
        return new Panel(Kind.STAT, title, unit, description).coloured("thresholds");
    }

    /** A number over the whole time range. */
    public static Panel total(String title, String unit, String description) {
        return stat(title, unit, description).instant().option("graphMode", "none");
    }

    /** A share of something that can be used up. */
    public static Panel gauge(String title, String unit, String description) {
        return new Panel(Kind.GAUGE, title, unit, description)
                .coloured("thresholds")
                .instant();
    }

    /** A bar for each series, over the whole time range. */
    public static Panel bars(String title, String unit, String description) {
        return new Panel(Kind.BAR_GAUGE, title, unit, description)
                .coloured("palette-classic")
                .instant()
                .from(0);
    }

    /** Lines over time, from zero. */
    public static Panel lines(String title, String unit, String description) {
        return new Panel(Kind.TIME_SERIES, title, unit, description)
                .coloured("palette-classic")
                .from(0);
    }

    /** Parts of a whole over time. */
    public static Panel stack(String title, String unit, String description) {
        return lines(title, unit, description)
                .custom("stacking", object("group", "A", "mode", "normal"))
                .custom("fillOpacity", 40);
    }

    /** States over time. */
    public static Panel states(String title, String unit, String description) {
        return new Panel(Kind.STATE_TIMELINE, title, unit, description).coloured("thresholds");
    }

    /** How a histogram's values are spread, over time. */
    public static Panel heatmap(String title, String unit, String description) {
        Panel panel = new Panel(Kind.HEATMAP, title, unit, description);
        return panel.option("yAxis", object("axisPlacement", "left", "reverse", false, "unit", unit));
    }

    /** Rows without columns, see {@link Table}. */
    static Panel table(String title, String description) {
        return new Panel(Kind.TABLE, title, "short", description)
                .coloured("thresholds")
                .instant();
    }
}
