package ai.openclaw.diagnostics.alerts;

import java.util.List;

/**
 * Rules that are evaluated one after the other.
 *
 * @param name unique within a file
 * @param rules recordings before what reads them
 */
record RuleGroup(String name, List<? extends Rule> rules) {

    /** How often each group is evaluated: twice as often would cost a fleet twice the time, and tell nothing earlier. */
    static final String INTERVAL = "1m";
}
