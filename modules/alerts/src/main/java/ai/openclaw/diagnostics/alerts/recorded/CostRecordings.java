package ai.openclaw.diagnostics.alerts.recorded;

import static ai.openclaw.diagnostics.catalog.domain.Labels.AGENT;
import static ai.openclaw.diagnostics.catalog.domain.Labels.MODEL;
import static ai.openclaw.diagnostics.catalog.domain.Labels.PROVIDER;
import static ai.openclaw.diagnostics.catalog.domain.Labels.TOKEN_TYPE;
import static ai.openclaw.diagnostics.catalog.domain.ModelMetrics.MODEL_COST_USD;
import static ai.openclaw.diagnostics.catalog.domain.ModelMetrics.MODEL_TOKENS_TOTAL;
import static ai.openclaw.diagnostics.promql.Aggregations.sum;

import ai.openclaw.diagnostics.alerts.rule.Engine;
import ai.openclaw.diagnostics.alerts.rule.Level;
import ai.openclaw.diagnostics.alerts.rule.Recording;
import ai.openclaw.diagnostics.alerts.rule.RuleGroup;
import ai.openclaw.diagnostics.catalog.Label;
import ai.openclaw.diagnostics.promql.Expression;
import ai.openclaw.diagnostics.promql.Scope;
import java.util.ArrayList;
import java.util.List;

/** What models cost: counted in windows of ten minutes, of which hours and days are summed. */
public final class CostRecordings {

    private static final String WINDOW = "10m";

    public final Recording hourByAgent;
    public final Recording hour;
    public final Recording day;

    private final CountedGroup group;
    private final Counts spend;
    private final Counts tokens;
    private final Recording hourByAgentAndModel;
    private final Recording dayOfGateway;

    CostRecordings(Scope scope, Engine engine) {
        group = new CountedGroup(scope, engine, "cost");
        spend = group.counts("openclaw_model_cost_usd", scope.of(MODEL_COST_USD), WINDOW, AGENT, PROVIDER, MODEL);
        tokens = group.counts(
                "openclaw_model_tokens",
                scope.of(MODEL_TOKENS_TOTAL).in(TOKEN_TYPE, "prompt", "output"),
                WINDOW,
                PROVIDER,
                MODEL);
        hourByAgentAndModel = spend("1h", Level.JOB, AGENT, PROVIDER, MODEL);
        hourByAgent = summed(scope, hourByAgentAndModel, AGENT);
        hour = summed(scope, hourByAgentAndModel);
        day = spend("1d", Level.JOB);
        dayOfGateway = spend("1d", Level.GATEWAY);
    }

    private Recording spend(String range, Level level, Label... by) {
        return new Recording(
                level.name("openclaw_model_cost_usd", "increase" + range, by),
                spend.over(range, level, by),
                List.of(level.by(by)));
    }

    private static Recording summed(Scope scope, Recording finer, Label... by) {
        return new Recording(
                Level.JOB.name("openclaw_model_cost_usd", "increase1h", by),
                sum(finer.in(scope).value(), Level.JOB.by(by)),
                List.of(Level.JOB.by(by)));
    }

    /** Returns how many tokens of prompts and answers a model used, of those that should have a price. */
    public Expression tokensOfPricedModels(String range) {
        return tokens.over(
                range, Level.JOB, all -> all.matchesNot(PROVIDER, Thresholds.FREE_PROVIDERS), PROVIDER, MODEL);
    }

    /** Returns what a model cost. */
    public Expression spendByModel(String range) {
        return spend.over(range, Level.JOB, PROVIDER, MODEL);
    }

    RuleGroup group() {
        List<Recording> rules = new ArrayList<>(group.ofProcesses());
        rules.addAll(spend.recordings());
        rules.addAll(tokens.recordings());
        rules.addAll(List.of(hourByAgentAndModel, hourByAgent, hour));
        return RuleGroup.of("openclaw-cost.rules", rules);
    }

    List<Recording> ofHours() {
        return List.of(day, dayOfGateway);
    }
}
