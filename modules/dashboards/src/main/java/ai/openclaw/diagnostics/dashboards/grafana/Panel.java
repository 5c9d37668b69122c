package ai.openclaw.diagnostics.dashboards.grafana;

import static ai.openclaw.diagnostics.dashboards.grafana.Colours.BLUE;
import static ai.openclaw.diagnostics.dashboards.grafana.Colours.GREEN;
import static ai.openclaw.diagnostics.dashboards.grafana.Json.object;

import ai.openclaw.diagnostics.promql.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A panel: what it is called, what it asks, and where it differs from others of its kind. Its methods change it and
 * return it.
 */
public final class Panel {

    private static final String QUIET = "No traffic";

    // A quantile of nothing is NaN, which is no value that a person should read.
    private static final Object NO_TRAFFIC =
            object("options", object("match", "nan", "result", object("index", 0, "text", QUIET)), "type", "special");

    private final Kind kind;
    private final String title;
    private final String description;
    private final Targets targets;
    private final Map<String, Object> defaults;
    private final Map<String, Object> custom;
    private final Map<String, Object> options;
    private final List<Object> overrides = new ArrayList<>();
    private final List<Object> transformations = new ArrayList<>();
    private int width;
    private int height;
    private String timeFrom = "";

    Panel(Kind kind, String title, String unit, String description) {
        this.kind = kind;
        this.title = title;
        this.description = description;
        this.targets = new Targets(kind);
        this.custom = kind.custom();
        this.options = kind.options();
        this.width = kind.width();
        this.height = kind.height();
        this.defaults = object("custom", custom, "mappings", List.of(NO_TRAFFIC), "noValue", QUIET, "unit", unit);
        thresholds(ValueColours.always("green"));
    }

    /** Asks for this; the series are called by their labels. */
    public Panel query(Expression query) {
        return query(Target.legend(query, title), query);
    }

    /** Asks for this under a name, which may hold labels as <code>{{label}}</code>. */
    public Panel query(String legend, Expression query) {
        targets.add(query, legend);
        return this;
    }

    /** Asks for the end of the time range alone. */
    Panel instant() {
        targets.atTheEndOnly();
        return this;
    }

    /** Takes so many of the 24 columns, and so much height. */
    public Panel size(int columns, int rows) {
        width = columns;
        height = rows;
        return this;
    }

    /** Green, yellow from one value on, red from another. */
    public Panel risky(double warning, double critical) {
        return thresholds(ValueColours.risky(GREEN, warning, critical));
    }

    /** Green, and red from this value on. */
    public Panel never(double critical) {
        return thresholds(ValueColours.never(critical));
    }

    /** Red, yellow from one value on, green from another. */
    public Panel wanted(double poor, double good) {
        return thresholds(ValueColours.wanted(poor, good));
    }

    /** Neither good nor bad. */
    public Panel neutral() {
        return thresholds(ValueColours.always(BLUE));
    }

    /** Of the series of this name alone: red, and green from this value on. */
    public Panel needed(String series, double least) {
        return override(ValueColours.needed(series, least));
    }

    private Panel thresholds(Object thresholds) {
        defaults.put("thresholds", thresholds);
        return this;
    }

    /** Draws a line where a threshold is. */
    public Panel withThresholdLines() {
        return custom("thresholdsStyle", object("mode", "dashed"));
    }

    /** Shows so many digits after the point. */
    public Panel decimals(int decimals) {
        defaults.put("decimals", decimals);
        return this;
    }

    /** Begins the axis here. */
    public Panel from(double least) {
        defaults.put("min", least);
        return this;
    }

    /** Ends the axis here. */
    public Panel upTo(double most) {
        defaults.put("max", most);
        return this;
    }

    /** Lets the axis reach this value, even if nothing else does. */
    Panel showing(double value) {
        return custom("axisSoftMax", value);
    }

    /** Says this where there is nothing. */
    public Panel orElse(String text) {
        defaults.put("noValue", text);
        return this;
    }

    /** Gives the series of this name a colour. */
    public Panel colour(String series, String colour) {
        return override(Colours.named(series, colour));
    }

    /** Draws the series of this name as a line across the others. */
    public Panel line(String series, String colour) {
        return colour(series, colour).override(Colours.acrossTheStack(series));
    }

    /** Names values. */
    public Panel names(Map<String, Object> texts) {
        defaults.put("mappings", List.of(NO_TRAFFIC, object("options", texts, "type", "value")));
        return this;
    }

    /** Counts rare events, which a restart may hide for the length of a step, in finer steps. */
    public Panel rare() {
        targets.inFinerSteps();
        return this;
    }

    /** Reads the month until now, whatever the time range of the page. */
    public Panel thisMonth() {
        timeFrom = "now/M";
        return this;
    }

    /** Offers a way on from any value. */
    public Panel link(Object link) {
        defaults.put("links", List.of(link));
        return this;
    }

    /** Sets an option of this kind of panel. */
    public Panel option(String name, Object value) {
        options.put(name, value);
        return this;
    }

    /** Adds an override. */
    public Panel override(Object override) {
        overrides.add(override);
        return this;
    }

    Panel transformation(String id, Map<String, Object> settings) {
        transformations.add(object("id", id, "options", settings));
        return this;
    }

    /** Chooses colours by this mode of Grafana's. */
    public Panel coloured(String mode) {
        defaults.put("color", object("mode", mode));
        return this;
    }

    Panel custom(String name, Object value) {
        custom.put(name, value);
        return this;
    }

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
                description + "\n\nMetric: " + targets.metrics() + ".",
                "fieldConfig",
                object("defaults", defaults, "overrides", allOverrides()),
                "gridPos",
                place,
                "id",
                id,
                "interval",
                Target.MIN_STEP,
                "maxDataPoints",
                targets.maxSteps(),
                "options",
                options,
                "targets",
                targets.json(),
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

    private List<Object> allOverrides() {
        List<Object> all = new ArrayList<>(overrides);
        if (kind != Kind.TABLE) {
            all.addAll(Colours.overrides(targets.labels()));
        }
        return all;
    }
}
