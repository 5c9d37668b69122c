package ai.openclaw.diagnostics.alerts.recorded;

import static ai.openclaw.diagnostics.catalog.domain.Labels.OUTCOME;

import ai.openclaw.diagnostics.alerts.rule.Level;
import ai.openclaw.diagnostics.alerts.rule.Recording;
import ai.openclaw.diagnostics.catalog.Label;
import ai.openclaw.diagnostics.promql.Aggregations;
import ai.openclaw.diagnostics.promql.Expression;
import ai.openclaw.diagnostics.promql.Promql;
import ai.openclaw.diagnostics.promql.Selector;
import java.util.List;

/** How often something succeeded and how often it failed. */
public final class Outcomes {

    /** What is looked at of a quiet Gateway, the latest hour for whether it is over. */
    static final List<String> QUIET_WINDOWS = List.of("1h", "6h", "1d");

    private final Counts counts;
    private final String failures;

    /**
     * @param failures the outcomes that are failures, as a regular expression
     * @param labels what is counted apart, beside the outcome
     */
    Outcomes(CountedGroup group, String metric, Selector counter, String window, String failures, Label... labels) {
        this.counts = group.counts(metric, counter, window, Aggregations.labels(labels, OUTCOME));
        this.failures = failures;
    }

    /** Records these windows too. */
    Outcomes recording(Level level, List<String> ranges) {
        counts.recording(level, ranges);
        return this;
    }

    /** Records these windows too, in a group that is evaluated less often. */
    Outcomes recordingOfHours(Level level, List<String> ranges) {
        counts.recordingOfHours(level, ranges);
        return this;
    }

    /** Returns what has to be recorded, in this order. */
    public List<Recording> recordings() {
        return counts.recordings();
    }

    List<Recording> recordingsOfHours() {
        return counts.recordingsOfHours();
    }

    /** Returns how often it was tried within a window. */
    public Expression all(String range, Level level, Label... by) {
        return counts.over(range, level, by);
    }

    /** Returns how often it failed; nothing where it never did. */
    public Expression failed(String range, Level level, Label... by) {
        return counts.over(range, level, this::failures, by);
    }

    /** Returns how often it succeeded; nothing where it never did. */
    public Expression succeeded(String range, Level level, Label... by) {
        return counts.over(range, level, this::successes, by);
    }

    /** Returns whether it failed again and again within a range, and not in a burst of attempts. */
    public Expression failedRepeatedly(String range, Label... by) {
        return counts.windowsWith(range, Level.GATEWAY, this::failures, by).atLeast(Thresholds.QUIET_ERRORS);
    }

    /** Returns which part failed. */
    public Expression failedRatio(String range, Level level, Label... by) {
        return Promql.ratio(failed(range, level, by), all(range, level, by));
    }

    private Selector failures(Selector all) {
        return failures.contains("|") ? all.matches(OUTCOME, failures) : all.is(OUTCOME, failures);
    }

    private Selector successes(Selector all) {
        return failures.contains("|") ? all.matchesNot(OUTCOME, failures) : all.isNot(OUTCOME, failures);
    }
}
