package ai.openclaw.diagnostics.config.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How much two names differ. */
class SuggestionTest {

    @ParameterizedTest
    @CsvSource({"port, port, 0", "prot, port, 1", "Port, port, 0", "ports, port, 1", "prt, port, 1", "abc, port, 4"})
    void theDistanceOfKeysCountsSlips(String one, String other, int distance) {
        assertThat(Suggestion.distance(one, other)).isEqualTo(distance);
    }
}
