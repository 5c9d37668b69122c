package ai.openclaw.diagnostics.preview;

import ai.openclaw.diagnostics.preview.LinesDrawing.Shown;
import ai.openclaw.diagnostics.preview.query.Series;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The table of the series below a plot, the one with the greatest last value first. */
final class Legend {

    private static final int MAX_ROWS = 6;
    private static final double ROW = 16;
    private static final double SIZE = 11;
    private static final double COLUMN = 70;
    private static final double NARROW = 320;

    /** A column and its values. */
    private record Column(String name, ToDoubleFunction<Series> value) {}

    private static final List<Column> COLUMNS =
            List.of(new Column("Last", Series::last), new Column("Max", Series::max), new Column("Mean", Series::mean));

    private Legend() {}

    static double height(int series) {
        return (Math.min(series, MAX_ROWS) + 1) * ROW + 4;
    }

    /** Draws it; of series that are not shown it says how many there are. */
    static void draw(Svg svg, Box box, List<Shown> shown, int found) {
        List<Shown> rows = shown.stream()
                .sorted(Comparator.comparingDouble(
                                (Shown each) -> Double.isNaN(each.series().last())
                                        ? -1
                                        : each.series().last())
                        .reversed())
                .limit(found > MAX_ROWS ? MAX_ROWS - 1 : MAX_ROWS)
                .toList();
        double y = box.y() + ROW;
        for (int i = 0; i < columns(box); i++) {
            svg.words(edge(box, i), y - 4, SIZE, Colours.DIM, Svg.Anchor.END, COLUMNS.get(i).name);
        }
        for (Shown each : rows) {
            y += ROW;
            row(svg, box, y - 4, each);
        }
        if (found > rows.size()) {
            svg.words(
                    box.x() + 18,
                    y + ROW - 4,
                    SIZE,
                    Colours.DIM,
                    Svg.Anchor.START,
                    "and " + (found - rows.size()) + " more");
        }
    }

    private static void row(Svg svg, Box box, double baseline, Shown each) {
        double room = box.width() - columns(box) * COLUMN - 22;
        svg.cell(new Box(box.x(), baseline - 5, 12, 3), each.colour());
        svg.words(
                box.x() + 18,
                baseline,
                SIZE,
                Colours.TEXT,
                Svg.Anchor.START,
                Svg.fitting(each.series().name(), room, SIZE));
        for (int i = 0; i < columns(box); i++) {
            double value = COLUMNS.get(i).value.applyAsDouble(each.series());
            String text = Double.isNaN(value) ? "-" : each.field().text(value);
            svg.words(edge(box, i), baseline, SIZE, Colours.TEXT, Svg.Anchor.END, text);
        }
    }

    /** A narrow legend has no room for the last column. */
    private static int columns(Box box) {
        return box.width() < NARROW ? COLUMNS.size() - 1 : COLUMNS.size();
    }

    private static double edge(Box box, int index) {
        return box.right() - (columns(box) - 1 - index) * COLUMN;
    }
}
