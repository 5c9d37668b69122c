package ai.openclaw.diagnostics.preview;

import java.util.List;
import java.util.Map;

/** Draws panels of a kind. */
interface Drawing {

    /** By Grafana's name of the kind. */
    Map<String, Drawing> KINDS = Map.of(
            "stat", new StatDrawing(),
            "gauge", new GaugeDrawing(),
            "bargauge", new BarsDrawing(),
            "timeseries", new LinesDrawing(),
            "state-timeline", new StatesDrawing(),
            "heatmap", new HeatmapDrawing(),
            "table", new TableDrawing());

    /**
     * Draws what the queries of a panel found, of which there is at least one series.
     *
     * @param box where, within the panel's edge and below its title
     */
    void draw(Svg svg, Box box, Panel panel, List<List<Series>> answers);

    /** Returns the drawing for a kind. */
    static Drawing of(String type) {
        Drawing drawing = KINDS.get(type);
        if (drawing == null) {
            throw new IllegalArgumentException("panels of the type " + type + ": not one that the pictures know");
        }
        return drawing;
    }
}
