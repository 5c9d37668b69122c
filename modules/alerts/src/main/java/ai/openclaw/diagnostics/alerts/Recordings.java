package ai.openclaw.diagnostics.alerts;

import static ai.openclaw.diagnostics.alerts.Target.byInstance;
import static ai.openclaw.diagnostics.alerts.Target.byJob;
import static ai.openclaw.diagnostics.alerts.Target.growth;
import static ai.openclaw.diagnostics.catalog.Labels.*;
import static ai.openclaw.diagnostics.catalog.MessageMetrics.*;
import static ai.openclaw.diagnostics.catalog.ModelMetrics.*;
import static ai.openclaw.diagnostics.catalog.QueueMetrics.*;
import static ai.openclaw.diagnostics.catalog.RunMetrics.*;
import static ai.openclaw.diagnostics.catalog.ToolMetrics.*;
import static ai.openclaw.diagnostics.promql.Promql.*;

import ai.openclaw.diagnostics.catalog.Family;
import ai.openclaw.diagnostics.catalog.Label;
import ai.openclaw.diagnostics.promql.Expression;
import ai.openclaw.diagnostics.promql.Scope;
import ai.openclaw.diagnostics.promql.Selector;
import java.util.ArrayList;
import java.util.List;

/**
 * The recorded series. What is called {@code increase…} counts what happened within the range, the first of its kind
 * included; see {@link Target#growth}.
 */
final class Recordings {

    /** The windows of the message ratios. */
    static final List<String> WINDOWS = List.of("5m", "30m", "1h", "2h", "6h", "1d", "3d");

    final Recording dailyBudget;
    final Recording errorBudget;
    final Recording modelLatency;
    final Recording queueWait;

    final Recording messages;
    final Recording messageErrors;

    final Recording modelCalls;
    final Recording modelErrorRatio;
    final Recording modelLatencyBuckets;

    final Recording spendHourAgentModel;
    final Recording spendHourAgent;
    final Recording spendHour;
    final Recording spendDay;

    final Recording deliveries;
    final Recording deliveryErrorRatio;
    final Recording deliveriesUnfinished;
    final Recording laneWaitBuckets;
    final Recording laneDequeues;
    final Recording toolExecutions;
    final Recording toolErrorRatio;
    final Recording harnessRuns;
    final Recording harnessErrorRatio;

    private final Scope scope;

    Recordings(Scope scope) {
        this.scope = scope;
        dailyBudget = threshold("openclaw_daily_budget_usd", Thresholds.DAILY_BUDGET_USD);
        errorBudget = threshold("openclaw_message_error_budget_ratio", Thresholds.MESSAGE_ERROR_BUDGET);
        modelLatency = threshold("openclaw_model_latency_seconds", Thresholds.MODEL_LATENCY_SECONDS);
        queueWait = threshold("openclaw_queue_wait_seconds", Thresholds.QUEUE_WAIT_SECONDS);

        Selector message = scope.of(MESSAGE_PROCESSED_TOTAL);
        messages = increase("job:openclaw_message_processed:increase5m", message, "5m", byJob());
        messageErrors = new Recording(
                "job:openclaw_message_processed_errors:increase5m",
                growth(scope, message.is(OUTCOME, "error"), "5m", byJob())
                        .or(messages.in(scope).value().times(0)),
                List.of(byJob()));

        Label[] byModel = byJob(PROVIDER, MODEL);
        modelCalls = increase(
                "job_provider_model_outcome:openclaw_model_call:increase15m",
                scope.of(MODEL_CALL_TOTAL),
                "15m",
                byJob(PROVIDER, MODEL, OUTCOME));
        modelErrorRatio = errorRatio(
                "job_provider_model:openclaw_model_call_errors_per_call:ratio_increase15m",
                modelCalls,
                "error",
                byModel);
        modelLatencyBuckets = new Recording(
                "job_provider_model_le:openclaw_model_call_duration_seconds_bucket:rate15m",
                sumBuckets(rate(scope.buckets(MODEL_CALL_DURATION), "15m"), byModel),
                List.of(byModel));

        Selector cost = scope.of(MODEL_COST_USD);
        spendHourAgentModel = increase(
                "job_agent_provider_model:openclaw_model_cost_usd:increase1h",
                cost,
                "1h",
                byJob(AGENT, PROVIDER, MODEL));
        spendHourAgent = summed("job_agent:openclaw_model_cost_usd:increase1h", spendHourAgentModel, byJob(AGENT));
        spendHour = summed("job:openclaw_model_cost_usd:increase1h", spendHourAgentModel, byJob());
        spendDay = increase("job:openclaw_model_cost_usd:increase1d", cost, "1d", byJob());

        deliveries = increase(
                "job_channel_outcome:openclaw_message_delivery:increase15m",
                scope.of(MESSAGE_DELIVERY_TOTAL),
                "15m",
                byJob(CHANNEL, OUTCOME));
        deliveryErrorRatio = errorRatio(
                "job_channel:openclaw_message_delivery_errors_per_delivery:ratio_increase15m",
                deliveries,
                "error",
                byJob(CHANNEL));
        deliveriesUnfinished = unfinished(byInstance(CHANNEL));
        laneWaitBuckets = new Recording(
                "job_lane_le:openclaw_queue_lane_wait_seconds_bucket:rate10m",
                sumBuckets(rate(scope.buckets(QUEUE_LANE_WAIT), "10m"), byJob(LANE)),
                List.of(byJob(LANE)));
        laneDequeues = increase(
                "instance_lane:openclaw_queue_lane_dequeue:increase15m",
                scope.count(QUEUE_LANE_WAIT),
                "15m",
                byInstance(LANE));
        toolExecutions = increase(
                "job_tool_outcome:openclaw_tool_execution:increase30m",
                scope.of(TOOL_EXECUTION_TOTAL),
                "30m",
                byJob(TOOL, OUTCOME));
        toolErrorRatio = errorRatio(
                "job_tool:openclaw_tool_execution_errors_per_execution:ratio_increase30m",
                toolExecutions,
                "error",
                byJob(TOOL));
        harnessRuns = increase(
                "job_harness_outcome:openclaw_harness_run:increase30m",
                scope.of(HARNESS_RUN_TOTAL),
                "30m",
                byJob(HARNESS, OUTCOME));
        harnessErrorRatio = errorRatio(
                "job_harness:openclaw_harness_run_errors_per_run:ratio_increase30m",
                harnessRuns,
                "error|timed_out",
                byJob(HARNESS));
    }

