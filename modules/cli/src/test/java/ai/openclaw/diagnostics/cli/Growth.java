package ai.openclaw.diagnostics.cli;

import ai.openclaw.diagnostics.cli.PrometheusApi.Point;
import java.time.Duration;
import java.util.List;

/**
 * What a test published into one counter: a first value, and what was added later.
 *
 * @param selector the counter as PromQL selects it
 * @param first its value when it first appeared
 * @param added what was published after that
 */
record Growth(String selector, double first, double added) {

    /**
     * Returns what {@code increase()} over a window that ends at a time must say.
     *
     * <p>Prometheus knows the counter only at its scrapes. It takes the difference between the first and the last value
     * in the window and stretches it to the window's ends: over the whole gap to an end if the gap is shorter than 1.1
     * scrape intervals, else over half an interval; backwards never beyond the time at which the counter would have been
     * 0.
     *
     * @param points the scrapes in the window
     */
    double increase(List<Point> points, Duration window, long endMs) {
        double firstMs = points.get(0).atMs();
        double lastMs = points.get(points.size() - 1).atMs();
        double sampled = lastMs - firstMs;
        double interval = sampled / (points.size() - 1);
        double before = firstMs - (endMs - window.toMillis());
        if (added > 0) {
            before = Math.min(before, sampled * first / added);
        }
        return added * (sampled + stretch(before, interval) + stretch(endMs - lastMs, interval)) / sampled;
    }

    private static double stretch(double gap, double interval) {
        return gap < interval * 1.1 ? gap : interval / 2;
    }
}
