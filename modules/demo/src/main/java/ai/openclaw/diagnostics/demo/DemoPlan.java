package ai.openclaw.diagnostics.demo;

import java.util.List;

/**
 * What a demo is to play.
 *
 * @param seed the same seed, the same story
 * @param dailyRhythm whether traffic follows the hour of day
 * @param speed how many times as fast as a clock the story's time passes, from 1 to {@value #FASTEST}
 * @param calm whether it is spared the outages of providers that come by chance
 * @param faults what is broken, and when, in the story's time
 */
public record DemoPlan(long seed, boolean dailyRhythm, double speed, boolean calm, List<PlannedFault> faults) {

    /** The highest speed. */
    public static final int FASTEST = 600;

    /** Checks the speed and copies the list. */
    public DemoPlan {
        if (!(speed >= 1 && speed <= FASTEST)) {
            throw new IllegalArgumentException("speed of the demo: " + speed + ", from 1 to " + FASTEST);
        }
        faults = List.copyOf(faults);
    }

    /** Returns an ordinary hour in real time, with nothing broken. */
    public static DemoPlan ofSeed(long seed) {
        return new DemoPlan(seed, false, 1, false, List.of());
    }
}
