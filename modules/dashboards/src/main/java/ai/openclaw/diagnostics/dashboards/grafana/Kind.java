package ai.openclaw.diagnostics.dashboards.grafana;

import static ai.openclaw.diagnostics.dashboards.grafana.Json.object;

import java.util.List;
import java.util.Map;

/** The kinds of panels, with the settings that all panels of a kind share. */
enum Kind {
    STAT("stat", 3, 4) {
        @Override
        Map<String, Object> options() {
            return object(
                    "colorMode", "value",
                    "graphMode", "area",
                    "justifyMode", "auto",
                    "orientation", "auto",
                    "percentChangeColorMode", "standard",
                    "reduceOptions", LAST,
                    "showPercentChange", false,
                    "textMode", "auto",
                    "wideLayout", true);
        }
    },
    GAUGE("gauge", 3, 4) {
        @Override
        Map<String, Object> options() {
            return object(
                    "minVizHeight",
                    75,
                    "minVizWidth",
                    75,
                    "orientation",
                    "auto",
                    "reduceOptions",
                    LAST,
                    "showThresholdLabels",
                    false,
                    "showThresholdMarkers",
                    true,
                    "sizing",
                    "auto");
        }
    },
    BAR_GAUGE("bargauge", 8, 8) {
        @Override
        Map<String, Object> options() {
            return object(
                    "displayMode",
                    "basic",
                    "legend",
                    legend("list", List.of()),
                    "maxVizHeight",
                    40,
                    "minVizHeight",
                    16,
                    "minVizWidth",
                    8,
                    "namePlacement",
                    "auto",
                    "orientation",
                    "horizontal",
                    "reduceOptions",
                    LAST,
                    "showUnfilled",
                    true,
                    "sizing",
                    "auto",
                    "valueMode",
                    "color");
        }
    },
    TIME_SERIES("timeseries", 8, 8) {
        @Override
        Map<String, Object> options() {
            return object("legend", legend("table", List.of("lastNotNull", "mean", "max")), "tooltip", TOOLTIP);
        }

        @Override
        Map<String, Object> custom() {
            return object(
                    "drawStyle",
                    "line",
                    "fillOpacity",
                    10,
                    "gradientMode",
                    "none",
                    "lineInterpolation",
                    "linear",
                    "lineWidth",
                    1,
                    "pointSize",
                    4,
                    "showPoints",
                    "auto",
                    "spanNulls",
                    false,
                    "stacking",
                    object("group", "A", "mode", "none"),
                    "thresholdsStyle",
                    object("mode", "off"));
        }
    },
    STATE_TIMELINE("state-timeline", 12, 6) {
        @Override
        Map<String, Object> options() {
            return object(
                    "alignValue",
                    "left",
                    "legend",
                    legend("list", List.of()),
                    "mergeValues",
                    true,
                    "rowHeight",
                    0.8,
                    "showValue",
                    "never",
                    "tooltip",
                    TOOLTIP);
        }

        @Override
        Map<String, Object> custom() {
            return object("fillOpacity", 80, "lineWidth", 0);
        }
    },
    HEATMAP("heatmap", 8, 8) {
        @Override
        Map<String, Object> options() {
            return object(
                    "calculate", false,
                    "cellGap", 1,
                    "cellValues", object("decimals", 0, "unit", "short"),
                    "color", COLOURS,
                    "exemplars", object("color", "rgba(255,0,255,0.7)"),
                    "filterValues", object("le", 0.01),
                    "legend", object("show", true),
                    "rowsFrame", object("layout", "auto"),
                    "tooltip", object("mode", "single", "showColorScale", true, "yHistogram", true));
        }
    },
    TABLE("table", 16, 8) {
        @Override
        Map<String, Object> options() {
            return object("cellHeight", "sm", "frameIndex", 0, "showHeader", true);
        }

        @Override
        Map<String, Object> custom() {
            return object("align", "auto", "cellOptions", object("type", "auto"), "inspect", false);
        }
    };

    private static final Map<String, Object> LAST =
            object("calcs", List.of("lastNotNull"), "fields", "", "values", false);
    private static final Map<String, Object> TOOLTIP = object("hideZeros", false, "mode", "multi", "sort", "desc");
    private static final Map<String, Object> COLOURS = object(
            "exponent", 0.5,
            "fill", "dark-orange",
            "mode", "scheme",
            "reverse", false,
            "scale", "exponential",
            "scheme", "Oranges",
            "steps", 64);

    private final String type;
    private final int width;
    private final int height;

    Kind(String type, int width, int height) {
        this.type = type;
        this.width = width;
        this.height = height;
    }

    /** Returns Grafana's name of the kind. */
    String type() {
        return type;
    }

    /** Returns the usual width, in the 24 columns of the grid. */
    int width() {
        return width;
    }

    /** Returns the usual height. */
    int height() {
        return height;
    }

    /** Returns new options, which a panel may change. */
    abstract Map<String, Object> options();

    /** Returns new settings for how a field is drawn, which a panel may change. */
    Map<String, Object> custom() {
        return object();
    }

    private static Map<String, Object> legend(String mode, List<String> columns) {
        Map<String, Object> legend =
                object("calcs", columns, "displayMode", mode, "placement", "bottom", "showLegend", true);
        if (!columns.isEmpty()) {
            legend.put("sortBy", "Last *");
            legend.put("sortDesc", true);
        }
        return legend;
    }
}
