package ai.openclaw.diagnostics.preview.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TimeLapseTest {

    private static final TimeLapse TIME = new TimeLapse(Instant.EPOCH, Duration.ofHours(6), 60);

    @Test
    void windowsAreShorterAndRatesLower() {
        assertThat(TIME.query("sum(increase(a_total[1h])) / sum(increase(b_total[$__range]))"))
                .isEqualTo("sum(increase(a_total[60000ms])) / sum(increase(b_total[360000ms]))");
        assertThat(TIME.query("60 * sum(rate(a_total{b=\"c\"}[5m]))"))
                .isEqualTo("60 * sum((rate(a_total{b=\"c\"}[5000ms]) / 60.0))");
    }

    @Test
    void stepsOffsetsAndTimesAreThoseOfTheDemo() {
        assertThat(TIME.query("time() - max_over_time(timestamp(a)[7d:5m] offset 1h)"))
                .isEqualTo("(60.0 * time()) - max_over_time((60.0 * timestamp(a))[10080000ms:5000ms] offset 60000ms)");
        assertThat(TIME.query("sum_over_time((a)[$__range:$__interval]) + $__range_s"))
                .isEqualTo("sum_over_time((a)[360000ms:2000ms]) + 21600");
    }

    @Test
    void aRateIsTakenOverAStepAndFourScrapesAtLeast() {
        assertThat(TIME.query("rate(a[$__rate_interval])")).contains("[4250ms]"); // a step of 225 s, and a scrape
        assertThat(new TimeLapse(Instant.EPOCH, Duration.ofMinutes(10), 60).query("rate(a[$__rate_interval])"))
                .contains("[2000ms]");
    }
}
