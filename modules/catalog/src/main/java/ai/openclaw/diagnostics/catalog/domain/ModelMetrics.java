package ai.openclaw.diagnostics.catalog.domain;

import static ai.openclaw.diagnostics.catalog.Unit.NONE;
import static ai.openclaw.diagnostics.catalog.Unit.SECONDS;
import static ai.openclaw.diagnostics.catalog.Unit.TOKENS;
import static ai.openclaw.diagnostics.catalog.Unit.USD;
import static ai.openclaw.diagnostics.catalog.domain.Labels.AGENT;
import static ai.openclaw.diagnostics.catalog.domain.Labels.API;
import static ai.openclaw.diagnostics.catalog.domain.Labels.CHANNEL;
import static ai.openclaw.diagnostics.catalog.domain.Labels.ERROR_CATEGORY;
import static ai.openclaw.diagnostics.catalog.domain.Labels.FAILOVER_REASON;
import static ai.openclaw.diagnostics.catalog.domain.Labels.FROM_MODEL;
import static ai.openclaw.diagnostics.catalog.domain.Labels.FROM_PROVIDER;
import static ai.openclaw.diagnostics.catalog.domain.Labels.LANE;
import static ai.openclaw.diagnostics.catalog.domain.Labels.MODEL;
import static ai.openclaw.diagnostics.catalog.domain.Labels.OBSERVATION_UNIT;
import static ai.openclaw.diagnostics.catalog.domain.Labels.OUTCOME;
import static ai.openclaw.diagnostics.catalog.domain.Labels.PROVIDER;
import static ai.openclaw.diagnostics.catalog.domain.Labels.SUSPENDED;
import static ai.openclaw.diagnostics.catalog.domain.Labels.TOKEN_TYPE;
import static ai.openclaw.diagnostics.catalog.domain.Labels.TO_MODEL;
import static ai.openclaw.diagnostics.catalog.domain.Labels.TO_PROVIDER;
import static ai.openclaw.diagnostics.catalog.domain.Labels.TRANSPORT;

import ai.openclaw.diagnostics.catalog.Buckets;
import ai.openclaw.diagnostics.catalog.CounterFamily;
import ai.openclaw.diagnostics.catalog.Family;
import ai.openclaw.diagnostics.catalog.FamilyGroup;
import ai.openclaw.diagnostics.catalog.HistogramFamily;
import ai.openclaw.diagnostics.catalog.Profile;
import java.util.List;

/** Model usage and model calls. */
public final class ModelMetrics {

    /** Token use by agent and channel. */
    public static final FamilyGroup MODEL_TOKENS = FamilyGroup.of(AGENT, CHANNEL, MODEL, PROVIDER, TOKEN_TYPE);
    /** Tokens used. */
    public static final CounterFamily MODEL_TOKENS_TOTAL = CounterFamily.of(
            MODEL_TOKENS,
            0,
            "openclaw_model_tokens_total",
            TOKENS,
            "Tokens that models used. The kinds overlap: a total is token_type=~\"prompt|output\", not input|output, which "
                    + "leaves out cached tokens.");

    /** Token use per call. */
    public static final FamilyGroup TOKEN_USAGE = FamilyGroup.of(MODEL, PROVIDER, TOKEN_TYPE);
    /** Input and output tokens of each call. */
    public static final HistogramFamily GEN_AI_TOKEN_USAGE = HistogramFamily.of(
            TOKEN_USAGE,
            0,
            "openclaw_gen_ai_client_token_usage",
            TOKENS,
            Buckets.TOKENS,
            "Tokens of each model usage report: input without cached tokens, and output.");

    /** What a model usage report says beside its tokens. */
    public static final FamilyGroup MODEL_USAGE = FamilyGroup.of(AGENT, CHANNEL, MODEL, PROVIDER);
    /** Spend. */
    public static final CounterFamily MODEL_COST_USD = CounterFamily.of(
            MODEL_USAGE,
            0,
            "openclaw_model_cost_usd_total",
            USD,
            "US dollars spent on models, as far as their prices are known.");
    /** Time until usage was reported. */
    public static final HistogramFamily MODEL_USAGE_DURATION = HistogramFamily.of(
            MODEL_USAGE,
            1,
            "openclaw_model_usage_duration_seconds",
            SECONDS,
            Buckets.SECONDS,
            "Duration of the work that a model usage report covers.");

    /** Model calls. */
    public static final FamilyGroup MODEL_CALL =
            FamilyGroup.of(API, ERROR_CATEGORY, MODEL, OBSERVATION_UNIT, OUTCOME, PROVIDER, TRANSPORT);
    /** Duration of model calls. */
    public static final HistogramFamily MODEL_CALL_DURATION = HistogramFamily.of(
            MODEL_CALL,
            0,
            "openclaw_model_call_duration_seconds",
            SECONDS,
            Buckets.SECONDS,
            "Duration of single calls to a model provider.");
    /** Model calls. */
    public static final CounterFamily MODEL_CALL_TOTAL = CounterFamily.of(
            MODEL_CALL, 1, "openclaw_model_call_total", NONE, "Calls to a model provider that ended or failed.");

    /** Failovers. */
    public static final FamilyGroup MODEL_FAILOVER =
            FamilyGroup.of(FROM_MODEL, FROM_PROVIDER, LANE, FAILOVER_REASON, SUSPENDED, TO_MODEL, TO_PROVIDER);
    /** Failovers. */
    public static final CounterFamily MODEL_FAILOVER_TOTAL = CounterFamily.of(
                    MODEL_FAILOVER,
                    0,
                    "openclaw_model_failover_total",
                    NONE,
                    "Times that another model took over for one that failed.")
            .since(Profile.V2026_9);

    /** The families of this domain, in the order of the exposition. */
    static final List<Family> FAMILIES = List.of(
            MODEL_TOKENS_TOTAL,
            GEN_AI_TOKEN_USAGE,
            MODEL_COST_USD,
            MODEL_USAGE_DURATION,
            MODEL_CALL_DURATION,
            MODEL_CALL_TOTAL,
            MODEL_FAILOVER_TOTAL);

    private ModelMetrics() {}
}
