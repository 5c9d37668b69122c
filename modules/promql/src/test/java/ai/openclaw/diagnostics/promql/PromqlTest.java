package ai.openclaw.diagnostics.promql;

import static ai.openclaw.diagnostics.catalog.domain.GatewayMetrics.*;
import static ai.openclaw.diagnostics.catalog.domain.Labels.*;
import static ai.openclaw.diagnostics.catalog.domain.MessageMetrics.*;
import static ai.openclaw.diagnostics.catalog.domain.ModelMetrics.*;
import static ai.openclaw.diagnostics.catalog.domain.QueueMetrics.*;
import static ai.openclaw.diagnostics.catalog.domain.SessionMetrics.*;
import static ai.openclaw.diagnostics.promql.Aggregations.*;
import static ai.openclaw.diagnostics.promql.OverTime.*;
import static ai.openclaw.diagnostics.promql.Promql.*;
import static ai.openclaw.diagnostics.promql.TargetLabels.JOB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class PromqlTest {

    private final Scope all = Scope.of("job=\"openclaw\"");

    @Test
    void aRateByLabelsReadsLikeADocumentedRecipe() {
        assertThat(sum(rate(all.of(MODEL_TOKENS_TOTAL), "1m"), PROVIDER))
                .hasToString("sum by (provider) (rate(openclaw_model_tokens_total{job=\"openclaw\"}[1m]))");
        assertThat(quantile(0.95, rate(all.buckets(QUEUE_LANE_WAIT), "5m"), LANE)
                        .below(2))
                .hasToString("histogram_quantile(0.95, sum by (lane, le) "
                        + "(rate(openclaw_queue_lane_wait_seconds_bucket{job=\"openclaw\"}[5m]))) < 2");
    }

    @Test
    void growthIsTheValueLessTheOneAtTheStartOrAllOfItAfterARestart() {
        assertThat(growth(all.of(SERIES_DROPPED), "5m")).hasToString("""
            last_over_time(openclaw_prometheus_series_dropped_total{job="openclaw"}[5m])
            -
            (
              openclaw_prometheus_series_dropped_total{job="openclaw"} offset 5m
              or
              last_over_time(openclaw_prometheus_series_dropped_total{job="openclaw"}[1h] offset 5m)
              unless on (cluster, namespace, job, instance)
              up{job="openclaw"} offset 5m == 1
              or
              min_over_time(openclaw_prometheus_series_dropped_total{job="openclaw"}[5m])
              unless on (cluster, namespace, job, instance)
              max_over_time(up{job="openclaw"}[1h] offset 5m) == 1
            ) >= 0
            unless on (cluster, namespace, job, instance)
            (
              openclaw_memory_rss_bytes_count{job="openclaw"} offset 5m
              or
              last_over_time(openclaw_memory_rss_bytes_count{job="openclaw"}[1h] offset 5m)
              unless on (cluster, namespace, job, instance)
              up{job="openclaw"} offset 5m == 1
            )
            >
            min_over_time(openclaw_memory_rss_bytes_count{job="openclaw"}[5m])
            or
            last_over_time(openclaw_prometheus_series_dropped_total{job="openclaw"}[5m])
            +
            clamp_min((
              max_over_time(openclaw_prometheus_series_dropped_total{job="openclaw"}[5m])
              >
              last_over_time(openclaw_prometheus_series_dropped_total{job="openclaw"}[5m])
            )
            -
            last_over_time(openclaw_prometheus_series_dropped_total{job="openclaw"}[1h] offset 5m), 0)
            or
            last_over_time(openclaw_prometheus_series_dropped_total{job="openclaw"}[5m])\
            """);
    }

    @Test
    void growthOverALongRangeIsTheSumOfItsSteps() {
        assertThat(growth(all.of(MESSAGE_PROCESSED_TOTAL), "$__range", "$__interval", CHANNEL)
                        .text())
                .startsWith("sum_over_time((\n  sum by (channel) (")
                .endsWith(")[$__range:$__interval] offset 1ms)");
    }

    @Test
    void aVariableOfADashboardIsANumberLikeAnyOther() {
        assertThat(sum(increase(all.of(MODEL_COST_USD), "1d")).per(variable("daily_budget")))
                .hasToString("sum(increase(openclaw_model_cost_usd_total{job=\"openclaw\"}[1d]))"
                        + " / (vector($daily_budget) > 0)");
    }

    @Test
    void seriesAreCountedByTheirName() {
        assertThat(topk(3, countByName(Scope.of("__name__=~\"openclaw_.+\"").series(""))))
                .hasToString("topk(3, count by (__name__) ({__name__=~\"openclaw_.+\"}))");
    }

    @Test
    void anEmptyScopeNeedsNoBraces() {
        assertThat(increase(Scope.of("").of(SERIES_DROPPED), "15m").above(0))
                .hasToString("increase(openclaw_prometheus_series_dropped_total[15m]) > 0");
    }

    @Test
    void matchersAreQuotedAndValuesInAListAreLiteral() {
        assertThat(Scope.of("")
                        .of(MESSAGE_PROCESSED_TOTAL)
                        .in(OUTCOME, "a.b", "c")
                        .isNot(REASON, "x\"y\\"))
                .hasToString("openclaw_message_processed_total{outcome=~\"a[.]b|c\",reason!=\"x\\\"y\\\\\"}");
    }

    @Test
    void anIntegerBoundIsMatchedInTheTextOfPrometheusThreeToo() {
        Selector waits = Scope.of("").buckets(QUEUE_LANE_WAIT);
        assertThat(waits.upTo("10")).hasToString(QUEUE_LANE_WAIT + "_bucket{le=~\"10|10[.]0\"}");
        assertThat(waits.upTo("2.5")).hasToString(QUEUE_LANE_WAIT + "_bucket{le=\"2.5\"}");
    }

    @Test
    void bracketsStandWherePrecedenceAsksForThem() {
        Expression a = Scope.of("").series("a").exists();
        Expression b = Scope.of("").series("b").exists();
        assertThat(a.minus(b.minus(a))).hasToString("a - (b - a)");
        assertThat(a.minus(b).minus(a)).hasToString("a - b - a");
        assertThat(a.plus(b).times(2)).hasToString("2 * (a + b)");
        assertThat(a.per(b)).hasToString("a / (b > 0)");
        assertThat(a.above(1).and(b.or(a))).hasToString("a > 1 and (b or a)");
        assertThat(a.above(0.01).unlessOn(b, JOB)).hasToString("a > 0.01 unless on (job) b");
        assertThat(sum(a).orZero()).hasToString("sum(a) or vector(0)");
    }

    @Test
    void theOffsetStandsBehindTheRange() {
        Selector calls = Scope.of("").of(MODEL_CALL_TOTAL).before("1d");
        assertThat(increase(calls, "1h")).hasToString("increase(openclaw_model_call_total[1h] offset 1d)");
        assertThat(calls.is(OUTCOME, "error").exists())
                .hasToString("openclaw_model_call_total{outcome=\"error\"} offset 1d");
    }

    @Test
    void seriesAreJoinedByTheLabelsTheyHaveInCommon() {
        Expression either =
                increase(all.of(MODEL_COST_USD), "1h").together(increase(all.of(SESSION_STATE_TOTAL), "1h"));
        assertThat(max(either, JOB).text()).startsWith("max by (job) (").contains("or");
        refused(() -> max(either, MODEL), "max by [model]: not among");
    }

    @Test
    void aLimitOfFewLabelsHoldsForManySeries() {
        Expression limit =
                Scope.of("").recorded("job:limit:threshold", List.of(JOB)).value();
        Expression spend = sum(increase(Scope.of("").of(MODEL_COST_USD), "1h"), JOB, MODEL);
        assertThat(spend.aboveEach(limit, JOB))
                .hasToString("sum by (job, model) (increase(openclaw_model_cost_usd_total[1h]))"
                        + " > on (job) group_left () job:limit:threshold");
        refused(() -> spend.aboveEach(limit, MODEL), "> on model: not on both sides");
    }

    @Test
    void whatIsLongerThanALineIsBrokenAtItsOperators() {
        Expression errors = sum(rate(all.of(MODEL_CALL_TOTAL).is(OUTCOME, "error"), "5m"), PROVIDER, MODEL);
        assertThat(ratio(errors, sum(rate(all.of(MODEL_CALL_TOTAL), "5m"), PROVIDER, MODEL)))
                .hasToString("""
                    (
                      sum by (provider, model) (rate(openclaw_model_call_total{job="openclaw",outcome="error"}[5m]))
                      or
                      0 * sum by (provider, model) (rate(openclaw_model_call_total{job="openclaw"}[5m]))
                    )
                    /
                    (sum by (provider, model) (rate(openclaw_model_call_total{job="openclaw"}[5m])) > 0)\
                    """);
    }

    @Test
    void mistakesAreRefusedWithTheFamilyTheRuleAndTheValue() {
        Selector drops = all.of(SERIES_DROPPED);
        refused(() -> drops.is(AGENT, "main"), "openclaw_prometheus_series_dropped_total has no label agent");
        refused(() -> sum(rate(drops, "5m"), AGENT), "sum by [agent]: not among");
        refused(drops::value, "only grows");
        refused(() -> rate(all.of(QUEUE_LANE_SIZE), "5m"), "rate(openclaw_queue_lane_size): is a gauge");
        refused(() -> maxOverTime(drops, "5m"), "grows only");
        refused(() -> drops.before("1h").before("1h"), "has an offset already");
        refused(() -> rate(drops, "5 minutes"), "range [5 minutes]");
        refused(() -> all.of(QUEUE_LANE_WAIT), "is a histogram");
        refused(() -> all.buckets(QUEUE_LANE_WAIT).upTo("2"), "has no bound 2");
        refused(() -> all.buckets(QUEUE_LANE_WAIT).upToVariable("v", List.of("1", "7")), "has no bound 7");
        Expression byAgent = sum(rate(all.of(MODEL_COST_USD), "5m"), AGENT);
        Expression byModel = sum(rate(all.of(MODEL_COST_USD), "5m"), MODEL);
        refused(() -> byAgent.unless(byModel), "unless: labels [agent] against [model]");
        refused(() -> byAgent.andOn(byModel, AGENT), "and on agent: not on both sides");
        refused(() -> quantileOf(0.5, byAgent), "needs the label le");
    }

    private static void refused(ThrowingCallable query, String message) {
        assertThatThrownBy(query).isInstanceOf(QueryException.class).hasMessageContaining(message);
    }
}
