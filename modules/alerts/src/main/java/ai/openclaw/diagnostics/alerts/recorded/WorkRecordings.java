package ai.openclaw.diagnostics.alerts.recorded;

import static ai.openclaw.diagnostics.alerts.rule.Target.byInstance;
import static ai.openclaw.diagnostics.alerts.rule.Target.byJob;
import static ai.openclaw.diagnostics.catalog.domain.Labels.CHANNEL;
import static ai.openclaw.diagnostics.catalog.domain.Labels.HARNESS;
import static ai.openclaw.diagnostics.catalog.domain.Labels.LANE;
import static ai.openclaw.diagnostics.catalog.domain.Labels.TOOL;
import static ai.openclaw.diagnostics.catalog.domain.MessageMetrics.MESSAGE_DELIVERY_STARTED;
import static ai.openclaw.diagnostics.catalog.domain.MessageMetrics.MESSAGE_DELIVERY_TOTAL;
import static ai.openclaw.diagnostics.catalog.domain.QueueMetrics.QUEUE_LANE_WAIT;
import static ai.openclaw.diagnostics.catalog.domain.RunMetrics.HARNESS_RUN_TOTAL;
import static ai.openclaw.diagnostics.catalog.domain.ToolMetrics.TOOL_EXECUTION_TOTAL;
import static ai.openclaw.diagnostics.promql.Aggregations.sum;
import static ai.openclaw.diagnostics.promql.Aggregations.sumBuckets;
import static ai.openclaw.diagnostics.promql.OverTime.rate;

import ai.openclaw.diagnostics.alerts.rule.Engine;
import ai.openclaw.diagnostics.alerts.rule.Level;
import ai.openclaw.diagnostics.alerts.rule.Recording;
import ai.openclaw.diagnostics.alerts.rule.RuleGroup;
import ai.openclaw.diagnostics.catalog.Label;
import ai.openclaw.diagnostics.promql.Expression;
import ai.openclaw.diagnostics.promql.Scope;
import java.util.ArrayList;
import java.util.List;

/** Deliveries, queue lanes, tools and harnesses. */
public final class WorkRecordings {

    /** The window of deliveries and dequeues. */
    public static final String DELIVERY_WINDOW = "15m";

    /** The window of tools and harnesses. */
    public static final String RUN_WINDOW = "30m";

    /** Whether Gateways could be scraped when deliveries were last recorded. */
    public final Recording scraped;

    public final Outcomes deliveries;
    public final Counts deliveriesStarted;
    public final Recording deliveryErrorRatio;
    public final Recording deliveriesUnfinished;
    public final Recording laneWaitBuckets;
    public final Counts laneDequeues;
    public final Outcomes tools;
    public final Recording toolErrorRatio;
    public final Outcomes harnesses;
    public final Recording harnessErrorRatio;

    /** From this to the greatest limit a quantile can be told apart from it. */
    private static final String[] WAITS = {"0.5", "1", "2.5", "5", "10", "30", "60", "300"};

    private final Scope scope;
    private final CountedGroup messages;
    private final CountedGroup executions;
    private final CountedGroup runs;
    private final Recording deliveryRate;

