package ai.openclaw.diagnostics.demo.stage;

import java.time.Duration;
import java.time.LocalTime;

/** How lively the traffic is at a time of the story; 1 is an ordinary hour. */
@FunctionalInterface
public interface Pace {

    /** Returns the factor at a time in milliseconds since the start. */
    double at(long storyMs);

    /** Returns a pace that is the same by day and by night. */
    static Pace steady() {
        return storyMs -> 1;
    }

    /** Returns a pace that follows the hour of day: busiest in the afternoon, sleepy twelve hours later. */
    static Pace daily(LocalTime start) {
        double mean = 0.9;
        double swing = 0.65;
        double busiestHour = 15;
        double startHour = start.toNanoOfDay() / (double) Duration.ofHours(1).toNanos();
        return storyMs -> {
            double hour = startHour + storyMs / (double) Duration.ofHours(1).toMillis();
            return mean + swing * Math.cos((hour - busiestHour) * 2 * Math.PI / 24);
        };
    }
}
