package ai.openclaw.diagnostics.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.catalog.Family;
import ai.openclaw.diagnostics.catalog.Label;
import ai.openclaw.diagnostics.catalog.OpenClawCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * What the README quotes is what the files say, and its metric table is what the catalog says. To bring it up to date:
 * {@code mvn verify -pl modules/architecture -am -Dtest=ReadmeTest -Dsurefire.failIfNoSpecifiedTests=false -Ddocs.update}.
 */
class ReadmeTest {

    private static final Path ROOT = Path.of("../..");
    private static final Pattern QUOTATION =
            Pattern.compile("<!-- (\\S+\\.\\w+) -->\n```(\\w+)\n(.*?)```\n", Pattern.DOTALL);
    private static final Pattern METRICS =
            Pattern.compile("<!-- metrics -->\n.*?<!-- end of metrics -->\n", Pattern.DOTALL);

    @Test
    void quotationsAndMetricTableAreUpToDate() throws IOException {
        Path readme = ROOT.resolve("README.md");
        String expected = withMetrics(withQuotations(Files.readString(readme)));
        if (System.getProperty("docs.update") != null) {
            Files.writeString(readme, expected);
        }
        assertThat(Files.readString(readme)).isEqualTo(expected);
    }

    @Test
    void theReadmeQuotesTheExampleAndTheScrapeConfiguration() throws IOException {
        Matcher quotation = QUOTATION.matcher(Files.readString(ROOT.resolve("README.md")));
        assertThat(quotation.results().map(match -> match.group(1)))
                .contains("docs/prometheus.yml", "examples/embedded/src/main/java/com/example/gateway/MyGateway.java");
    }

    private static String withQuotations(String text) {
        return QUOTATION
                .matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement("<!-- " + match.group(1) + " -->\n```" + match.group(2)
                        + "\n" + read(match.group(1)) + "```\n"));
    }

    private static String read(String file) {
        try {
            return Files.readString(ROOT.resolve(file));
        } catch (IOException e) {
            throw new AssertionError("the README quotes " + file + ", which cannot be read", e);
        }
    }

    private static String withMetrics(String text) {
        String rows =
                OpenClawCatalog.CATALOG.families().stream().map(ReadmeTest::row).collect(Collectors.joining());
        return METRICS.matcher(text)
                .replaceAll(Matcher.quoteReplacement("<!-- metrics -->\n| metric | type | labels |\n|---|---|---|\n"
                        + rows + "<!-- end of metrics -->\n"));
    }

    private static String row(Family family) {
        String labels = family.labels().stream().map(Label::name).collect(Collectors.joining(", "));
        return "| `" + family.name() + "` | " + family.type().text() + " | " + labels + " |\n";
    }
}
