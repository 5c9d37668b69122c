package ai.openclaw.diagnostics.demo;

import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.demo.fault.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The table of {@code docs/faults.md} against the faults that there are. */
class FaultsPageTest {

    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| `([a-z-]+)` \\| [^|]+ \\| ([^|]+) \\| \\d+ (?:min|h) \\|$");
    private static final Pattern ALERT = Pattern.compile("`OpenClaw\\w+`");

    @Test
    void everyFaultHasItsRowWithAnAlertThatAnswers() throws IOException {
        List<MatchResult> rows = ROW.matcher(Files.readString(Path.of("../../docs/faults.md")))
                .results()
                .toList();

        assertThat(rows).map(row -> row.group(1)).isEqualTo(Fault.ids());
        assertThat(rows).allSatisfy(row -> assertThat(row.group(2)).containsPattern(ALERT));
    }
}
