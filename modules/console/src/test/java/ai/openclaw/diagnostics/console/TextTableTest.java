package ai.openclaw.diagnostics.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

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
}
