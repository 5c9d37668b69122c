package ai.openclaw.diagnostics.dashboards;

import static ai.openclaw.diagnostics.dashboards.Json.object;

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

    void row(String heading, Panel... content) {
        breakLine();
        panels.add(object(
                "collapsed",
                false,
                "gridPos",
                place(COLUMNS, 1),
                "id",
                nextId(),
                "panels",
                List.of(),
                "title",
                heading,
                "type",
                "row"));
        breakLine();
        for (Panel panel : content) {
            if (x + panel.width() > COLUMNS) {
                breakLine();
            }
            panels.add(panel.json(nextId(), place(panel.width(), panel.height())));
        }
    }

    private int nextId() {
        return panels.size() + 1;
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
