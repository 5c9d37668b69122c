package ai.openclaw.diagnostics.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page on the architecture names the modules that the reactor lists, and types that exist. */
class ArchitecturePageTest {

    private static final Path ROOT = Path.of("../..");
    private static final Pattern MODULE = Pattern.compile("<module>modules/(\\w+)</module>");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(\\w+)` \\|");
    private static final Pattern TYPE = Pattern.compile("`([A-Z][a-z]\\w+)`");

    private final String page = read(ROOT.resolve("docs/architecture.md"));

    @Test
    void tableHasEachModuleOnce() {
        assertThat(ROW.matcher(page).results().map(row -> row.group(1)))
                .doesNotHaveDuplicates()
                .containsAll(words(MODULE, read(ROOT.resolve("pom.xml"))));
    }

    @Test
    void typesThatThePageNamesExist() throws IOException {
        Set<String> types = words(TYPE, page);
        try (Stream<Path> files = Files.walk(ROOT.resolve("modules"))) {
            Set<String> sources = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> name.replace(".java", ""))
                    .collect(Collectors.toSet());
            assertThat(types).contains("EventRecorder").isSubsetOf(sources);
        }
    }

    private static Set<String> words(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String read(Path file) {
        return MarkdownPage.read(file).text();
    }
}
