package ai.openclaw.diagnostics.dashboards;

import static ai.openclaw.diagnostics.dashboards.Colours.GREEN;
import static ai.openclaw.diagnostics.dashboards.Colours.RED;
import static ai.openclaw.diagnostics.dashboards.Colours.YELLOW;
import static ai.openclaw.diagnostics.dashboards.Json.NULL;
import static ai.openclaw.diagnostics.dashboards.Json.object;

import ai.openclaw.diagnostics.promql.Expression;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A panel: what it is called, what it asks, and where it differs from others of its kind. Its methods change it and
 * return it.
 */
final class Panel {

    private static final String QUIET = "No traffic";
    private static final int MAX_STEPS = 200;
    private static final int MAX_BUCKET_STEPS = 50;
    private static final int MAX_STEPS_OF_RARE = 1_000;

    // A quantile of nothing is NaN, which is no value that a person should read.
    private static final Object NO_TRAFFIC =
            object("options", object("match", "nan", "result", object("index", 0, "text", QUIET)), "type", "special");

    private final Kind kind;
    private final String title;
    private final String description;
    private final List<Target> targets = new ArrayList<>();
    private final Map<String, Object> defaults;
    private final Map<String, Object> custom;
    private final Map<String, Object> options;
    private final List<Object> overrides = new ArrayList<>();
    private final List<Object> transformations = new ArrayList<>();
    private int width;
    private int height;
    private boolean instant;
    private String timeFrom = "";
    private int maxSteps = MAX_STEPS;

    private Panel(Kind kind, String title, String unit, String description) {
        this.kind = kind;
        this.title = title;
        this.description = description;
        this.custom = kind.custom();
        this.options = kind.options();
        this.width = kind.width();
        this.height = kind.height();
        this.defaults = object("custom", custom, "mappings", List.of(NO_TRAFFIC), "noValue", QUIET, "unit", unit);
        steps(colour("green", NULL));
    }

    /** A number of now, with its course in the background. */
    static Panel stat(String title, String unit, String description) {
        return new Panel(Kind.STAT, title, unit, description).coloured("thresholds");
    }

    /** A number over the whole time range. */
    static Panel total(String title, String unit, String description) {
        return stat(title, unit, description).instant().option("graphMode", "none");
    }

    /** A share of something that can be used up. */
    static Panel gauge(String title, String unit, String description) {
        return new Panel(Kind.GAUGE, title, unit, description)
                .coloured("thresholds")
                .instant();
    }

    /** A bar for each series, over the whole time range. */
    static Panel bars(String title, String unit, String description) {
        return new Panel(Kind.BAR_GAUGE, title, unit, description)
                .coloured("palette-classic")
                .instant()
                .from(0);
    }

    /** Lines over time, from zero. */
    static Panel lines(String title, String unit, String description) {
        return new Panel(Kind.TIME_SERIES, title, unit, description)
                .coloured("palette-classic")
                .from(0);
    }

    /** Parts of a whole over time. */
    static Panel stack(String title, String unit, String description) {
        return lines(title, unit, description)
                .custom("stacking", object("group", "A", "mode", "normal"))
                .custom("fillOpacity", 40);
    }

    /** States over time. */
    static Panel states(String title, String unit, String description) {
        return new Panel(Kind.STATE_TIMELINE, title, unit, description).coloured("thresholds");
    }

    /** How a histogram's values are spread, over time. */
    static Panel heatmap(String title, String unit, String description) {
        Panel panel = new Panel(Kind.HEATMAP, title, unit, description);
        return panel.option("yAxis", object("axisPlacement", "left", "reverse", false, "unit", unit));
    }

    /** Rows without columns, see {@link Table}. */
    static Panel table(String title, String description) {
        return new Panel(Kind.TABLE, title, "short", description)
                .coloured("thresholds")
                .instant();
    }

    // --------------------------------------------------------------- queries

    /** Asks for this; the series are called by their labels. */
    Panel query(Expression query) {
        return query(Target.legend(query, title), query);
    }

    /** Asks for this under a name, which may hold labels as <code>{{label}}</code>. */
    Panel query(String legend, Expression query) {
        targets.add(new Target(query, legend, format(), instant));
        return this;
    }

    private String format() {
        return switch (kind) {
            case TABLE -> "table";
            case HEATMAP -> "heatmap";
            default -> "time_series";
        };
    }

    private Panel instant() {
        instant = true;
        return this;
    }

    // ----------------------------------------------------------- differences

    /** Takes so many of the 24 columns, and so much height. */
    Panel size(int columns, int rows) {
        width = columns;
        height = rows;
        return this;
    }

    /** Green, yellow from one value on, red from another. */
    Panel risky(double warning, double critical) {
        return steps(colour(GREEN, NULL), colour(YELLOW, warning), colour(RED, critical));
    }

    /** Green, and red from this value on. */
    Panel never(double critical) {
        return steps(colour(GREEN, NULL), colour(RED, critical));
    }

