package ai.openclaw.diagnostics.preview;

import ai.openclaw.diagnostics.preview.query.Json;
import ai.openclaw.diagnostics.preview.query.Prometheus;
import ai.openclaw.diagnostics.preview.query.Series;
import ai.openclaw.diagnostics.preview.query.Variables;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** A picture of a dashboard: a heading, and its panels where the grid has them. */
final class Page {

    /** By Grafana's name of the kind. */
    private static final Map<String, Drawing> DRAWINGS = Map.of(
            "stat", new StatDrawing(),
            "gauge", new GaugeDrawing(),
            "bargauge", new BarsDrawing(),
            "timeseries", new LinesDrawing(),
            "state-timeline", new StatesDrawing(),
            "heatmap", new HeatmapDrawing(),
            "table", new TableDrawing());

    private static final double HEADING = 62;
    private static final String HONESTY = "Preview drawn from the demo's data; not a Grafana screenshot.";

    private final Prometheus prometheus;

    Page(Prometheus prometheus) {
        this.prometheus = prometheus;
    }

    /** Returns the picture's text. */
    String picture(Json dashboard) throws IOException, InterruptedException {
        Svg svg = new Svg();
        Grid grid = new Grid(HEADING);
        Variables variables = new Variables(dashboard);
        double height = HEADING;
        for (Json json : dashboard.at("panels").items()) {
            height = Math.max(height, grid.place(json.at("gridPos")).bottom());
        }
        svg.cell(new Box(0, 0, Grid.WIDTH, height + 8), Colours.GROUND);
        String title = dashboard.at("title").text("");
        svg.words(12, 28, 20, Colours.TEXT, Svg.Anchor.START, title);
        svg.words(
                12,
                48,
                13,
                Colours.DIM,
                Svg.Anchor.START,
                dashboard.at("description").text(""));
        svg.words(Grid.WIDTH - 12, 28, 13, Colours.of("yellow"), Svg.Anchor.END, HONESTY);
        svg.words(
                Grid.WIDTH - 12, 48, 12, Colours.DIM, Svg.Anchor.END, "Six hours of a demo with faults, in time-lapse");
        for (Json json : dashboard.at("panels").items()) {
            panel(svg, grid.place(json.at("gridPos")), new Panel(json), variables);
        }
        return svg.picture(Grid.WIDTH, height + 8, title + ". " + HONESTY);
    }

    private void panel(Svg svg, Box box, Panel panel, Variables variables) throws IOException, InterruptedException {
        if (panel.type().equals("row")) {
            svg.words(
                    box.x() + 4,
                    box.bottom() - 8,
                    15,
                    Colours.TEXT,
                    Svg.Anchor.START,
                    (panel.json().at("collapsed").isTrue() ? "› " : "⌄ ") + panel.title());
            return;
        }
        svg.box(box, Colours.PANEL, Colours.EDGE);
        double size = Math.min(13, 2 * (box.width() - 14) / panel.title().length());
        svg.words(box.x() + 8, box.y() + 19, size, Colours.TEXT, Svg.Anchor.START, panel.title());
        Box content = box.inside(8, 28, 8, 6);
        List<List<Series>> answers = panel.ask(prometheus, variables);
        if (answers.stream().flatMap(List::stream).allMatch(Series::isEmpty)) {
            svg.words(
                    content.x() + content.width() / 2,
                    content.y() + content.height() / 2 + 4,
                    15,
                    Colours.DIM,
                    Svg.Anchor.MIDDLE,
                    panel.field("").nothing());
        } else {
            drawing(panel.type()).draw(svg, content, panel, answers);
        }
    }

    /** Returns what draws panels of a kind. */
    static Drawing drawing(String type) {
        Drawing drawing = DRAWINGS.get(type);
        if (drawing == null) {
            throw new IllegalArgumentException("panels of the type " + type + ": not one that the pictures know");
        }
        return drawing;
    }
}
