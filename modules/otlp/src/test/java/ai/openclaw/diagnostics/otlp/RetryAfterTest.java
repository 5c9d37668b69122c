package ai.openclaw.diagnostics.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryAfterTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 0",
                "120 | 120000",
                "Fri, 27 Nov 2026 12:00:30 GMT | 30000",
                "Fri, 27 Nov 2026 11:00:00 GMT | 0",
                "-1 | -1",
                "1.5 | -1",
                "soon | -1",
                "99999999999999999999 | -1",
                " | -1",
            })
    void secondsAndDatesAreUnderstood(String text, long ms) {
        assertThat(RetryAfter.parse(text, Instant.parse("2026-11-27T12:00:00Z")))
                .isEqualTo(ms);
    }
}
