package ai.openclaw.diagnostics.gateway;

/**
 * A time during which a provider fails most of the calls made to it.
 *
 * @param untilMs when it is over, in milliseconds of the story
 * @param severity the share of calls that fail
 * @param symptoms how they fail
 */
record DemoOutage(long untilMs, double severity, DemoMix<DemoFailure> symptoms) {

    private static final double USUAL_SEVERITY = 0.9;
    private static final DemoMix<DemoFailure> OVERLOAD =
            DemoMix.of(DemoFailure.OVERLOADED, 5).and(DemoFailure.RATE_LIMIT, 3).and(DemoFailure.TIMEOUT, 1);

    /** Returns an outage of a provider that has too much to do. */
    static DemoOutage overload(long untilMs) {
        return new DemoOutage(untilMs, USUAL_SEVERITY, OVERLOAD);
    }

    boolean isOver(long nowMs) {
        return nowMs >= untilMs;
    }
}
