package ai.openclaw.diagnostics.http.route;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalPathTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/diagnostics/prometheus",
                "/api/diagnostics/prometheus/",
                "//api///diagnostics//prometheus",
                "/API/Diagnostics/PROMETHEUS",
                "/api/./diagnostics/prometheus/.",
                "/api/x/../diagnostics/prometheus",
                "/../api/diagnostics/prometheus",
                "/%61pi/diagnostics%2Fprometheus",
                "/api/%2e%2e/api/diagnostics/prometheus"
            })
    void anotherSpellingOfTheSamePathMatches(String raw) {
        assertThat(CanonicalPath.matches(ScrapeRoute.PATH, raw)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "",
                "/api/diagnostics",
                "/api/diagnostics/prometheus/x",
                "/api/diagnostics/prometheus%",
                "/api/diagnostics/prometheus%zz",
                "/api/diagnostics+/prometheus",
                "/api/diagnostics/%2561pi",
                "/ap%C4%B1/diagnostics/prometheus", // a dotless i, whose upper case is I
                "/api/diagno%C5%BFtics/prometheus" // a long s, whose upper case is S
            })
    void anotherPathDoesNot(String raw) {
        assertThat(CanonicalPath.matches(ScrapeRoute.PATH, raw)).isFalse();
    }
}
