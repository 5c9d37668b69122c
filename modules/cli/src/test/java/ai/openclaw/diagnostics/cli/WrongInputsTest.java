package ai.openclaw.diagnostics.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.cli.PackagedApplication.Finished;
import ai.openclaw.diagnostics.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files and folders that cannot be used: each message says which, why and what to do, in a line without a stack trace. */
class WrongInputsTest {

    @TempDir
    private Path folder;

    private final Map<String, String> messages = new LinkedHashMap<>();

    @Test
    void everyMessageSaysWhichFileWhyAndWhatToDo() throws IOException {
        Path jar = ExamplePlugin.of("greeter").jar(folder.resolve("greeter.jar"));
        Path file = Files.writeString(folder.resolve("file"), "");
        Path damaged = Files.createDirectories(folder.resolve("damaged/plugins"));
        Files.writeString(damaged.resolve("installed.json"), "{");
        Path unreadable = Files.createDirectories(folder.resolve("unreadable/plugins/installed.json"));

        refused("a token file in a folder that is not there", 2, folder, run("FOLDER/nowhere/token"));
        refused("a token file that is a folder", 2, folder, run("FOLDER"));
        refused("a token file that never ends", 2, folder, run("/dev/zero"));
        refused("a token file below a file", 2, folder, run("FOLDER/file/token"));
        refused("a token file that is empty", 2, folder, run(file.toString()));
        refused("a state folder below a device", 2, Path.of("/dev/null/x"), "plugins", "list");
        refused("an installation into a state folder below a device", 2, Path.of("/dev/null/x"), install(jar));
        refused("an installation into a state folder that is a file", 2, file, install(jar));
        refused("a damaged record of plugins", 2, damaged.getParent(), "plugins", "list");
        refused(
                "a record of plugins that cannot be read",
                2,
                unreadable.getParent().getParent(),
                "plugins",
                "list");

        Golden.file("files.txt").assertHolds(messages);
    }

    /** A unit file without {@code run} must not look like a service that did its work. */
    @ParameterizedTest
    @ValueSource(strings = {"", "gateway", "plugins", "config", "diagnostics"})
    void aGroupWithoutACommandIsWrongUsage(String group) {
        Finished finished = InProcess.in(folder).run(group.isEmpty() ? new String[0] : new String[] {group});
        assertThat(finished.exitCode()).isEqualTo(2);
        assertThat(finished.out()).isEmpty();
        assertThat(finished.err())
                .startsWith("Missing required subcommand\nUsage: openclaw ")
                .contains("Commands:");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "logs --level lout | Invalid value for option '--level': 'lout' is not one of off, error, warn, info, debug,"
                        + " trace; openclaw logs --help lists the options.",
                "status --prot 1 | Unknown options: '--prot', '1'; openclaw status --help lists the options.",
                "plugins enable | Missing required parameter: 'ID'; openclaw plugins enable --help lists the options.",
            })
    void aWrongOptionIsSaidInOneLine(String line, String message) {
        Finished finished = InProcess.in(folder).run(line.split(" "));
        assertThat(finished.exitCode()).isEqualTo(2);
        assertThat(finished.err().lines().findFirst()).hasValue(message);
        assertThat(finished.err().lines().count()).isLessThanOrEqualTo(2);
    }

    private static String[] run(String tokenFile) {
        return new String[] {"gateway", "run", "--port", "0", "--token-file", tokenFile};
    }

    private static String[] install(Path jar) {
        return new String[] {"plugins", "install", jar.toString()};
    }

    private void refused(String what, int exitCode, Path state, String... command) {
        String[] arguments = Stream.of(command)
                .map(it -> it.replace("FOLDER", folder.toString()))
                .toArray(String[]::new);
        Finished finished = InProcess.in(state).run(arguments);
        assertThat(finished.exitCode()).as("%s: %s", what, finished.err()).isEqualTo(exitCode);
        assertThat(finished.out()).as(what).isEmpty();
        assertThat(finished.err()).doesNotContain("Exception", "\tat ");
        messages.put(what, finished.err().replace(folder.toString(), "FOLDER"));
    }
}
