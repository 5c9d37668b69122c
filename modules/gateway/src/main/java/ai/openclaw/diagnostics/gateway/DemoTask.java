package ai.openclaw.diagnostics.gateway;

/**
 * What an agent is asked to do in one turn.
 *
 * @param trigger what set it off
 * @param calls model calls it takes; tools are used between them
 * @param smooth nothing goes wrong and nothing takes long
 */
record DemoTask(String trigger, int calls, boolean smooth) {

    private static final DemoMix<Integer> CALLS = DemoMix.of(1, 36)
            .and(2, 27)
            .and(3, 18)
            .and(4, 10)
            .and(6, 6)
            .and(9, 2)
            .and(15, 1);

    private static final long SMOOTH_MS = 3_000;

    /** Returns a task of whatever size. */
    static DemoTask ofTrigger(String trigger, DemoDice dice) {
        return new DemoTask(trigger, CALLS.pick(dice), false);
    }

    /** Returns a small task that is certain to be done within some ten seconds. */
    static DemoTask greeting() {
        return new DemoTask("user", 2, true);
    }

    long draw(DemoLatency latency, DemoDice dice) {
        long drawn = latency.draw(dice);
        return smooth ? Math.min(drawn, SMOOTH_MS) : drawn;
    }

    /** Tells whether something goes wrong that does at this rate. */
    boolean mishap(double rate, DemoDice dice) {
        return dice.chance(rate) && !smooth;
    }
}
