package ai.openclaw.diagnostics.dashboards.grafana;

import static ai.openclaw.diagnostics.dashboards.grafana.Json.object;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Places panels on Grafana's grid of 24 columns. */
final class Grid {

    private static final int COLUMNS = 24;

    private final List<Object> panels = new ArrayList<>();
    private int x;
    private int y;
    private int lineHeight;
    private int lastId;

    void row(String heading, Panel... content) {
        breakLine();
        panels.add(heading(heading, false, List.of()));
        breakLine();
        panels.addAll(placed(content));
    }

    /** Grafana keeps the panels of a closed row in it, and the next row is right below its heading. */
    void closedRow(String heading, Panel... content) {
        breakLine();
        Map<String, Object> row = heading(heading, true, List.of());
        breakLine();
        int below = y;
        row.put("panels", placed(content));
        panels.add(row);
        x = 0;
        y = below;
        lineHeight = 0;
    }

    private Map<String, Object> heading(String heading, boolean closed, List<Object> content) {
        return object(
                "collapsed",
                closed,
                "gridPos",
                place(COLUMNS, 1),
                "id",
                ++lastId,
                "panels",
                content,
                "title",
                heading,
                "type",
                "row");
    }

    private List<Object> placed(Panel... content) {
        List<Object> placed = new ArrayList<>();
        for (Panel panel : content) {
            if (x + panel.width() > COLUMNS) {
                breakLine();
            }
            placed.add(panel.json(++lastId, place(panel.width(), panel.height())));
        }
        return placed;
    }

    private Map<String, Object> place(int width, int height) {
        Map<String, Object> place = object("h", height, "w", width, "x", x, "y", y);
        x += width;
        lineHeight = Math.max(lineHeight, height);
        return place;
    }

    private void breakLine() {
        x = 0;
        y += lineHeight;
        lineHeight = 0;
    }

    List<Object> json() {
        return panels;
    }
}
