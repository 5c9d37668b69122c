package ai.openclaw.diagnostics.alerts.rule;

import static ai.openclaw.diagnostics.promql.Aggregations.labels;
import static ai.openclaw.diagnostics.promql.TargetLabels.CLUSTER;
import static ai.openclaw.diagnostics.promql.TargetLabels.INSTANCE;
import static ai.openclaw.diagnostics.promql.TargetLabels.JOB;
import static ai.openclaw.diagnostics.promql.TargetLabels.NAMESPACE;

import ai.openclaw.diagnostics.catalog.Label;
import ai.openclaw.diagnostics.promql.Scope;
import ai.openclaw.diagnostics.promql.Selector;

/** What Prometheus knows of a target. */
public final class Target {

    private static final Label[] JOB_LABELS = {CLUSTER, NAMESPACE, JOB};
    private static final Label[] INSTANCE_LABELS = {CLUSTER, NAMESPACE, JOB, INSTANCE};

    private Target() {}

    /** Returns the labels that tell the Gateways of one job from others, in a fleet too, and these. */
    public static Label[] byJob(Label... more) {
        return labels(JOB_LABELS, more);
    }

    /** Returns the labels that tell one Gateway from others, and these. */
    public static Label[] byInstance(Label... more) {
        return labels(INSTANCE_LABELS, more);
    }

    /** Returns whether the last scrape succeeded, as 1 or 0. */
    public static Selector up(Scope scope) {
        return scope.series("up");
    }
}