    /** Red, yellow from one value on, green from another. */
    Panel wanted(double poor, double good) {
        return steps(colour(RED, NULL), colour(YELLOW, poor), colour(GREEN, good));
    }

    /** Neither good nor bad. */
    Panel neutral() {
        return steps(colour(Colours.BLUE, NULL));
    }

    /** Of the series of this name alone: red, and green from this value on. */
    Panel needed(String series, double least) {
        Object steps = thresholds(colour(RED, NULL), colour(GREEN, least));
        return override(object(
                "matcher", object("id", "byName", "options", series),
                "properties", List.of(object("id", "thresholds", "value", steps))));
    }

    private Panel steps(Object... steps) {
        defaults.put("thresholds", thresholds(steps));
        return this;
    }

    private static Object thresholds(Object... steps) {
        return object("mode", "absolute", "steps", List.of(steps));
    }

    private static Object colour(String colour, Object from) {
        return object("color", colour, "value", from);
    }

    /** Draws a line where a threshold is. */
    Panel withThresholdLines() {
        return custom("thresholdsStyle", object("mode", "dashed"));
    }

    /** Shows so many digits after the point. */
    Panel decimals(int decimals) {
        defaults.put("decimals", decimals);
        return this;
    }

    /** Begins the axis here. */
    Panel from(double least) {
        defaults.put("min", least);
        return this;
    }

    /** Ends the axis here. */
    Panel upTo(double most) {
        defaults.put("max", most);
        return this;
    }

    /** Lets the axis reach this value, even if nothing else does. */
    Panel showing(double value) {
        return custom("axisSoftMax", value);
    }

    /** Says this where there is nothing. */
    Panel orElse(String text) {
        defaults.put("noValue", text);
        return this;
    }

    /** Gives the series of this name a colour. */
    Panel colour(String series, String colour) {
        return override(Colours.named(series, colour));
    }

    /** Draws the series of this name as a line across the others. */
    Panel line(String series, String colour) {
        return colour(series, colour).override(Colours.acrossTheStack(series));
    }

    /** Names values. */
    Panel names(Map<String, Object> texts) {
        defaults.put("mappings", List.of(NO_TRAFFIC, object("options", texts, "type", "value")));
        return this;
    }

    /** Counts rare events, which a restart may hide for the length of a step, in finer steps. */
    Panel rare() {
        maxSteps = MAX_STEPS_OF_RARE;
        return this;
    }

    /** Reads the month until now, whatever the time range of the page. */
    Panel thisMonth() {
        timeFrom = "now/M";
        return this;
    }

    /** Offers a way on from any value. */
    Panel link(Object link) {
        defaults.put("links", List.of(link));
        return this;
    }

    Panel option(String name, Object value) {
        options.put(name, value);
        return this;
    }

    Panel override(Object override) {
        overrides.add(override);
        return this;
    }

    Panel transformation(String id, Map<String, Object> settings) {
        transformations.add(object("id", id, "options", settings));
        return this;
    }

    Panel coloured(String mode) {
        defaults.put("color", object("mode", mode));
        return this;
    }

    private Panel custom(String name, Object value) {
        custom.put(name, value);
        return this;
    }

    // ---------------------------------------------------------------- result

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** Returns the panel with its id, at its place. */
    Map<String, Object> json(int id, Map<String, Object> place) {
        Map<String, Object> json = object(
                "datasource",
                Target.DATA_SOURCE,
                "description",
                description + "\n\nMetric: " + Metrics.of(targets) + ".",
                "fieldConfig",
                object("defaults", defaults, "overrides", allOverrides()),
                "gridPos",
                place,
                "id",
                id,
                "interval",
                Target.MIN_STEP,
                "maxDataPoints",
                maxDataPoints(),
                "options",
                options,
                "targets",
                targetsJson(),
                "title",
                title,
                "type",
                kind.type());
        if (!timeFrom.isEmpty()) {
            json.put("timeFrom", timeFrom);
            json.put("hideTimeOverride", true);
        }
        if (!transformations.isEmpty()) {
            json.put("transformations", transformations);
        }
        return json;
    }

    /**
     * Returns how many steps Grafana may ask for. Prometheus counts a sample for each series and step, and refuses a
     * query beyond 50 million; the buckets of a fleet are many.
     */
    private int maxDataPoints() {
        boolean buckets =
                targets.stream().anyMatch(target -> target.query().text().contains("_bucket"));
        return buckets ? MAX_BUCKET_STEPS : maxSteps;
    }

    private List<Object> allOverrides() {
        List<Object> all = new ArrayList<>(overrides);
        if (kind != Kind.TABLE) {
            Set<String> labels = new LinkedHashSet<>();
            targets.forEach(target -> labels.addAll(target.query().labels()));
            all.addAll(Colours.overrides(labels));
        }
        return all;
    }

    private List<Object> targetsJson() {
        List<Object> json = new ArrayList<>();
        targets.forEach(target -> json.add(target.json(json.size())));
        return json;
    }
}
