package ai.openclaw.diagnostics.alerts.recorded;

import static ai.openclaw.diagnostics.alerts.rule.Target.byJob;
import static ai.openclaw.diagnostics.catalog.domain.Labels.MODEL;
import static ai.openclaw.diagnostics.catalog.domain.Labels.PROVIDER;
import static ai.openclaw.diagnostics.catalog.domain.ModelMetrics.MODEL_CALL_DURATION;
import static ai.openclaw.diagnostics.catalog.domain.ModelMetrics.MODEL_CALL_TOTAL;
import static ai.openclaw.diagnostics.promql.Aggregations.sum;
import static ai.openclaw.diagnostics.promql.Aggregations.sumBuckets;
import static ai.openclaw.diagnostics.promql.OverTime.rate;

import ai.openclaw.diagnostics.alerts.rule.Engine;
import ai.openclaw.diagnostics.alerts.rule.Level;
import ai.openclaw.diagnostics.alerts.rule.Recording;
import ai.openclaw.diagnostics.alerts.rule.RuleGroup;
import ai.openclaw.diagnostics.catalog.Label;
import ai.openclaw.diagnostics.promql.Scope;
import java.util.ArrayList;
import java.util.List;

/** Model calls: how many, how many failed, and how long they took. */
public final class ModelRecordings {

    /** The window of the counts. */
    public static final String WINDOW = "15m";

    private static final Label[] BY_MODEL = byJob(PROVIDER, MODEL);

    /** From this to the greatest limit a quantile can be told apart from it. */
    private static final String[] LATENCIES = {"10", "30", "60", "120", "300", "600"};

    public final Outcomes calls;
    public final Recording errorRatio;
    public final Recording latencyBuckets;

    private final CountedGroup group;
    private final Recording callRate;

    ModelRecordings(Scope scope, Engine engine) {
        group = new CountedGroup(scope, engine, "models");
        calls = group.outcomes("openclaw_model_call", scope.of(MODEL_CALL_TOTAL), WINDOW, "error", PROVIDER, MODEL)
                .recordingOfHours(Level.GATEWAY, Outcomes.QUIET_WINDOWS);
        errorRatio = new Recording(
                "job_provider_model:openclaw_model_call_errors_per_call:ratio_increase15m",
                calls.failedRatio(WINDOW, Level.JOB, PROVIDER, MODEL),
                List.of(BY_MODEL));
        latencyBuckets = new Recording(
                "job_provider_model_le:openclaw_model_call_duration_seconds_bucket:rate15m",
                sumBuckets(rate(scope.buckets(MODEL_CALL_DURATION).upToOneOf(LATENCIES), WINDOW), BY_MODEL),
                List.of(BY_MODEL));
        callRate = new Recording(
                "job_provider_model:openclaw_model_call:rate5m",
                sum(rate(scope.of(MODEL_CALL_TOTAL), "5m"), BY_MODEL),
                List.of(BY_MODEL));
    }

    RuleGroup group() {
        List<Recording> rules = new ArrayList<>(group.ofProcesses());
        rules.add(callRate);
        rules.addAll(calls.recordings());
        rules.addAll(List.of(errorRatio, latencyBuckets));
        return RuleGroup.of("openclaw-models.rules", rules);
    }
}
