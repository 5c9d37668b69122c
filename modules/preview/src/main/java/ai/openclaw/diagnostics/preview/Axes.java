package ai.openclaw.diagnostics.preview;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** The grid behind a plot, with its labels. */
final class Axes {

    private static final double SIZE = 11;
    private static final double ROOM = 42;

    private Axes() {}

    /** Draws lines and texts at these values, by their height on the plot. */
    static void values(Svg svg, Box plot, List<Double> ticks, Field field) {
        Curve curve = new Curve(plot, ticks.get(0), ticks.get(ticks.size() - 1));
        StringBuilder grid = new StringBuilder();
        for (double tick : ticks) {
            double y = curve.y(tick);
            grid.append(Svg.across(plot.x(), plot.right(), y));
            svg.words(plot.x() - 6, y + 4, SIZE, Colours.DIM, Svg.Anchor.END, field.axisText(tick));
        }
        svg.line(grid.toString(), Colours.GRID, "");
    }

    /** Draws the hours of the time range below a plot, as many as have room. */
    static void time(Svg svg, Box plot, Duration range) {
        long hours = Math.max(1, range.toHours());
        StringBuilder grid = new StringBuilder();
        for (long hour = 0; hour <= hours; hour += plot.width() / hours < ROOM ? 2 : 1) {
            double x = plot.x() + plot.width() * hour / hours;
            grid.append('M').append(Svg.number(x)).append(' ').append(Svg.number(plot.y()));
            grid.append('v').append(Svg.number(plot.height()));
            String text = String.format(Locale.ROOT, "%02d:00", hour);
            svg.words(x, plot.bottom() + 14, SIZE, Colours.DIM, Svg.Anchor.MIDDLE, text);
        }
        svg.line(grid.toString(), Colours.GRID, "");
    }
}
