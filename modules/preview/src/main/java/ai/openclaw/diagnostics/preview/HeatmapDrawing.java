package ai.openclaw.diagnostics.preview;

import ai.openclaw.diagnostics.preview.query.Series;
import ai.openclaw.diagnostics.preview.query.TimeLapse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** How the values of a histogram are spread over time: the stronger the colour, the more of them. */
final class HeatmapDrawing implements Drawing {

    private static final int STEPS_IN_A_CELL = 3;
    private static final String COLOUR = "#ff9830";

    /** A bucket: its upper bound as a text, and how many values fell into it alone. */
    @SuppressWarnings("ArrayRecordComponent") // read by drawings alone, which change nothing
    private record Bucket(String bound, double[] counts) {}

    @Override
    public void draw(Svg svg, Box box, Panel panel, List<List<Series>> answers) {
        List<Bucket> buckets = occupied(buckets(answers.get(0)));
        Box plot = box.inside(62, 6, 16, 24);
        Axes.time(svg, plot, TimeLapse.RANGE);
        double most = buckets.stream().mapToDouble(HeatmapDrawing::most).max().orElse(1);
        double row = plot.height() / buckets.size();
        for (int i = 0; i < buckets.size(); i++) {
            double y = plot.bottom() - (i + 1) * row;
            cells(svg, new Box(plot.x(), y, plot.width(), row), buckets.get(i), most);
            svg.words(plot.x() - 6, y + 4, 11, Colours.DIM, Svg.Anchor.END, text(panel, buckets.get(i).bound));
        }
    }

    private static String text(Panel panel, String bound) {
        return bound.equals("+Inf") ? "more" : panel.field("").axisText(Double.parseDouble(bound));
    }

    /** Buckets count what the ones below them count, too. */
    private static List<Bucket> buckets(List<Series> cumulative) {
        List<Series> ascending = cumulative.stream()
                .sorted(Comparator.comparingDouble(HeatmapDrawing::bound))
                .toList();
        List<Bucket> buckets = new ArrayList<>();
        double[] below = new double[TimeLapse.STEPS + 1];
        for (Series series : ascending) {
            double[] counts = new double[below.length];
            for (int i = 0; i < counts.length; i++) {
                double value = series.values()[i];
                counts[i] = Double.isFinite(value) ? Math.max(0, value - below[i]) : 0;
                below[i] = Double.isFinite(value) ? value : below[i];
            }
            buckets.add(new Bucket(series.labels().getOrDefault("le", ""), cells(counts)));
        }
        return buckets;
    }

    private static double bound(Series series) {
        String bound = series.labels().getOrDefault("le", "+Inf");
        return bound.equals("+Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(bound);
    }

    private static double[] cells(double[] counts) {
        double[] cells = new double[(counts.length - 1) / STEPS_IN_A_CELL];
        for (int i = 0; i < cells.length * STEPS_IN_A_CELL; i++) {
            cells[i / STEPS_IN_A_CELL] += counts[i];
        }
        return cells;
    }

    /** Leaves out the buckets at either end into which nothing fell. */
    private static List<Bucket> occupied(List<Bucket> buckets) {
        int first = 0;
        int end = buckets.size();
        while (first < end - 1 && most(buckets.get(first)) == 0) {
            first++;
        }
        while (end > first + 1 && most(buckets.get(end - 1)) == 0) {
            end--;
        }
        return buckets.subList(first, end);
    }

    private static double most(Bucket bucket) {
        double most = 0;
        for (double count : bucket.counts) {
            most = Math.max(most, count);
        }
        return most;
    }

    private static void cells(Svg svg, Box row, Bucket bucket, double most) {
        double width = row.width() / bucket.counts.length;
        for (int i = 0; i < bucket.counts.length; i++) {
            if (bucket.counts[i] > 0.01 && most > 0) {
                Box cell = new Box(row.x() + i * width, row.y(), width, row.height()).inside(0, 0, 1, 1);
                double strength = 0.12 + 0.88 * Math.sqrt(bucket.counts[i] / most);
                svg.cell(cell, Colours.mixed(COLOUR, strength));
            }
        }
    }
}
