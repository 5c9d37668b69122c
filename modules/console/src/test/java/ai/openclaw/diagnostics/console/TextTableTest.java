package ai.openclaw.diagnostics.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Columns, wrapped where the terminal is narrow, and nothing that a terminal acts on. */
class TextTableTest {

    private static final Terminal NARROW = new Terminal(40, false);

    @Test
    void numbersAreAlignedToTheRightAndTheLastColumnIsWrapped() {
        String text = TextTable.of("NAME", "COUNT", "REASON")
                .row("short", 5, "one two three four five six seven")
                .row("longer", 12_345, "-")
                .text(NARROW);
        assertThat(text).isEqualTo("""
            NAME    COUNT  REASON
            short       5  one two three four five
                           six seven
            longer  12345  -
            """);
    }

    @Test
    void aWordThatIsTooLongIsBrokenAndNothingIsLost() {
        String word = "x".repeat(95);
        assertThat(TextTable.plain(2).row("a", word).text(NARROW).replaceAll("\\s", ""))
                .isEqualTo("a" + word);
    }

    @Test
    void whatATerminalActsOnIsSpeltOut() {
        assertThat(TextTable.plain(1).row("a\u001b[2J\nb\u202ec").text(NARROW))
                .isEqualTo("a\\u001b[2J\\u000ab\\u202ec\n");
    }

    @Test
    void theWidestTextIsWrappedWithinItsName() {
        assertThat(TextTable.of("METRIC", "SERIES")
                        .row("openclaw_tool_execution_duration_seconds", 900)
                        .text(NARROW))
                .isEqualTo("""
                    METRIC                            SERIES
                    openclaw_tool_execution_             900
                    duration_seconds
                    """);
        assertThat(TextTable.of("PLUGIN", "STATE", "REASON")
                        .row("diagnostics-prometheus", "on", "decided on the command line")
                        .text(NARROW))
                .isEqualTo("""
                    PLUGIN            STATE  REASON
                    diagnostics-      on     decided on the
                    prometheus               command line
                    """);
    }

    @Test
    void whereColumnsOfNumbersLeaveNoRoomARowIsAList() {
        TextTable table = TextTable.of("EVENT", "SEEN", "RECORDED", "IGNORED", "UNTRUSTED")
                .row("tool.execution.completed", 91_234, 91_200, 0, 34)
                .row("run.completed", 1, 1, 0, 0);
        assertThat(table.text(NARROW)).isEqualTo("""
            EVENT      tool.execution.completed
            SEEN       91234
            RECORDED   91200
            IGNORED    0
            UNTRUSTED  34

            EVENT      run.completed
            SEEN       1
            RECORDED   1
            IGNORED    0
            UNTRUSTED  0
            """);
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 41, 50, 80, 140})
    void noLineIsLongerThanTheTerminalIsWide(int columns) {
        String name = "a-plugin-with-a-name-of-some-length".repeat(3);
        String text = TextTable.of("PLUGIN", "COUNT", "STATE", "REASON")
                .row(name, 1_000_000, name, "a sentence of several words that is longer than a line")
                .text(new Terminal(columns, false));
        assertThat(text.lines()).allMatch(line -> line.length() <= columns);
        assertThat(text.replaceAll("[\\s|]", "")).contains("1000000");
    }
}
