package ai.openclaw.diagnostics.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.testing.Await;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A real bash loads the completion script and completes command lines with it. */
class CompletionIT {

    private static final Path BIN = Path.of("target/app/bin").toAbsolutePath();

    /** What bash does when the tabulator is pressed behind a line, with the function that is registered for the command. */
    private static final String COMPLETE = """
        set -eu
        export PATH="$1:$PATH"
        source <(openclaw completion bash)
        COMP_LINE=$2
        COMP_POINT=${#COMP_LINE}
        read -ra COMP_WORDS <<<"$COMP_LINE"
        [[ $COMP_LINE == *' ' ]] && COMP_WORDS+=('')
        COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
        registered=$(complete -p openclaw)
        function=${registered#*-F }
        compopt() { :; } # works only while bash itself completes
        set +eu
        "${function%% *}"
        printf '%s\\n' "${COMPREPLY[@]}"
        """;

    @ParameterizedTest
    @CsvSource({
        "openclaw plug, plugins",
        "openclaw plugins en, enable",
        "openclaw gateway run --dem, --demo",
        "openclaw gateway run --log-f, --log-format",
        "openclaw completion z, zsh",
        "openclaw gateway run --log-format j, json",
        "openclaw gateway run --no-ex, --no-exporter",
        "openclaw gateway run --no-di, --no-diagnostics",
        "openclaw diagnostics rep, replay"
    })
    void bashCompletes(String line, String completion) {
        assertThat(complete(line).lines().map(String::strip)).containsExactly(completion);
    }

    @Test
    void bashOffersEveryCommandThatHelpNames() {
        assertThat(complete("openclaw ").lines().map(String::strip))
                .contains("gateway", "plugins", "config", "diagnostics", "completion")
                .doesNotContain("training-run");
    }

    /** With nounset, as careful people have it; COMPLETE runs bash so. */
    @Test
    void zshLoadsItAndFindsTheFunction() {
        Tools.require("zsh");
        String script = "set -eu; source <(\"$0\" completion zsh); complete() { :; }; whence -w _complete_openclaw";
        try (ChildProcess zsh = ChildProcess.start(
                List.of("zsh", "-f", "-c", script, BIN.resolve("openclaw").toString()))) {
            assertThat(zsh.awaitExit(Await.PATIENCE)).as(zsh.err()).isZero();
            assertThat(zsh.err()).isEmpty();
            assertThat(zsh.out()).isEqualTo("_complete_openclaw: function\n");
        }
    }

    private static String complete(String line) {
        Tools.require("bash");
        try (ChildProcess bash =
                ChildProcess.start(List.of("bash", "--norc", "-c", COMPLETE, "complete", BIN.toString(), line))) {
            assertThat(bash.awaitExit(Await.PATIENCE)).as(bash.err()).isZero();
            assertThat(bash.err()).isEmpty();
            return bash.out();
        }
    }
}
