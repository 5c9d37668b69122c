package ai.openclaw.diagnostics.demo.stage;

import ai.openclaw.diagnostics.demo.cast.Failure;
import ai.openclaw.diagnostics.demo.cast.Mix;

/**
 * A time during which a provider fails most of the calls made to it.
 *
 * @param untilMs when it is over, in milliseconds of the story
 * @param severity the share of calls that fail
 * @param symptoms how they fail
 */
public record Outage(long untilMs, double severity, Mix<Failure> symptoms) {

    private static final double USUAL_SEVERITY = 0.9;
    private static final Mix<Failure> OVERLOAD =
            Mix.of(Failure.OVERLOADED, 5).and(Failure.RATE_LIMIT, 3).and(Failure.TIMEOUT, 1);

    private static final Mix<Failure> BROKEN =
            Mix.of(Failure.SERVER_ERROR, 6).and(Failure.OVERLOADED, 2).and(Failure.CONNECTION_RESET, 1);

    /** Returns an outage of a provider that has too much to do. */
    public static Outage overload(long untilMs) {
        return new Outage(untilMs, USUAL_SEVERITY, OVERLOAD);
    }

    /** Returns an outage during which no call gets an answer. */
    public static Outage total(long untilMs) {
        return new Outage(untilMs, 1, BROKEN);
    }

    boolean isOver(long nowMs) {
        return nowMs >= untilMs;
    }
}
