package ai.openclaw.diagnostics.alerts.rule;

import java.util.List;

/**
 * Rules that are evaluated one after the other.
 *
 * @param name unique within a file
 * @param interval how often they are evaluated
 * @param rules recordings before what reads them
 */
public record RuleGroup(String name, String interval, List<? extends Rule> rules) {

    /** Twice as often would cost a fleet twice the time, and tell nothing earlier. */
    private static final String INTERVAL = "1m";

    /** Of groups that look at hours; what they record is read while it is at most five minutes old. */
    private static final String INTERVAL_OF_HOURS = "2m";

    /** Returns a group that is evaluated every minute. */
    public static RuleGroup of(String name, List<? extends Rule> rules) {
        return new RuleGroup(name, INTERVAL, rules);
    }

    /** Returns a group whose windows are hours. */
    public static RuleGroup ofHours(String name, List<? extends Rule> rules) {
        return new RuleGroup(name, INTERVAL_OF_HOURS, rules);
    }
}
