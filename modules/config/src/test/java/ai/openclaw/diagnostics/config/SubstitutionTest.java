package ai.openclaw.diagnostics.config;

import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.config.schema.Substitution;
import ai.openclaw.diagnostics.config.source.Secret;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** References to variables in strings. */
class SubstitutionTest {

    private static final Map<String, String> VARIABLES = Map.of("A", "1", "_B2", "x$y\\z", "EMPTY", "", "C", "${A}");

    @ParameterizedTest
    @CsvSource({
        "${A}, 1",
        "a${A}b${A}c, a1b1c",
        "${_B2}, x$y\\z",
        "${C}, ${A}", // what a variable holds is not looked at again
        "$${A}, ${A}",
        "$$${A}, $${A}",
        "$A, $A",
        "${a}, ${a}",
        "${A-1}, ${A-1}",
        "${}, ${}",
        "${A, ${A",
        "$, $",
    })
    void referencesAreReplacedAndNothingElse(String text, String expected) {
        assertThat(Substitution.missing(text, VARIABLES)).isEmpty();
        assertThat(Substitution.replace(text, VARIABLES)).isEqualTo(expected);
    }

    @Test
    void whatIsUnsetOrEmptyIsMissing() {
        assertThat(Substitution.missing("${A} ${EMPTY} ${NONE}", VARIABLES)).contains("EMPTY");
        assertThat(Substitution.missing("$${NONE} ${NONE}", VARIABLES)).contains("NONE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"${A}", "$${A}", "$$${A}", "a", "${a}", "$${", "${A}${_B2}$"})
    void anEscapedTextComesBack(String text) {
        assertThat(Substitution.replace(Substitution.escape(text), VARIABLES)).isEqualTo(text);
    }

    @Test
    void whatAnEditorSetsIsReadAsItWasSet() {
        String file = ConfigEditor.of("{}")
                .set("gateway.auth.token", Secret.of("a${A}b"))
                .text();
        assertThat(Settings.builder(GatewayConfig.parse("x", file))
                        .build()
                        .secret()
                        .orElseThrow()
                        .value()
                        .reveal())
                .isEqualTo("a${A}b");
    }
}
