package ai.openclaw.diagnostics.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.openclaw.diagnostics.testing.Seed;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an operator's pattern must not do: miss what is shown, tell what it hides, or hide everything. */
class RedactPatternHarmTest {

    @ParameterizedTest
    @ValueSource(strings = {"^acme$", "acme$", "^acme(?!:)"})
    void aLaneWhoseHeadAloneIsFoundFallsBack(String pattern) {
        LabelPolicy policy = LabelPolicy.withRedactPatterns(List.of(pattern));
        assertThat(policy.admitLane("acme:telegram", "unknown")).isEqualTo("unknown");
        assertThat(policy.admitLane("other:telegram", "unknown")).isEqualTo("other");
    }

    @Test
    void withPatternsAnAdmittedValueIsAdmittedAgain() {
        long seed = Seed.get();
        RandomValues values = new RandomValues(seed);
        LabelPolicy policy = LabelPolicy.withRedactPatterns(List.of("main$", "^[a-z]+$", "/_(?!.*:)/"));
        for (int i = 0; i < 100_000; i++) {
            String value = values.next();
            String lane = policy.admitLane(value, "0");
            assertThat(policy.admitLane(lane, "0"))
                    .as("seed %d: <%s>", seed, value)
                    .isSameAs(lane);
            assertThat(policy.admit(lane, "0")).as("seed %d: <%s>", seed, value).isSameAs(lane);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\p{hunter2}",
                "\\p{IsHunter2}",
                "\\p{script=hunter2}",
                "\\N{HUNTER2}",
                "\\k<hunter2>a",
                "(?<hunter2>a)(?<hunter2>b)"
            })
    void theMessageOfAnInvalidPatternDoesNotQuoteIt(String pattern) {
        assertThatThrownBy(() -> LabelPolicy.withRedactPatterns(List.of(pattern)))
                .isInstanceOf(InvalidRedactPatternException.class)
                .hasMessageStartingWith("logging.redactPatterns[0]: is not a regular expression: ")
                .hasNoCause()
                .extracting(Throwable::getMessage)
                .asString()
                .doesNotContainIgnoringCase("hunter2");
    }

    @ParameterizedTest
    @ValueSource(strings = {".", ".+", "\\w", "\\b", "[a-z]", "/[^:]/"})
    void aPatternThatFindsEveryOrdinaryLabelIsRefused(String pattern) {
        assertThatThrownBy(() -> LabelPolicy.withRedactPatterns(List.of(pattern)))
                .isInstanceOf(InvalidRedactPatternException.class)
                .hasMessage("logging.redactPatterns[0]: matches all common label values; make it more specific");
    }

    @Test
    void anAbsentPatternIsRefusedByItsIndex() {
        assertThatThrownBy(() -> LabelPolicy.withRedactPatterns(Arrays.asList("corp", null)))
                .isInstanceOf(InvalidRedactPatternException.class)
                .hasMessage("logging.redactPatterns[1]: is null; write a regular expression as a string");
    }
}
