package ai.openclaw.diagnostics.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The comparison that the end-to-end tests rely on sees what it must see, and overlooks what it may. */
class ExpositionTextTest {

    private static final String EXPECTED = """
            # HELP a_total Some.
            # TYPE a_total counter
            a_total{x="1",y="a, \\"b\\" = {c}"} 3
            a_total{x="2",y=""} 0.1
            # TYPE h histogram
            h_bucket{le="1"} 1
            h_bucket{le="+Inf"} 2
            h_sum 7.5
            h_count 2
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    a_total counter | a_total gauge   | type of a_total: expected counter, got gauge
                    le="1"          | le="1.0"        | missing: h_bucket{le="1"} 1.0
                    } 3             | } 4             | value of a_total{x="1",y="a, \\"b\\" = {c}"}: expected 3.0, got 4.0
                    } 0.1           | } 0.1000000003  | value of a_total{x="2",y=""}: expected 0.1, got 0.1000000003
                    h_sum 7.5       | h_summ 7.5      | unexpected: h_summ 7.5
                    """)
    void aDifferenceInWhatASeriesIsOrHoldsIsSaid(String from, String to, String difference) {
        String actual = EXPECTED.replace(from, to);

        assertThat(ExpositionText.parse(EXPECTED).differences(ExpositionText.parse(actual)))
                .contains(difference);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Some.                 | Other.
                    } 0.1                 | } 0.10000000000001
                    h_sum 7.5             | h_sum 75e-1
                    x="2",y=""            | y="",x="2"
                    """)
    void aDifferenceInHowItIsWrittenIsNot(String from, String to) {
        String actual = EXPECTED.replace(from, to);

        assertThat(ExpositionText.parse(EXPECTED).differences(ExpositionText.parse(actual)))
                .isEmpty();
    }

    @Test
    void aDropCounterAtZeroIsLikeNone() {
        String drops = "# TYPE openclaw_prometheus_series_dropped_total counter\n"
                + "openclaw_prometheus_series_dropped_total ";
        ExpositionText none = ExpositionText.parse(EXPECTED);

        assertThat(none.differences(ExpositionText.parse(EXPECTED + drops + "0\n")))
                .isEmpty();
        assertThat(none.differences(ExpositionText.parse(EXPECTED + drops + "1\n")))
                .hasSize(2);
    }

    @Test
    void aLineThatIsNoSampleOrComesTwiceIsAnError() {
        assertThatThrownBy(() -> ExpositionText.parse("a_total{x=1} 3")).hasMessageContaining("not labels");
        assertThatThrownBy(() -> ExpositionText.parse("The Gateway is up.")).hasMessageContaining("not a sample");
        assertThatThrownBy(() -> ExpositionText.parse("a 1\na 1")).hasMessageContaining("twice");
    }

    @Test
    void aHistogramIsOneSeriesAndTheDropCounterNone() {
        assertThat(ExpositionText.parse(EXPECTED + "openclaw_prometheus_series_dropped_total 4\n")
                        .series())
                .isEqualTo(3);
    }
}