    WorkRecordings(Scope scope, Engine engine) {
        this.scope = scope;
        messages = new CountedGroup(scope, engine, "messages");
        executions = new CountedGroup(scope, engine, "tools");
        runs = new CountedGroup(scope, engine, "harnesses");
        scraped = messages.scraped();
        deliveryRate = new Recording(
                "job_channel:openclaw_message_delivery:rate5m",
                sum(rate(scope.of(MESSAGE_DELIVERY_TOTAL), "5m"), byJob(CHANNEL)),
                List.of(byJob(CHANNEL)));
        deliveries = messages.outcomes(
                        "openclaw_message_delivery",
                        scope.of(MESSAGE_DELIVERY_TOTAL),
                        DELIVERY_WINDOW,
                        "error",
                        CHANNEL)
                .recordingOfHours(Level.GATEWAY, Outcomes.QUIET_WINDOWS);
        deliveriesStarted = messages.counts(
                "openclaw_message_delivery_started", scope.of(MESSAGE_DELIVERY_STARTED), DELIVERY_WINDOW, CHANNEL);
        deliveryErrorRatio = new Recording(
                "job_channel:openclaw_message_delivery_errors_per_delivery:ratio_increase15m",
                deliveries.failedRatio(DELIVERY_WINDOW, Level.JOB, CHANNEL),
                List.of(byJob(CHANNEL)));
        deliveriesUnfinished = unfinished(byInstance(CHANNEL));
        laneWaitBuckets = new Recording(
                "job_lane_le:openclaw_queue_lane_wait_seconds_bucket:rate10m",
                sumBuckets(rate(scope.buckets(QUEUE_LANE_WAIT).upToOneOf(WAITS), "10m"), byJob(LANE)),
                List.of(byJob(LANE)));
        laneDequeues =
                messages.counts("openclaw_queue_lane_dequeue", scope.count(QUEUE_LANE_WAIT), DELIVERY_WINDOW, LANE);
        tools = executions
                .outcomes("openclaw_tool_execution", scope.of(TOOL_EXECUTION_TOTAL), RUN_WINDOW, "error", TOOL)
                .recordingOfHours(Level.GATEWAY, Outcomes.QUIET_WINDOWS);
        toolErrorRatio = new Recording(
                "job_tool:openclaw_tool_execution_errors_per_execution:ratio_increase30m",
                tools.failedRatio(RUN_WINDOW, Level.JOB, TOOL),
                List.of(byJob(TOOL)));
        harnesses = runs.outcomes(
                        "openclaw_harness_run", scope.of(HARNESS_RUN_TOTAL), RUN_WINDOW, "error|timed_out", HARNESS)
                .recordingOfHours(Level.GATEWAY, Outcomes.QUIET_WINDOWS);
        harnessErrorRatio = new Recording(
                "job_harness:openclaw_harness_run_errors_per_run:ratio_increase30m",
                harnesses.failedRatio(RUN_WINDOW, Level.JOB, HARNESS),
                List.of(byJob(HARNESS)));
    }

    List<RuleGroup> groups() {
        return List.of(
                RuleGroup.of("openclaw-messages.rules", ofMessages()),
                RuleGroup.of("openclaw-tools.rules", ofOutcomes(executions, tools, toolErrorRatio)),
                RuleGroup.of("openclaw-harnesses.rules", ofOutcomes(runs, harnesses, harnessErrorRatio)));
    }

    private List<Recording> ofMessages() {
        List<Recording> rules = new ArrayList<>(messages.ofProcesses());
        rules.add(deliveryRate);
        rules.addAll(deliveries.recordings());
        rules.addAll(deliveriesStarted.recordings());
        rules.addAll(List.of(deliveryErrorRatio, deliveriesUnfinished, laneWaitBuckets));
        rules.addAll(laneDequeues.recordings());
        return rules;
    }

    private static List<Recording> ofOutcomes(CountedGroup group, Outcomes outcomes, Recording errorRatio) {
        List<Recording> rules = new ArrayList<>(group.ofProcesses());
        rules.addAll(outcomes.recordings());
        rules.add(errorRatio);
        return rules;
    }

    /** The counters of one process begin together at zero, so their difference is what is under way now. */
    private Recording unfinished(Label... by) {
        Expression started = sum(scope.of(MESSAGE_DELIVERY_STARTED).exists(), by);
        Expression ended = sum(scope.of(MESSAGE_DELIVERY_TOTAL).exists(), by);
        return new Recording(
                "instance_channel:openclaw_message_delivery_unfinished:sum",
                started.minus(ended.or(started.times(0))),
                List.of(by));
    }
}
