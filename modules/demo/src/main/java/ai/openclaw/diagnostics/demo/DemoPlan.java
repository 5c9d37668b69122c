package ai.openclaw.diagnostics.demo;

import ai.openclaw.diagnostics.demo.fault.PlannedFault;
import java.util.List;

/**
 * What a demo is to play.
 *
 * @param seed the same seed, the same story
 * @param dailyRhythm whether traffic follows the hour of day
 * @param speed how many times as fast as a clock the story's time passes, from 1 to {@value #MAX_SPEED}
 * @param randomOutages whether providers fail at random times, beside the planned faults
 * @param faults what is broken, and when, in the story's time
 */
public record DemoPlan(long seed, boolean dailyRhythm, double speed, boolean randomOutages, List<PlannedFault> faults) {

    /** The highest speed. */
    public static final int MAX_SPEED = 600;

    /** Checks the speed and copies the list. */
    public DemoPlan {
        if (!(speed >= 1 && speed <= MAX_SPEED)) {
            throw new IllegalArgumentException("speed of the demo: " + speed + ", from 1 to " + MAX_SPEED);
        }
        faults = List.copyOf(faults);
    }

    /** Returns steady traffic in real time with random outages and no planned faults. */
    public static DemoPlan ofSeed(long seed) {
        return new DemoPlan(seed, false, 1, true, List.of());
    }
}
