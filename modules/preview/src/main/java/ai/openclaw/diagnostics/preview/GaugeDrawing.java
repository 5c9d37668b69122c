package ai.openclaw.diagnostics.preview;

import ai.openclaw.diagnostics.preview.query.Series;
import java.util.List;

/** A share of something that can be used up, on a half circle. */
final class GaugeDrawing implements Drawing {

    private static final String THICK = " stroke-width=\"14\"";

    @Override
    public void draw(Svg svg, Box box, Panel panel, List<List<Series>> answers) {
        Series series = answers.get(0).get(0);
        Field field = panel.field(series.name());
        double min = panel.setting("min").number(0);
        double max = panel.setting("max").number(1);
        double value = series.last();
        double share = Double.isNaN(value) ? 0 : Math.max(0, Math.min(1, (value - min) / (max - min)));
        String colour = Colours.atStep(field.thresholds(), value);
        double radius = Math.min(box.width() / 2 - 12, box.height() - 18);
        double x = box.x() + box.width() / 2;
        double y = box.bottom() - 8;
        svg.line(arc(x, y, radius, 1), Colours.GRID, THICK);
        if (share > 0) {
            svg.line(arc(x, y, radius, share), colour, THICK);
        }
        svg.words(x, y - 4, 24, colour, Svg.Anchor.MIDDLE, field.text(value));
    }

    private static String arc(double x, double y, double radius, double share) {
        double angle = Math.PI * (1 - share);
        String r = Svg.number(radius);
        return "M" + Svg.number(x - radius) + ' ' + Svg.number(y) + 'A' + r + ' ' + r + " 0 0 1 "
                + Svg.number(x + radius * Math.cos(angle)) + ' ' + Svg.number(y - radius * Math.sin(angle));
    }
}
