package ai.openclaw.diagnostics.alerts;

import static ai.openclaw.diagnostics.promql.Promql.increase;
import static ai.openclaw.diagnostics.promql.Promql.labels;
import static ai.openclaw.diagnostics.promql.Promql.lastOverTime;
import static ai.openclaw.diagnostics.promql.Promql.sum;
import static ai.openclaw.diagnostics.promql.TargetLabels.CLUSTER;
import static ai.openclaw.diagnostics.promql.TargetLabels.INSTANCE;
import static ai.openclaw.diagnostics.promql.TargetLabels.JOB;
import static ai.openclaw.diagnostics.promql.TargetLabels.NAMESPACE;

import ai.openclaw.diagnostics.catalog.Label;
import ai.openclaw.diagnostics.promql.Expression;
import ai.openclaw.diagnostics.promql.Scope;
import ai.openclaw.diagnostics.promql.Selector;

/** What Prometheus knows of a target, and what follows from it for the target's counters. */
final class Target {

    private static final Label[] JOB_LABELS = {CLUSTER, NAMESPACE, JOB};
    private static final Label[] INSTANCE_LABELS = {CLUSTER, NAMESPACE, JOB, INSTANCE};

    private Target() {}

    /** Returns the labels that tell the Gateways of one job from others, in a fleet too, and these. */
    static Label[] byJob(Label... more) {
        return labels(JOB_LABELS, more);
    }

    /** Returns the labels that tell one Gateway from others, and these. */
    static Label[] byInstance(Label... more) {
        return labels(INSTANCE_LABELS, more);
    }

    /** Returns whether the last scrape succeeded, as 1 or 0. */
    static Selector up(Scope scope) {
        return scope.series("up");
    }

    /**
     * Returns by how much a counter grew, by these labels.
     *
     * <p>{@code increase()} alone misses the first value of a series that is born within the range, and the first error
     * of its kind is just that. Such a value counts whole where the target was scraped when the range began: then the
     * series would have been there. Otherwise Prometheus may merely see an old series for the first time.
     */
    static Expression growth(Scope scope, Selector counter, String range, Label... by) {
        Expression scraped = up(scope).before(range).value().equalTo(1);
        Expression born = lastOverTime(counter, range)
                .unless(counter.before(range).exists())
                .andOn(scraped, INSTANCE_LABELS);
        return sum(born.or(increase(counter, range)), by);
    }
}
