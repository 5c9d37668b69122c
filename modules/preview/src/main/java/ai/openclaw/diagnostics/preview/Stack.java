package ai.openclaw.diagnostics.preview;

import ai.openclaw.diagnostics.preview.query.Series;
import java.util.ArrayList;
import java.util.List;

/** Series on top of each other. */
final class Stack {

    private Stack() {}

    /** Returns the upper edge of each series, the first being the lowest; NaN where it has no value. */
    static List<double[]> of(List<Series> series) {
        List<double[]> edges = new ArrayList<>();
        double[] ground = new double[series.isEmpty() ? 0 : series.get(0).values().length];
        for (Series each : series) {
            double[] edge = new double[ground.length];
            for (int i = 0; i < edge.length; i++) {
                double value = each.values()[i];
                edge[i] = Double.isFinite(value) ? ground[i] + value : Double.NaN;
                ground[i] = Double.isFinite(value) ? edge[i] : ground[i];
            }
            edges.add(edge);
        }
        return edges;
    }
}
