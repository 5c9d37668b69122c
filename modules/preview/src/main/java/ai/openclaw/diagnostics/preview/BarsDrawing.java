package ai.openclaw.diagnostics.preview;

import ai.openclaw.diagnostics.preview.query.Series;
import java.util.List;

/** A bar for each series, with its name on the left and its value on the right. */
final class BarsDrawing implements Drawing {

    private static final double ROW = 30;
    private static final double SIZE = 12;

    @Override
    public void draw(Svg svg, Box box, Panel panel, List<List<Series>> answers) {
        List<Series> all = answers.stream().flatMap(List::stream).toList();
        double row = Math.min(ROW, box.height() / all.size());
        double names = Math.min(box.width() * 0.58, longest(all) * SIZE * 0.52 + 12);
        double values = 64;
        double most = all.stream().mapToDouble(Series::last).max().orElse(1);
        for (int i = 0; i < all.size(); i++) {
            Series series = all.get(i);
            String colour = panel.field(series.name()).colour(Colours.any(i), i);
            double y = box.y() + i * row;
            double baseline = y + row / 2 + 4;
            double room = box.width() - names - values;
            double width = most > 0 ? Math.max(1, room * series.last() / most) : 1;
            svg.words(box.x(), baseline, SIZE, Colours.TEXT, Svg.Anchor.START, Svg.fitting(series.name(), names, SIZE));
            svg.cell(new Box(box.x() + names, y + 4, room, row - 8), Colours.mixed(Colours.GRID, 0.6));
            svg.cell(new Box(box.x() + names, y + 4, width, row - 8), Colours.mixed(colour, 0.8));
            svg.words(
                    box.right(),
                    baseline,
                    SIZE,
                    colour,
                    Svg.Anchor.END,
                    panel.field(series.name()).text(series.last()));
        }
    }

    private static int longest(List<Series> all) {
        return all.stream().mapToInt(series -> series.name().length()).max().orElse(0);
    }
}
