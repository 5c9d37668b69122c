package ai.openclaw.diagnostics.preview;

import ai.openclaw.diagnostics.preview.query.Series;
import ai.openclaw.diagnostics.preview.query.TimeLapse;
import java.util.List;

/** A band for each series, coloured by its state at each moment. */
final class StatesDrawing implements Drawing {

    @Override
    public void draw(Svg svg, Box box, Panel panel, List<List<Series>> answers) {
        List<Series> all = answers.stream().flatMap(List::stream).toList();
        Box plot = box.inside(110, 6, 16, 24);
        Axes.time(svg, plot, TimeLapse.RANGE);
        double row = plot.height() / all.size();
        for (int i = 0; i < all.size(); i++) {
            Box band = new Box(plot.x(), plot.y() + i * row + row * 0.1, plot.width(), row * 0.8);
            band(svg, band, all.get(i), panel);
            svg.words(
                    plot.x() - 6,
                    band.y() + band.height() / 2 + 4,
                    11,
                    Colours.TEXT,
                    Svg.Anchor.END,
                    Svg.fitting(all.get(i).name(), 104, 11));
        }
    }

    private static void band(Svg svg, Box band, Series series, Panel panel) {
        double[] values = series.values();
        int start = 0;
        for (int i = 1; i <= values.length; i++) {
            if (i == values.length || Double.compare(values[i], values[start]) != 0) {
                if (Double.isFinite(values[start])) {
                    double x = band.x() + band.width() * start / values.length;
                    double width = band.width() * (i - start) / values.length;
                    String colour = Colours.atStep(panel.setting("thresholds"), values[start]);
                    svg.cell(new Box(x, band.y(), width, band.height()), Colours.mixed(colour, 0.8));
                }
                start = i;
            }
        }
    }
}
