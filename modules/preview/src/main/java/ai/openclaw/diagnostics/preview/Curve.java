package ai.openclaw.diagnostics.preview;

import java.util.ArrayList;
import java.util.List;

/** A course of values over a box, with holes where there is none. Points on a straight line are left out. */
final class Curve {

    private final Box box;
    private final double min;
    private final double max;

    Curve(Box box, double min, double max) {
        this.box = box;
        this.min = min;
        this.max = max;
    }

    double y(double value) {
        double share = max == min ? 0.5 : (value - min) / (max - min);
        return box.bottom() - Math.max(-0.02, Math.min(1.02, share)) * box.height();
    }

    private double x(int step, int steps) {
        return box.x() + box.width() * step / (steps - 1);
    }

    /** Returns the line through the values. */
    String line(double[] values) {
        StringBuilder path = new StringBuilder();
        for (List<double[]> part : parts(values)) {
            path.append(part(part));
        }
        return path.toString();
    }

    /** Returns the area between the values and the bottom, or zero where that is higher. */
    String area(double[] values) {
        String ground = Svg.number(y(Math.max(0, min)));
        StringBuilder path = new StringBuilder();
        for (List<double[]> part : parts(values)) {
            double first = part.get(0)[0];
            path.append(part(part))
                    .append('V')
                    .append(ground)
                    .append('H')
                    .append(Svg.number(first))
                    .append('z');
        }
        return path.toString();
    }

    /** Each point is told by its way from the last one, which is shorter. */
    private static String part(List<double[]> points) {
        StringBuilder path = new StringBuilder();
        double x = 0;
        double y = 0;
        for (int i = 0; i < points.size(); i++) {
            if (i == 0 || i == points.size() - 1 || !isOnLine(points.get(i - 1), points.get(i), points.get(i + 1))) {
                double dx = tenths(points.get(i)[0] - x);
                double dy = tenths(points.get(i)[1] - y);
                String between = dy < 0 ? "" : " ";
                path.append(i == 0 ? 'M' : 'l')
                        .append(Svg.number(dx))
                        .append(between)
                        .append(Svg.number(dy));
                x += dx;
                y += dy;
            }
        }
        return path.append(points.size() == 1 ? "h1" : "").toString();
    }

    private static double tenths(double value) {
        return Math.rint(value * 10) / 10;
    }

    private static boolean isOnLine(double[] before, double[] point, double[] after) {
        double share = (point[0] - before[0]) / (after[0] - before[0]);
        return Math.abs(before[1] + share * (after[1] - before[1]) - point[1]) < 0.05;
    }

    private List<List<double[]>> parts(double[] values) {
        List<List<double[]>> parts = new ArrayList<>();
        boolean inside = false;
        for (int i = 0; i < values.length; i++) {
            if (Double.isFinite(values[i])) {
                if (!inside) {
                    parts.add(new ArrayList<>());
                }
                parts.get(parts.size() - 1).add(new double[] {x(i, values.length), y(values[i])});
            }
            inside = Double.isFinite(values[i]);
        }
        return parts;
    }
}
