package ai.openclaw.diagnostics.monitoring;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/**
 * How well an event loop kept up during a window of time.
 *
 * @param reasons why it is degraded, of {@link #DELAY}, {@link #UTILIZATION} and {@link #CPU} in this order; empty if it
 *     is not
 * @param intervalMs the length of the window in milliseconds; 0 as long as none is complete
 * @param delayP99Ms the 99th percentile of the delay that work met on the loop, in milliseconds
 * @param delayMaxMs the longest such delay, in milliseconds
 * @param utilization the busy share of the loop's time, 0 to 1
 * @param cpuCoreRatio the CPU time of the process by the length of the window, more than 1 if it kept several cores busy
 */
public record EventLoopHealth(
        List<String> reasons,
        long intervalMs,
        double delayP99Ms,
        double delayMaxMs,
        double utilization,
        double cpuCoreRatio) {

    static final String DELAY = "event_loop_delay";
    static final String UTILIZATION = "event_loop_utilization";
    static final String CPU = "cpu";

    /** A delay from which on the loop is degraded, in milliseconds. One suffices: a caller has waited that long. */
    static final double DEGRADED_DELAY_MS = 1000;

    /** A delay from which on a loop is no longer ready, in milliseconds: degraded is not enough to take traffic away. */
    static final double BLOCKED_DELAY_MS = 5000;

    /** The busy share of its time from which on the loop is degraded. */
    static final double DEGRADED_UTILIZATION = 0.95;

    /** The busy share of all cores from which on the process, and so its loop, is degraded. */
    static final double DEGRADED_CPU_SHARE = 0.9;

    public EventLoopHealth {
        reasons = List.copyOf(reasons);
    }

    /** Returns the health of a loop of which nothing is known yet. */
    static EventLoopHealth unmeasured() {
        return new EventLoopHealth(List.of(), 0, 0, 0, 0, 0);
    }

    /**
     * Returns the health that these figures amount to, rounded for people: delays to a tenth of a millisecond, ratios to
     * a thousandth.
     *
     * @param cores how many cores the process may use
     */
    static EventLoopHealth of(
            long intervalMs, double delayP99Ms, double delayMaxMs, double utilization, double cpuCoreRatio, int cores) {
        return new EventLoopHealth(
                reasons(delayMaxMs, utilization, cpuCoreRatio / cores),
                intervalMs,
                rounded(delayP99Ms, 10),
                rounded(delayMaxMs, 10),
                rounded(utilization, 1000),
                rounded(cpuCoreRatio, 1000));
    }

    /** The percentile need not be asked: it never exceeds the maximum. */
    private static List<String> reasons(double delayMaxMs, double utilization, double cpuShare) {
        List<String> reasons = new ArrayList<>();
        addIf(delayMaxMs >= DEGRADED_DELAY_MS, DELAY, reasons);
        addIf(utilization >= DEGRADED_UTILIZATION, UTILIZATION, reasons);
        addIf(cpuShare >= DEGRADED_CPU_SHARE, CPU, reasons);
        return reasons;
    }

    private static void addIf(boolean degraded, String reason, List<String> reasons) {
        if (degraded) {
            reasons.add(reason);
        }
    }

    private static double rounded(double value, double parts) {
        return Math.round(value * parts) / parts;
    }

    /** Tells whether the loop was blocked for so long that probes and scrapes time out. */
    public boolean isBlocked() {
        return delayMaxMs >= BLOCKED_DELAY_MS;
    }

    /** Tells whether there is any reason for concern. */
    boolean degraded() {
        return !reasons.isEmpty();
    }

    /** Returns this as the readiness probe shows it. */
    public JsonObject toJson() {
        return new JsonObject()
                .put("degraded", degraded())
                .put("reasons", reasons)
                .put("intervalMs", intervalMs)
                .put("delayP99Ms", delayP99Ms)
                .put("delayMaxMs", delayMaxMs)
                .put("utilization", utilization)
                .put("cpuCoreRatio", cpuCoreRatio);
    }
}
