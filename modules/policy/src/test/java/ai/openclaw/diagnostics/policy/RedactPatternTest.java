package ai.openclaw.diagnostics.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The operator's own patterns: they add, and they cannot do harm. */
class RedactPatternTest {

    @Test
    void aPatternAddsToTheBuiltInOnes() {
        LabelPolicy policy = LabelPolicy.withRedactPatterns(List.of("acme[-_][a-z]+", "/Internal-.*/"));
        assertThat(policy.admit("x.ACME-secret", "unknown")).isEqualTo("unknown");
        assertThat(policy.admit("Internal-x", "unknown")).isEqualTo("unknown");
        assertThat(policy.admit("internal-x", "unknown")).isEqualTo("internal-x");
        assertThat(policy.admit("sk-12345678", "unknown")).isEqualTo("unknown");
        assertThat(policy.admitLane("main:acme_x", "unknown")).isEqualTo("unknown");
        assertThat(policy.admit("telegram", "unknown")).isEqualTo("telegram");
    }

    @Test
    void aPatternThatFindsTheFallbackChangesNothing() {
        LabelPolicy policy = LabelPolicy.withRedactPatterns(List.of("unknown"));
        assertThat(policy.admit("unknown", "unknown")).isEqualTo("unknown");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "corp-[0-9]+",
                "(\\d+\\.){3}\\d+",
                "([a-z0-9-]+\\.)+internal",
                "(?:[a-z]+-){2}prod",
                "\\bacme[-_][a-z]+\\b",
                "/internal-.*/i",
                "(foo|bar)baz",
                "^team\\..+",
                "[a-f]{8,}x",
                "^(prod|test)-[a-z0-9-]+$",
                "/(?:cust|acct)_[A-Za-z0-9]{6,}/g"
            })
    void anHonestPatternIsAccepted(String pattern) {
        assertThat(LabelPolicy.withRedactPatterns(List.of(pattern)).admit("telegram", "unknown"))
                .isEqualTo("telegram");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(a+)+$",
                "([a-z]+[0-9]*)+=",
                "(q|w+)*=",
                "((a+))+b",
                "(.*a){20}",
                "([a-zA-Z]+)*$z",
                "(x+x+)+y",
                "(\\w+)*:",
                "/(q+)+[^q]$/",
                ".*.*.*=x"
            })
    void aPatternThatCouldTakeTooLongIsRefused(String pattern) {
        assertThatThrownBy(() -> LabelPolicy.withRedactPatterns(List.of("fine", pattern)))
                .isInstanceOf(InvalidRedactPatternException.class)
                .hasMessage("logging.redactPatterns[1]: could take too long on some input; avoid repetitions within "
                        + "repetitions, such as (a+)+");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "(a | is not a regular expression: Unclosed group near character 2",
                "/a/x | has the unknown flag 'x'; flags are g, i, m, s, u",
                "a* | matches the empty text, so no value at all would be a label; make it match at least one character"
            })
    void anInvalidPatternIsRefusedByIndexAndReasonWithoutQuotingIt(String pattern, String reason) {
        assertThatThrownBy(() -> LabelPolicy.withRedactPatterns(List.of(pattern)))
                .isInstanceOf(InvalidRedactPatternException.class)
                .hasMessage("logging.redactPatterns[0]: " + reason);
    }

    @Test
    void aMatchThatTakesTooLongAfterAllCountsAsFound() {
        RedactPattern pattern = RedactPattern.of(0, "q1w2e3.*.*.*.*t"); // no probe begins with q1w2e3
        String provoking = "q1w2e3" + "r".repeat(100);
        assertThat(pattern.matches(provoking, 0, provoking.length())).isTrue();
    }
}
