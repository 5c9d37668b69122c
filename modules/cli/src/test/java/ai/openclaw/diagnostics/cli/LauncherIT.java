package ai.openclaw.diagnostics.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.testing.Await;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    @ParameterizedTest
    @CsvSource({"1.8.0_392, 1", "11.0.2, 1", "17, 0", "25-ea, 0", "'', 0"})
    void aJavaThatIsTooOldIsNamed(String version, int exitCode) throws IOException {
        Path bin = Files.createDirectories(folder.resolve("jdk/bin"));
        Path java = Files.writeString(bin.resolve("java"), "#!/bin/sh\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwx------"));
        if (!version.isEmpty()) {
            Files.writeString(folder.resolve("jdk/release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
        }
        try (ChildProcess run =
                inEnvironment(List.of(PATH, "JAVA_HOME=" + folder + "/jdk"), SCRIPT.toString(), "--version")) {
            assertThat(run.awaitExit(Await.PATIENCE)).isEqualTo(exitCode);
            assertThat(run.err())
                    .isEqualTo(
                            exitCode == 0
                                    ? ""
                                    : "openclaw: " + java.toRealPath() + " is Java " + version
                                            + ". Install a JDK 17 or newer, or set JAVA_HOME to one.\n");
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

    @ParameterizedTest
    @CsvSource({"'', a JDK 17 or newer, javac", "javac, Maven 3.8 or newer, mvn"})
    void whatTheFirstBuildLacksIsNamedWithItsRemedy(String present, String needed, String program) throws IOException {
        try (ChildProcess first = newCheckout("dirname readlink find " + present, "")) {
            assertThat(first.awaitExit(Await.PATIENCE)).isEqualTo(1);
            assertThat(first.err())
                    .startsWith("openclaw: the build needs " + needed + ", and there is no program " + program + ".\n")
                    .contains("apt install ");
        }
    }

    @Test
    void theFirstBuildTellsHowFarItIsAndWhyItFailed() throws IOException {
        String mvn = """
            #!/bin/sh
            echo '[INFO] Building OpenClaw diagnostics: events 0.1.0                   [2/30]'
            echo '[INFO] nothing of interest'
            echo '[ERROR] no disk space'
            exit 1
            """;
        try (ChildProcess first = newCheckout("dirname readlink find mkdir rm tee grep head tail javac", mvn)) {
            assertThat(first.awaitExit(Await.PATIENCE)).isEqualTo(1);
            assertThat(first.err())
                    .startsWith("Building OpenClaw diagnostics for the first time: about ")
                    .contains("  [2/30] events\n", "\n[ERROR] no disk space\nopenclaw: the build failed. ")
                    .doesNotContain("nothing of interest");
        }
    }

    /** Runs the checkout's script where nothing was built, with these programs on the path and no other. */
    private ChildProcess newCheckout(String programs, String mvn) throws IOException {
        Path bin = Files.createDirectory(folder.resolve("programs"));
        for (String program : (programs + " sh env").trim().split(" +")) {
            Files.writeString(bin.resolve(program), "#!/bin/sh\nexec /usr/bin/" + program + " \"$@\"\n");
        }
        if (!mvn.isEmpty()) {
            Files.writeString(bin.resolve("mvn"), mvn);
        }
        try (Stream<Path> all = Files.list(bin)) {
            for (Path program : all.toList()) {
                Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
            }
        }
        Path script = Files.copy(CHECKOUT_SCRIPT, folder.resolve("openclaw"), StandardCopyOption.COPY_ATTRIBUTES);
        return inEnvironment(List.of("PATH=" + bin), "/bin/sh", script.toString(), "--version");
    }

    /** Starts a command in an environment with these variables and no other. */
    private ChildProcess inEnvironment(List<String> variables, String... command) {
        List<String> all = new ArrayList<>(List.of("env", "-i"));
        all.addAll(variables);
        all.addAll(Stream.of(command).toList());
        return ChildProcess.start(all, folder);
    }
}
