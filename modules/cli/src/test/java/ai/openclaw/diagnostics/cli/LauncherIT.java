package ai.openclaw.diagnostics.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The start scripts in environments as they are found on servers. */
class LauncherIT {

    private static final Path SCRIPT = PackagedApplication.SCRIPT.toAbsolutePath();
    private static final Path CHECKOUT_SCRIPT = Path.of("../../openclaw").toAbsolutePath();
    private static final String PATH = "PATH=" + System.getenv("PATH");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"LANG=", "LANG=C", "LC_ALL=POSIX", "LANG=xx_YY.UTF-8", "LC_ALL=xx_YY.UTF-8", "LC_CTYPE=C"})
    void aHomeBeyondAsciiWorksInEveryLocale(String locale) {
        try (ChildProcess check = inEnvironment(
                List.of(PATH, locale, "HOME=" + folder + "/größe"), SCRIPT.toString(), "config", "check")) {
            assertThat(check.awaitExit(Await.PATIENCE)).as(check.err()).isZero();
            assertThat(check.out()).contains("/größe/.openclaw/openclaw.json");
            assertThat(check.err()).isEmpty();
        }
    }

    @Test
    void aJavaHomeWithoutJavaIsNamed() {
        try (ChildProcess version =
                inEnvironment(List.of(PATH, "JAVA_HOME=" + folder), SCRIPT.toString(), "--version")) {
            assertThat(version.awaitExit(Await.PATIENCE)).isEqualTo(1);
            assertThat(version.err())
                    .isEqualTo("openclaw: there is no program " + folder
                            + "/bin/java. Set JAVA_HOME to a JDK 17 or newer, or unset it.\n");
        }
    }

    @Test
    void aLinkToTheCheckoutsScriptRunsWhatTheBuildMade() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("oc"), CHECKOUT_SCRIPT);
        Path programs = Files.createDirectory(folder.resolve("bin"));
        Path mvn = Files.writeString(programs.resolve("mvn"), "#!/bin/sh\necho built again >&2\n");
        Files.setPosixFilePermissions(mvn, PosixFilePermissions.fromString("rwx------"));
        try (ChildProcess version = inEnvironment(
                List.of("PATH=" + programs + ":" + System.getenv("PATH")), link.toString(), "--version")) {
            assertThat(version.awaitExit(Await.PATIENCE)).as(version.err()).isZero();
            assertThat(version.out()).startsWith("openclaw ");
            assertThat(version.err()).isEmpty();
        }
    }

    /** Starts a command in an environment with these variables and no other. */
    private ChildProcess inEnvironment(List<String> variables, String... command) {
        List<String> all = new ArrayList<>(List.of("env", "-i"));
        all.addAll(variables);
        all.addAll(Stream.of(command).toList());
        return ChildProcess.start(all, folder);
    }
}
