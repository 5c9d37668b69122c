package ai.openclaw.diagnostics.preview;

import ai.openclaw.diagnostics.preview.query.Json;

/** Grafana's grid of 24 columns on a picture. */
final class Grid {

    static final double WIDTH = 1200;

    private static final int COLUMNS = 24;
    private static final double GAP = 8;
    private static final double ROW = 38;
    private static final double COLUMN = (WIDTH - GAP) / COLUMNS;

    private final double top;

    /** Makes a grid that begins so far below the picture's upper edge. */
    Grid(double top) {
        this.top = top;
    }

    /** Returns the place of a panel, from its {@code gridPos}. */
    Box place(Json gridPos) {
        double width = gridPos.at("w").number(0);
        double height = gridPos.at("h").number(0);
        return new Box(
                GAP + gridPos.at("x").number(0) * COLUMN,
                top + gridPos.at("y").number(0) * ROW,
                width * COLUMN - GAP,
                height * ROW - GAP);
    }
}
