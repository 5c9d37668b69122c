package ai.openclaw.diagnostics.demo.cast;

/**
 * What an agent is asked to do in one turn.
 *
 * @param trigger what set it off
 * @param calls model calls it takes; tools are used between them
 * @param smooth nothing goes wrong and nothing takes long
 */
public record Task(String trigger, int calls, boolean smooth) {

    private static final Mix<Integer> CALLS =
            Mix.of(1, 36).and(2, 27).and(3, 18).and(4, 10).and(6, 6).and(9, 2).and(15, 1);

    private static final long SMOOTH_MS = 3_000;

    /** Returns a task of whatever size. */
    public static Task ofTrigger(String trigger, Dice dice) {
        return new Task(trigger, CALLS.pick(dice), false);
    }

    /** Returns a small task that is certain to be done within some ten seconds. */
    public static Task greeting() {
        return new Task("user", 2, true);
    }

    /** Returns how long a step of this task takes. */
    public long draw(Latency latency, Dice dice) {
        long drawn = latency.draw(dice);
        return smooth ? Math.min(drawn, SMOOTH_MS) : drawn;
    }

    /** Tells whether something goes wrong that does at this rate. */
    public boolean mishap(double rate, Dice dice) {
        return dice.chance(rate) && !smooth;
    }
}
