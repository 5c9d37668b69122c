package ai.openclaw.diagnostics.demo.cast;

/**
 * How long something takes: log-normal, cut at a timeout.
 *
 * @param medianMs half of all are shorter
 * @param sigma the spread; at 1 one in a thousand takes 22 times the median
 * @param capMs none is longer
 */
public record Latency(double medianMs, double sigma, long capMs) {

    /** Returns a duration of at least a millisecond. */
    public long draw(Dice dice) {
        return Math.max(1, Math.min(capMs, Math.round(dice.logNormal(medianMs, sigma))));
    }
}
