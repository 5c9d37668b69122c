package ai.openclaw.diagnostics.dashboards;

import static ai.openclaw.diagnostics.catalog.OpenClawCatalog.*;
import static ai.openclaw.diagnostics.promql.Promql.increase;
import static ai.openclaw.diagnostics.promql.Promql.quantile;
import static ai.openclaw.diagnostics.promql.Promql.rate;
import static ai.openclaw.diagnostics.promql.Promql.ratio;
import static ai.openclaw.diagnostics.promql.Promql.sum;
import static ai.openclaw.diagnostics.promql.Promql.sumBuckets;
import static ai.openclaw.diagnostics.promql.TargetLabels.JOB;

import ai.openclaw.diagnostics.catalog.Label;
import ai.openclaw.diagnostics.promql.Expression;
import ai.openclaw.diagnostics.promql.Scope;
import ai.openclaw.diagnostics.promql.Selector;

/** The questions that several panels ask. */
final class Queries {

    static final String RATE = "$__rate_interval";
    static final String RANGE = "$__range";

    /** What was chosen at the top of the page. */
    static final Scope ALL = Scope.of("job=~\"$job\",instance=~\"$instance\"");

    static final Label ALERT = Label.of("alertname", "The alert's name.");
    static final Label SEVERITY = Label.of("severity", "How grave an alert is.");

    /** The alerts of this project that fire. Some have no instance, and one that has lost its job shall be seen too. */
    static final Selector FIRING = Scope.of("alertname=~\"OpenClaw.+\",alertstate=\"firing\",job=~\"$job|\"")
            .series("ALERTS", ALERT, SEVERITY);

    private Queries() {}

    /**
     * Returns {@code up} of the targets in jobs that had an exporter within a day: where all jobs are chosen, those of
     * other programs are among them.
     */
    static Expression targets() {
        return ALL.series("up").value().andOn(sum(increase(ALL.of(SERIES_DROPPED), "1d"), JOB), JOB);
    }

    static Expression perSecond(Selector counter, Label... by) {
        return sum(rate(counter, RATE), by);
    }

    static Expression perMinute(Selector counter, Label... by) {
        return perSecond(counter, by).times(60);
    }

    static Expression inRange(Selector counter, Label... by) {
        return sum(increase(counter, RANGE), by);
    }

    /** Returns which part of what a counter counts ended with an error. */
    static Expression errorRatio(Selector counter, Label... by) {
        return ratio(perSecond(counter.is(OUTCOME, "error"), by), perSecond(counter, by));
    }

    /** Returns the value below which this part of a histogram's values lies. */
    static Expression percentile(double quantile, Selector buckets, Label... by) {
        return quantile(quantile, rate(buckets, RATE), by);
    }

    /** Returns how many values fell into each bucket, for a heatmap. */
    static Expression spread(Selector buckets) {
        return sumBuckets(increase(buckets, RATE));
    }

    /** Keeps what was used and generated; the other kinds of tokens overlap with these or with each other. */
    static Selector inputAndOutput(Selector tokens) {
        return tokens.in(TOKEN_TYPE, "input", "output");
    }
}
