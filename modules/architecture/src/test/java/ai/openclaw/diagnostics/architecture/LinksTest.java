package ai.openclaw.diagnostics.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Links between the pages of the documentation lead to files and headings that exist. */
class LinksTest {

    private static final Path ROOT = Path.of("../..");

    @TestFactory
    Stream<DynamicTest> linksOfEachPageResolve() {
        return MarkdownPage.below(ROOT).stream()
                .map(page -> DynamicTest.dynamicTest(
                        ROOT.relativize(page.file()).toString(),
                        () -> assertThat(page.brokenLinks())
                                .as("links of %s to what does not exist", page.file())
                                .isEmpty()));
    }

    @Test
    void readmeAndDocumentationAreAmongThePages() {
        assertThat(MarkdownPage.below(ROOT).stream()
                        .map(page -> ROOT.relativize(page.file()).toString()))
                .contains("README.md", "docs/operations.md", "docs/decisions/README.md", "bridge/README.md");
    }

    @Test
    void listOfDecisionsHasEachPage() throws IOException {
        Path folder = ROOT.resolve("docs/decisions");
        String list = Files.readString(folder.resolve("README.md"));
        try (Stream<Path> pages = Files.list(folder)) {
            assertThat(pages.map(page -> page.getFileName().toString()).filter(name -> !name.equals("README.md")))
                    .allSatisfy(name -> assertThat(list).contains("](" + name + ")"));
        }
    }

    @Test
    void brokenLinksAreFound(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("other.md"), "# The `one` heading\n\n# Twice\n\n# Twice\n");
        Path page = Files.writeString(folder.resolve("page.md"), """
                # Here & there

                [ok](other.md#the-one-heading) [ok](other.md#twice-1) [ok](#here--there) [ok](https://example.com/x)
                ![gone](gone.svg) [gone](other.md#three) [gone](#nowhere) `[code](code.md)`

                ```sh
                echo "[code](code.md)"
                ```
                """);
        assertThat(MarkdownPage.read(page).brokenLinks()).containsExactly("#nowhere", "gone.svg", "other.md#three");
    }
}
