package ai.openclaw.diagnostics.alerts.recorded;

import static ai.openclaw.diagnostics.promql.Promql.max;

import ai.openclaw.diagnostics.alerts.rule.Engine;
import ai.openclaw.diagnostics.alerts.rule.Level;
import ai.openclaw.diagnostics.alerts.rule.Recording;
import ai.openclaw.diagnostics.alerts.rule.Target;
import ai.openclaw.diagnostics.catalog.Label;
import ai.openclaw.diagnostics.promql.Scope;
import ai.openclaw.diagnostics.promql.Selector;
import java.util.List;

/**
 * A rule group that counts: it records which Gateways could be scraped, and then their counters, so that a counter that is
 * missing can be told from a Gateway that is.
 *
 * @param subject what it counts, as a part of a recorded name
 */
public record CountedGroup(Scope scope, Engine engine, String subject) {

    /** Returns whether each Gateway could be scraped; recorded before what is counted. */
    public Recording scraped() {
        return new Recording(
                Level.GATEWAY.name("openclaw_" + subject + "_up", "max"),
                max(Target.up(scope).value(), Level.GATEWAY.by()),
                List.of(Level.GATEWAY.by()));
    }

    /** Returns counts of a counter; see {@link Counts}. */
    Counts counts(String metric, Selector counter, String window, Label... labels) {
        return new Counts(this, metric, counter, window, labels);
    }

    /** Returns counts of a counter with the label {@code outcome}; see {@link Outcomes}. */
    public Outcomes outcomes(String metric, Selector counter, String window, String failures, Label... labels) {
        return new Outcomes(this, metric, counter, window, failures, labels);
    }
}
