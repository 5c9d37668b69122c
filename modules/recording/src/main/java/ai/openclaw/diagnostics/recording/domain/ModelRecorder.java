package ai.openclaw.diagnostics.recording.domain;

import static ai.openclaw.diagnostics.catalog.domain.ModelMetrics.*;

import ai.openclaw.diagnostics.events.ModelCallCompleted;
import ai.openclaw.diagnostics.events.ModelCallError;
import ai.openclaw.diagnostics.events.ModelFailover;
import ai.openclaw.diagnostics.events.ModelUsage;
import ai.openclaw.diagnostics.events.TokenUsage;
import ai.openclaw.diagnostics.recording.update.EventHandlers;
import ai.openclaw.diagnostics.recording.update.MetricUpdater;
import ai.openclaw.diagnostics.recording.update.RecordingContext;
import ai.openclaw.diagnostics.recording.update.SeriesResolver;
import ai.openclaw.diagnostics.recording.update.TimedTotal;
import ai.openclaw.diagnostics.store.LabeledSeries;
import org.jspecify.annotations.Nullable;

/** Records what models did and cost. */
public final class ModelRecorder {

    private final SeriesResolver tokensPerReport;
    private final SeriesResolver tokensByType;
    private final SeriesResolver reports;
    private final SeriesResolver calls;
    private final SeriesResolver failovers;
    private final TimedTotal completedCalls;
    private final TimedTotal failedCalls;
    private final MetricUpdater metrics;

    /** Makes the recorder of this domain. */
    public ModelRecorder(RecordingContext context) {
        this.tokensPerReport = context.resolver(TOKEN_USAGE);
        this.tokensByType = context.resolver(MODEL_TOKENS);
        this.reports = context.resolver(MODEL_USAGE);
        this.calls = context.resolver(MODEL_CALL);
        this.failovers = context.resolver(MODEL_FAILOVER);
        this.completedCalls = TimedTotal.durationsFirst(
                context, MODEL_CALL_DURATION, MODEL_CALL_TOTAL, ModelCallCompleted.TYPE, "durationMs");
        this.failedCalls = TimedTotal.durationsFirst(
                context, MODEL_CALL_DURATION, MODEL_CALL_TOTAL, ModelCallError.TYPE, "durationMs");
        this.metrics = context.metrics();
    }

    /** Registers what it does with the events of its domain. */
    public void register(EventHandlers handlers) {
        handlers.on(ModelUsage.TYPE, this::record)
                .on(ModelCallCompleted.TYPE, this::record)
                .on(ModelCallError.TYPE, this::record)
                .on(ModelFailover.TYPE, MODEL_FAILOVER, this::record);
    }

    private void record(ModelUsage event) {
        TokenUsage usage = event.usage();
        if (usage == null) {
            metrics.missing(event.type(), "usage");
        } else {
            callTokens(event, "input", usage.input(), "usage.input");
            callTokens(event, "output", usage.output(), "usage.output");
            tokens(event, "cache_read", usage.cacheRead(), "usage.cacheRead");
            tokens(event, "cache_write", usage.cacheWrite(), "usage.cacheWrite");
            tokens(event, "prompt", usage.promptTokens(), "usage.promptTokens");
            tokens(event, "total", usage.total(), "usage.total");
        }
        costAndDuration(event);
    }

    /** Input and output tokens are also observed call by call. */
    private void callTokens(ModelUsage event, String tokenType, double tokens, String field) {
        tokens(event, tokenType, tokens, field);
        if (tokens > 0 && GEN_AI_TOKEN_USAGE.unit().admits(tokens)) {
            tokensPerReport.resolve(event.model(), event.provider(), tokenType).observe(GEN_AI_TOKEN_USAGE, tokens);
        }
    }

    private void tokens(ModelUsage event, String tokenType, double tokens, String field) {
        if (tokens == 0 || Double.isNaN(tokens)) {
            return;
        }
        LabeledSeries series =
                tokensByType.resolve(event.agentId(), event.channel(), event.model(), event.provider(), tokenType);
        metrics.add(series, MODEL_TOKENS_TOTAL, tokens, event.type(), field);
    }

    private void costAndDuration(ModelUsage event) {
        LabeledSeries series = reports.resolve(event.agentId(), event.channel(), event.model(), event.provider());
        if (event.costUsd() != 0) {
            metrics.add(series, MODEL_COST_USD, event.costUsd(), event.type(), "costUsd");
        }
        metrics.observeMs(series, MODEL_USAGE_DURATION, event.durationMs(), event.type(), "durationMs");
    }

    private void record(ModelCallCompleted event) {
        LabeledSeries series = calls.resolve(
                event.api(),
                "none",
                event.model(),
                unit(event.observationUnit()),
                "completed",
                event.provider(),
                event.transport());
        completedCalls.record(series, event.durationMs());
    }

    private void record(ModelCallError event) {
        LabeledSeries series = calls.resolve(
                event.api(),
                event.errorCategory(),
                event.model(),
                unit(event.observationUnit()),
                "error",
                event.provider(),
                event.transport());
        failedCalls.record(series, event.durationMs());
    }

    private static String unit(@Nullable String observationUnit) {
        return "turn".equals(observationUnit) ? "turn" : "request";
    }

    private void record(ModelFailover event) {
        LabeledSeries series = failovers.resolve(
                event.fromModel(),
                event.fromProvider(),
                event.lane(),
                event.reason(),
                event.suspended() == null ? null : event.suspended().toString(),
                event.toModel(),
                event.toProvider());
        metrics.count(series, MODEL_FAILOVER_TOTAL);
    }
}
