package ai.openclaw.diagnostics.preview;

import ai.openclaw.diagnostics.preview.query.Json;
import ai.openclaw.diagnostics.preview.query.Series;
import ai.openclaw.diagnostics.preview.query.TimeLapse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Lines or stacked areas over time, with axes and a table of the series below. */
final class LinesDrawing implements Drawing {

    private static final int MAX_SERIES = 8;
    private static final int VALUE_TICKS = 4;

    /** A series with how it is shown. */
    record Shown(Series series, Field field, String colour) {}

    @Override
    public void draw(Svg svg, Box box, Panel panel, List<List<Series>> answers) {
        List<Series> found = answers.stream()
                .flatMap(List::stream)
                .filter(series -> !series.isEmpty())
                .toList();
        List<Shown> shown = shown(panel, found);
        double legend = Legend.height(shown.size());
        Box plot = box.inside(62, 6, 16, legend + 24);
        List<double[]> edges = Stack.of(stacked(shown));
        List<Double> ticks = ticks(panel, found, edges);
        Axes.values(svg, plot, ticks, panel.field(""));
        Axes.time(svg, plot, TimeLapse.RANGE);
        Curve curve = new Curve(plot, ticks.get(0), ticks.get(ticks.size() - 1));
        thresholds(svg, plot, panel, curve, ticks);
        areas(svg, shown, edges, curve);
        lines(svg, shown, curve);
        Legend.draw(svg, new Box(box.x(), box.bottom() - legend, box.width(), legend), shown, found.size());
    }

    /** Returns the greatest of the series, in the order of their names. */
    private static List<Shown> shown(Panel panel, List<Series> found) {
        List<Series> kept = found.stream()
                .sorted(Comparator.comparingDouble(Series::max).reversed())
                .limit(MAX_SERIES)
                .sorted(Comparator.comparing(Series::name))
                .toList();
        List<Shown> shown = new ArrayList<>();
        for (Series series : kept) {
            Field field = panel.field(series.name());
            shown.add(new Shown(series, field, field.colour(Colours.any(shown.size()), shown.size())));
        }
        return shown;
    }

    private static List<Series> stacked(List<Shown> shown) {
        return shown.stream()
                .filter(each -> each.field.isStacked())
                .map(Shown::series)
                .toList();
    }

    private static List<Double> ticks(Panel panel, List<Series> found, List<double[]> edges) {
        double least = found.stream().mapToDouble(Series::min).min().orElse(0);
        double most = found.stream().mapToDouble(Series::max).max().orElse(1);
        double highest = edges.stream()
                .flatMapToDouble(Arrays::stream)
                .filter(Double::isFinite)
                .max()
                .orElse(most);
        double soft = panel.setting("custom", "axisSoftMax").number(most);
        double min = panel.setting("min").number(least);
        double max = panel.setting("max").number(Math.max(soft, Math.max(most, highest)));
        return Ticks.of(
                min, max > min ? max : min + 1, VALUE_TICKS, panel.field("").unit());
    }

    private static void thresholds(Svg svg, Box plot, Panel panel, Curve curve, List<Double> ticks) {
        if (panel.setting("custom", "thresholdsStyle", "mode").text("off").equals("off")) {
            return;
        }
        for (Json step : panel.setting("thresholds", "steps").items()) {
            double value = step.at("value").number(Double.NaN);
            if (value > ticks.get(0) && value <= ticks.get(ticks.size() - 1)) {
                String colour = Colours.of(step.at("color").text("red"));
                String path = Svg.across(plot.x(), plot.right(), curve.y(value));
                svg.line(path, colour, " stroke-dasharray=\"8 6\"");
            }
        }
    }

    /** The highest first, so that each covers what the one above it would show of it. */
    private static void areas(Svg svg, List<Shown> shown, List<double[]> edges, Curve curve) {
        int next = edges.size();
        for (int i = shown.size() - 1; i >= 0; i--) {
            Shown each = shown.get(i);
            if (each.field.isStacked()) {
                double[] edge = edges.get(--next);
                svg.area(curve.area(edge), Colours.mixed(each.colour, each.field.fill()), each.colour);
            }
        }
    }

    private static void lines(Svg svg, List<Shown> shown, Curve curve) {
        for (Shown each : shown) {
            if (!each.field.isStacked()) {
                String dash = each.field.isDashed() ? " stroke-dasharray=\"10 10\"" : "";
                svg.line(curve.line(each.series.values()), each.colour, dash);
            }
        }
    }
}
