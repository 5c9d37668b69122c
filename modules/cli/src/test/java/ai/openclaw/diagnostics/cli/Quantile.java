package ai.openclaw.diagnostics.cli;

import java.util.Map;
import java.util.SortedMap;

/** A quantile of a histogram, by linear interpolation within the bucket that it falls into. */
final class Quantile {

    private Quantile() {}

    /**
     * Returns a quantile.
     *
     * @param cumulative observations, or their rate, by upper bound, the last of which is infinite
     */
    static double of(double quantile, SortedMap<Double, Double> cumulative) {
        double rank = quantile * cumulative.get(Double.POSITIVE_INFINITY);
        double lower = 0;
        double below = 0;
        for (Map.Entry<Double, Double> bucket : cumulative.entrySet()) {
            double upper = bucket.getKey();
            if (bucket.getValue() >= rank) {
                return Double.isInfinite(upper)
                        ? lower
                        : lower + (upper - lower) * (rank - below) / (bucket.getValue() - below);
            }
            lower = upper;
            below = bucket.getValue();
        }
        throw new IllegalArgumentException("no bucket holds all observations: " + cumulative);
    }
}
