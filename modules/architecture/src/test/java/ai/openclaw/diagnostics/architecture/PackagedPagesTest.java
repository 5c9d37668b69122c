package ai.openclaw.diagnostics.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages in a package link to what is in the package, too. */
class PackagedPagesTest {

    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final Pattern OF_THE_ROOT = Pattern.compile("(?s)<directory>\\.\\./\\.\\.</directory>.*?</fileSet>");

    @ParameterizedTest
    @ValueSource(strings = {"archive.xml", "debian.xml"})
    void pagesInAPackageLinkIntoThePackage(String assembly) throws IOException {
        String text = Files.readString(
                ROOT.resolve("modules/release/src/main/assembly").resolve(assembly));
        List<String> sets =
                OF_THE_ROOT.matcher(text).results().map(set -> set.group()).toList();
        assertThat(sets).hasSize(1);
        List<PathMatcher> included = patterns("include", sets.get(0));
        List<PathMatcher> excluded = patterns("exclude", sets.get(0));
        List<MarkdownPage> pages = MarkdownPage.below(ROOT).stream()
                .filter(page -> isIn(page.file(), included) && !isIn(page.file(), excluded))
                .toList();

        assertThat(pages).hasSizeGreaterThan(20);
        assertThat(pages)
                .allSatisfy(page -> assertThat(page.linkedFiles())
                        .as("links of %s to what is not in the package", page.file())
                        .allSatisfy(file -> assertThat(isIn(file, included) || isIn(file.resolve("x"), included))
                                .as("%s", file)
                                .isTrue()));
    }

    private static List<PathMatcher> patterns(String element, String fileSet) {
        return Pattern.compile("<" + element + ">(.*?)<")
                .matcher(fileSet)
                .results()
                .map(match -> FileSystems.getDefault().getPathMatcher("glob:" + match.group(1)))
                .toList();
    }

    private static boolean isIn(Path file, List<PathMatcher> patterns) {
        Path relative = ROOT.relativize(file.toAbsolutePath().normalize());
        return patterns.stream().anyMatch(pattern -> pattern.matches(relative));
    }
}
