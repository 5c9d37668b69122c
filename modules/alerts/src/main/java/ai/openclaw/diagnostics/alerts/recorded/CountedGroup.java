package ai.openclaw.diagnostics.alerts.recorded;

import static ai.openclaw.diagnostics.catalog.domain.GatewayMetrics.MEMORY_RSS_BYTES;
import static ai.openclaw.diagnostics.promql.Aggregations.max;

import ai.openclaw.diagnostics.alerts.rule.Engine;
import ai.openclaw.diagnostics.alerts.rule.Level;
import ai.openclaw.diagnostics.alerts.rule.Recording;
import ai.openclaw.diagnostics.alerts.rule.Target;
import ai.openclaw.diagnostics.catalog.Label;
import ai.openclaw.diagnostics.promql.Expression;
import ai.openclaw.diagnostics.promql.RecordedProcess;
import ai.openclaw.diagnostics.promql.Scope;
import ai.openclaw.diagnostics.promql.Selector;
import java.util.List;

/**
 * A rule group that counts: it records of each Gateway whether it could be scraped and how far its process is, and then its
 * counters, so that a counter that is missing can be told from a Gateway that is, and a restart from an idle hour.
 *
 * @param subject what it counts, as a part of a recorded name
 */
public record CountedGroup(Scope scope, Engine engine, String subject) {

    /** Returns what is recorded of each Gateway before what is counted. */
    public List<Recording> ofProcesses() {
        return List.of(scraped(), memorySamples());
    }

    Recording scraped() {
        return ofGateway("up", Target.up(scope).value());
    }

    private Recording memorySamples() {
        return ofGateway("memory_samples", scope.count(MEMORY_RSS_BYTES).exists());
    }

    private Recording ofGateway(String what, Expression value) {
        return new Recording(
                Level.GATEWAY.name("openclaw_" + subject + "_" + what, "max"),
                max(value, Level.GATEWAY.by()),
                List.of(Level.GATEWAY.by()));
    }

    RecordedProcess process() {
        Recording samples = memorySamples();
        return new RecordedProcess(scraped().in(scope), samples.in(scope), samples.now(scope, engine));
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
