package ai.openclaw.diagnostics.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretEdgesTest {

    @ParameterizedTest
    @CsvSource({
        "sk-, 8",
        "ghp_, 20",
        "github_pat_, 20",
        "xoxb-, 10",
        "xoxa-, 10",
        "xoxp-, 10",
        "xoxr-, 10",
        "xoxs-, 10",
        "xapp-, 10",
        "gsk_, 10",
        "AIza, 20",
        "pplx-, 10",
        "npm_, 10",
        "AKID, 10",
        "LTAI, 10",
        "hf_, 10",
        "r8_, 10",
        "ya29., 10",
        "AKIA, 16",
        "ASIA, 16",
        "glpat-, 20",
        "xai-, 20",
        "sk_live_, 10",
        "sk_test_, 10",
        "rk_live_, 10",
        "rk_test_, 10",
        "pk_live_, 10",
        "pk_test_, 10",
        "gho_, 20",
        "ghr_, 20",
        "xoxe-, 10",
        "whsec_, 20",
        "shpat_, 20",
        "dop_v1_, 20",
        "dckr_pat_, 20",
        "pypi-, 20",
        "tvly-, 20",
        "lin_api_, 20",
        "figd_, 20",
        "ntn_, 20",
        "NRAK-, 20",
        "HRKU-, 20",
        "hvs., 20",
        "AGE-SECRET-KEY-, 20"
    })
    void aSecretIsOneFromItsLastCharacterOn(String prefix, int least) {
        String shortOfOne = prefix + "X".repeat(least - 1);
        assertThat(LabelPolicy.standard().refusal(shortOfOne)).isNull();
        assertThat(LabelPolicy.standard().refusal(shortOfOne + "X")).isEqualTo(PolicyRule.SECRET);
    }

    @Test
    void aWebTokenIsFoundBehindWhatOnlyBeginsLikeOne() {
        assertThat(LabelPolicy.standard().admit("eyJ-eyJx.eyJhbGciOi.eyJzdWIiOi.c2lnbmF0dXJl", "unknown"))
                .isEqualTo("unknown");
    }

    @Test
    void lettersThatFoldToAsciiFromOutsideItMakeNoSecret() {
        assertThat(LabelPolicy.standard().admitLane("main:s\u212a-12345678", "unknown"))
                .isEqualTo("main");
    }
}
