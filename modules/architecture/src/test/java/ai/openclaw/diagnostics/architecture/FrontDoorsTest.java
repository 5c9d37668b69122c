package ai.openclaw.diagnostics.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Every module and every package says at its door what it is. */
class FrontDoorsTest {

    private static final Path MODULES = Path.of("..").toAbsolutePath().normalize();

    @Test
    void everyModuleDescriptorIsDocumented() throws IOException {
        assertThat(mainSources("module-info.java"))
                .hasSizeGreaterThanOrEqualTo(House.ALLOWED.size())
                .allSatisfy(file -> assertThat(Files.readString(file)).startsWith("/**"));
    }

    @Test
    void everyPackageHasAFrontDoorOfUsefulLength() throws IOException {
        for (Path file : mainSources(".java")) {
            if (!file.endsWith("module-info.java")) {
                Path door = file.resolveSibling("package-info.java");
                assertThat(door).exists();
                assertThat(Files.readString(door)).startsWith("/**").contains("<b>Start here:</b>", "<b>Threads:</b>");
            }
        }
    }

    private static List<String> names(Path file) {
        return StreamSupport.stream(file.spliterator(), false)
                .map(Path::toString)
                .toList();
    }

    private static List<Path> mainSources(String ending) throws IOException {
        try (Stream<Path> files = Files.walk(MODULES)) {
            String sources = Path.of("src", "main", "java").toString();
            return files.filter(file -> file.toString().endsWith(ending))
                    .filter(file -> file.toString().contains(sources)
                            && !names(file).contains("target")) // a release has examples
                    .toList();
        }
    }
}
