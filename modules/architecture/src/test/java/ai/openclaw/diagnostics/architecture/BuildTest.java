package ai.openclaw.diagnostics.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the build promises beside its tests. */
class BuildTest {

    private static final Path ROOT = Path.of("../..");

    /** Failsafe 3.6 runs integration tests in spite of {@code -DskipTests}, unless its configuration says otherwise. */
    @Test
    void skipTestsSkipsIntegrationTestsToo() throws IOException {
        String pom = Files.readString(ROOT.resolve("pom.xml"));
        int failsafe = pom.indexOf("<artifactId>maven-failsafe-plugin</artifactId>");
        assertThat(pom.substring(failsafe, pom.indexOf("</plugin>", failsafe)))
                .contains("<skipTests>${skipTests}</skipTests>");
    }

    @Test
    void crashLogsGoBelowTarget() throws IOException {
        assertThat(Files.readString(ROOT.resolve("pom.xml")))
                .contains("-XX:ErrorFile=${project.build.directory}/")
                .contains("${test.jvm} ${crash.logs}</argLine>");
        assertThat(crashLogsOutsideTarget()).isEmpty();
    }

    /** One timeout for all, so that no module forgets it. */
    @Test
    void everyTestHasATimeout() throws IOException {
        String timeout = "<junit.jupiter.execution.timeout.default>${test.timeout}<";
        String pom = Files.readString(ROOT.resolve("pom.xml"));
        assertThat(pom.split(Pattern.quote(timeout), -1))
                .as("Surefire and Failsafe")
                .hasSize(3);
        try (Stream<Path> files = Files.walk(ROOT.resolve("modules"))) {
            assertThat(files.filter(file -> file.endsWith("src/test/resources/junit-platform.properties")))
                    .allSatisfy(file -> assertThat(Files.readString(file)).doesNotContain("timeout"));
        }
    }

    private static List<Path> crashLogsOutsideTarget() throws IOException {
        List<Path> found = new ArrayList<>();
        Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                String name = String.valueOf(folder.getFileName());
                return name.equals("target") || name.equals(".git") || name.equals("node_modules")
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (String.valueOf(file.getFileName()).matches("(hs_err|replay)_pid\\d+\\.log")) {
                    found.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return found;
    }
}
