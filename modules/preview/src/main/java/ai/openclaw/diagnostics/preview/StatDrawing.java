package ai.openclaw.diagnostics.preview;

import ai.openclaw.diagnostics.preview.query.Series;
import java.util.List;

/** A number of now, coloured by its thresholds, with its course in the background. */
final class StatDrawing implements Drawing {

    @Override
    public void draw(Svg svg, Box box, Panel panel, List<List<Series>> answers) {
        List<Series> all = answers.stream().flatMap(List::stream).toList();
        for (int i = 0; i < all.size(); i++) {
            one(svg, box.column(i, all.size()), panel, all.get(i), all.size() > 1);
        }
    }

    private static void one(Svg svg, Box box, Panel panel, Series series, boolean named) {
        Field field = panel.field(series.name());
        double value = series.last();
        String colour = Double.isNaN(value) ? Colours.DIM : Colours.atStep(field.thresholds(), value);
        if (panel.options().at("graphMode").text("none").equals("area") && series.values().length > 1) {
            course(svg, box, series, colour);
        }
        String text = field.text(value);
        double size = Math.min(32, box.width() / Math.max(3, text.length()) * 1.55);
        double middle = box.x() + box.width() / 2;
        if (named) {
            svg.words(middle, box.y() + 16, 12, Colours.DIM, Svg.Anchor.MIDDLE, series.name());
        }
        svg.words(middle, box.y() + box.height() * 0.5 + (named ? 16 : 6), size, colour, Svg.Anchor.MIDDLE, text);
    }

    private static void course(Svg svg, Box box, Series series, String colour) {
        Box lower = box.inside(-8, box.height() * 0.62, -8, -6);
        double least = series.min();
        Curve curve = new Curve(lower, least, Math.max(series.max(), least + 1e-9));
        svg.area(curve.area(series.values()), Colours.mixed(colour, 0.22), "none");
        svg.line(curve.line(series.values()), colour, "");
    }
}
