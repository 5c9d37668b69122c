package ai.openclaw.diagnostics.promql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import ai.openclaw.diagnostics.promql.QueryText.LabelMatcher;
import ai.openclaw.diagnostics.promql.QueryText.Selection;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class QueryTextTest {

    @Test
    void theStepOfASubqueryIsNoMetric() {
        assertThat(QueryText.read("max_over_time((resets(a[5m]) > 0)[7d:5m])").selections())
                .extracting(QueryText.Selection::name)
                .containsExactly("a");
    }

    @Test
    void aSelectorIsFoundWithItsMatchersRangeAndFunction() {
        assertThat(QueryText.read("sum by (a, b) (rate(x_total{job=~\"$job\", le=~\"10|10[.]0\",}[$__rate_interval]))"))
                .isEqualTo(new QueryText(
                        List.of(new Selection(
                                "x_total",
                                List.of(
                                        new LabelMatcher("job", "=~", "$job"),
                                        new LabelMatcher("le", "=~", "10|10[.]0")),
                                "$__rate_interval",
                                "",
                                "rate")),
                        Set.of("a", "b")));
    }

    @Test
    void anOffsetBelongsToItsSelector() {
        assertThat(QueryText.read("sum_over_time(a[5m] offset -1ms) - b offset 5m + c")
                        .selections())
                .extracting(Selection::name, Selection::offset)
                .containsExactly(tuple("a", "-1ms"), tuple("b", "5m"), tuple("c", ""));
    }

    @Test
    void theInnermostFunctionCounts() {
        assertThat(QueryText.read("max(topk(3, (a))) + b > bool 1e3").selections())
                .extracting(Selection::name, Selection::function)
                .containsExactly(tuple("a", "topk"), tuple("b", ""));
    }

    @Test
    void operatorsNumbersAndVariablesAreNoMetrics() {
        assertThat(QueryText.read("""
                        job:a:rate5m{x='(y'} > (14.4 * 0.01)
                        and on (job, instance) group_left (z) {__name__=~"o.+"}
                        unless ignoring (k) c offset 5m or $budget * ${budget} + increase(d[5m:1m]) / NaN""").selections())
                .extracting(Selection::name)
                .containsExactly("job:a:rate5m", "", "c", "d");
    }

    @Test
    void theStepsOfASubqueryAreNoMetric() {
        assertThat(QueryText.read("sum_over_time((sum by (a) (b))[1h:5m] offset 1ms) > c")
                        .selections())
                .extracting(Selection::name)
                .containsExactly("b", "c");
    }

    @Test
    void groupingsOfAllKindsAreCollected() {
        assertThat(QueryText.read("sum(a) by (b) * on (c) group_left (d) e unless ignoring (f) g without (h)")
                        .groupings())
                .containsExactly("b", "c", "d", "f", "h");
    }
}
