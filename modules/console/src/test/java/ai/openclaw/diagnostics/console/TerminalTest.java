package ai.openclaw.diagnostics.console;

import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.console.Terminal.Color;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How wide, and whether in color. */
class TerminalTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, -, 80",
                "-, 132, 132",
                "100, 132, 100",
                "100, -, 100",
                "0, -, 80",
                "x, 90, 90",
                "1, -, 40",
                "99999, -, 400"
            })
    void columnsComeBeforeTheLauncherAndElseThereAre80(String columns, String launcher, int expected) {
        assertThat(Terminal.of(environment(columns, launcher)).columns()).isEqualTo(expected);
    }

    private static Map<String, String> environment(String columns, String launcher) {
        Map<String, String> variables = new java.util.HashMap<>();
        if (columns != null) {
            variables.put("COLUMNS", columns);
        }
        if (launcher != null) {
            variables.put(Terminal.VARIABLE, launcher);
        }
        return variables;
    }

    @Test
    void onlyATerminalThatCanGetsColor() {
        Map<String, String> terminal = Map.of(Terminal.VARIABLE, "80", "TERM", "xterm");
        assertThat(Terminal.of(terminal).in(Color.RED, "x")).isEqualTo("\u001b[31mx\u001b[0m");
        assertThat(Terminal.of(Map.of("TERM", "xterm")).in(Color.RED, "x")).isEqualTo("x");
        assertThat(Terminal.of(Map.of(Terminal.VARIABLE, "80", "TERM", "dumb")).in(Color.RED, "x"))
                .isEqualTo("x");
        assertThat(Terminal.of(Map.of(Terminal.VARIABLE, "80", "TERM", "xterm", "NO_COLOR", "1"))
                        .in(Color.RED, "x"))
                .isEqualTo("x");
    }
}