    /** Returns the groups, each before what reads it. */
    List<RuleGroup> groups() {
        List<Recording> ratios = new ArrayList<>(List.of(messages, messageErrors));
        WINDOWS.forEach(window -> ratios.add(messageErrorRatio(window)));
        return List.of(
                new RuleGroup("openclaw-thresholds", List.of(dailyBudget, errorBudget, modelLatency, queueWait)),
                new RuleGroup("openclaw-slo.rules", ratios),
                new RuleGroup(
                        "openclaw-models.rules",
                        List.of(
                                ratePerSecond(
                                        "job_provider_model:openclaw_model_call:rate5m",
                                        MODEL_CALL_TOTAL,
                                        byJob(PROVIDER, MODEL)),
                                modelCalls,
                                modelErrorRatio,
                                modelLatencyBuckets)),
                new RuleGroup("openclaw-cost.rules", List.of(spendHourAgentModel, spendHourAgent, spendHour, spendDay)),
                new RuleGroup(
                        "openclaw-messages.rules",
                        List.of(
                                ratePerSecond(
                                        "job_channel:openclaw_message_delivery:rate5m",
                                        MESSAGE_DELIVERY_TOTAL,
                                        byJob(CHANNEL)),
                                deliveries,
                                deliveryErrorRatio,
                                deliveriesUnfinished,
                                laneWaitBuckets,
                                laneDequeues)),
                new RuleGroup(
                        "openclaw-tools.rules",
                        List.of(toolExecutions, toolErrorRatio, harnessRuns, harnessErrorRatio)));
    }

    /** Returns the part of the messages of a window that failed, from the counts of five minutes. */
    Recording messageErrorRatio(String window) {
        Expression errors = overWindow(messageErrors, window);
        return new Recording(
                "job:openclaw_message_processed_errors_per_message:ratio_rate" + window,
                errors.per(overWindow(messages, window)),
                List.of(byJob()));
    }

    private Expression overWindow(Recording recording, String window) {
        Selector series = recording.in(scope);
        return window.equals("5m") ? series.value() : sumOverTime(series, window);
    }

    /** Returns a limit for each job: the operator's own, or else the one that comes with the rules. */
    private Recording threshold(String what, double usual) {
        Expression own = max(
                scope.recorded("job:" + what + ":override", List.of(byJob())).value(), byJob());
        Expression known = group(Target.up(scope).value(), byJob());
        return new Recording("job:" + what + ":threshold", own.or(known.times(usual)), List.of(byJob()));
    }

    private Recording increase(String name, Selector counter, String range, Label... by) {
        return new Recording(name, growth(scope, counter, range, by), List.of(by));
    }

    private Recording summed(String name, Recording finer, Label... by) {
        return new Recording(name, sum(finer.in(scope).value(), by), List.of(by));
    }

    private Recording ratePerSecond(String name, Family counter, Label... by) {
        return new Recording(name, sum(rate(scope.of(counter), "5m"), by), List.of(by));
    }

    /** Returns which part of a recorded count has one of these outcomes. */
    private Recording errorRatio(String name, Recording counts, String outcomes, Label... by) {
        Selector errors = errors(counts, outcomes);
        return new Recording(
                name, ratio(sum(errors.value(), by), sum(counts.in(scope).value(), by)), List.of(by));
    }

    /** Returns those of a recorded count that failed. */
    Selector errors(Recording counts, String outcomes) {
        Selector all = counts.in(scope);
        return outcomes.contains("|") ? all.matches(OUTCOME, outcomes) : all.is(OUTCOME, outcomes);
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
