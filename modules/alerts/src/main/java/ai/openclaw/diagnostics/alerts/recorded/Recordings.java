package ai.openclaw.diagnostics.alerts.recorded;

import static ai.openclaw.diagnostics.alerts.rule.Target.byJob;
import static ai.openclaw.diagnostics.promql.Aggregations.group;
import static ai.openclaw.diagnostics.promql.Aggregations.max;

import ai.openclaw.diagnostics.alerts.rule.Engine;
import ai.openclaw.diagnostics.alerts.rule.Recording;
import ai.openclaw.diagnostics.alerts.rule.RuleGroup;
import ai.openclaw.diagnostics.alerts.rule.Target;
import ai.openclaw.diagnostics.promql.Expression;
import ai.openclaw.diagnostics.promql.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The recorded series: the limits in force, and those of each subject. */
public final class Recordings {

    public final Recording dailyBudget;
    public final Recording errorBudget;
    public final Recording modelLatency;
    public final Recording queueWait;
    public final Recording machineSleeps;

    public final MessageRecordings messages;
    public final ModelRecordings models;
    public final CostRecordings cost;
    public final WorkRecordings work;

    private final Scope scope;

    /** Creates the recordings of a scope, for an engine. */
    public Recordings(Scope scope, Engine engine) {
        this.scope = scope;
        dailyBudget = limit("openclaw_daily_budget_usd", Thresholds.DAILY_BUDGET_USD);
        errorBudget = limit("openclaw_message_error_budget_ratio", Thresholds.MESSAGE_ERROR_BUDGET);
        modelLatency = limit("openclaw_model_latency_seconds", Thresholds.MODEL_LATENCY_SECONDS);
        queueWait = limit("openclaw_queue_wait_seconds", Thresholds.QUEUE_WAIT_SECONDS);
        machineSleeps = limit("openclaw_machine_sleeps", Thresholds.MACHINE_SLEEPS);
        messages = new MessageRecordings(scope, engine);
        models = new ModelRecordings(scope, engine);
        cost = new CostRecordings(scope, engine);
        work = new WorkRecordings(scope, engine);
    }

    /** Returns the groups, each before what reads it. */
    public List<RuleGroup> groups() {
        List<RuleGroup> groups = new ArrayList<>();
        groups.add(RuleGroup.of(
                "openclaw-thresholds", List.of(dailyBudget, errorBudget, modelLatency, queueWait, machineSleeps)));
        groups.add(messages.group());
        groups.add(models.group());
        groups.add(cost.group());
        groups.addAll(work.groups());
        groups.add(RuleGroup.ofHours("openclaw-hours.rules", ofHours()));
        return groups;
    }

    private List<Recording> ofHours() {
        List<Recording> rules = new ArrayList<>(cost.ofHours());
        Stream.of(models.calls, work.deliveries, work.tools, work.harnesses)
                .forEach(outcomes -> rules.addAll(outcomes.recordingsOfHours()));
        return rules;
    }

    /** Returns a limit for each job: the operator's override, or else the one that comes with the rules. */
    private Recording limit(String what, double usual) {
        Expression override = max(
                scope.recorded("job:" + what + ":override", List.of(byJob())).value(), byJob());
        Expression known = group(Target.up(scope).value(), byJob());
        return new Recording("job:" + what + ":threshold", override.or(known.times(usual)), List.of(byJob()));
    }
}
