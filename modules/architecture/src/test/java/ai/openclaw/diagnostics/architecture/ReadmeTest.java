package ai.openclaw.diagnostics.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the documentation quotes is what the files say: after {@code <!-- FILE -->} all of a file, after
 * {@code <!-- FILE METHOD -->} one method of it. To bring it up to date: {@code mvn verify -pl modules/architecture -am
 * -Dtest=ReadmeTest -Dsurefire.failIfNoSpecifiedTests=false -Ddocs.update}.
 */
class ReadmeTest {

    private static final Path ROOT = Path.of("../..");
    private static final Pattern QUOTATION =
            Pattern.compile("<!-- (\\S+\\.\\w+)(?: (\\w+))? -->\n```(\\w+)\n(.*?)```\n", Pattern.DOTALL);

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "docs/embedding.md"})
    void quotationsAreUpToDate(String file) throws IOException {
        Path page = ROOT.resolve(file);
        String expected = withQuotations(Files.readString(page));
        if (System.getProperty("docs.update") != null) {
            Files.writeString(page, expected);
        }
        assertThat(Files.readString(page)).isEqualTo(expected);
    }

    @Test
    void readmeQuotesScrapeConfigurationAndExample() throws IOException {
        assertThat(quoted("README.md"))
                .containsExactly(
                        "docs/prometheus.yml", "examples/embedded/src/main/java/com/example/gateway/MyGateway.java");
        assertThat(quoted("docs/embedding.md"))
                .containsExactly("examples/embedded/src/main/java/com/example/gateway/MyGateway.java");
    }

    @Test
    void readmeFitsOnOneScreenAndAHalf() throws IOException {
        assertThat(Files.readAllLines(ROOT.resolve("README.md"))).hasSizeLessThanOrEqualTo(100);
    }

    private static List<String> quoted(String file) throws IOException {
        return QUOTATION
                .matcher(Files.readString(ROOT.resolve(file)))
                .results()
                .map(quotation -> quotation.group(1))
                .toList();
    }

    private static String withQuotations(String text) {
        return QUOTATION.matcher(text).replaceAll(quotation -> {
            String before = text.substring(quotation.start(), quotation.start(4));
            return Matcher.quoteReplacement(before + read(quotation.group(1), quotation.group(2)) + "```\n");
        });
    }

    private static String read(String file, @Nullable String method) {
        try {
            String source = Files.readString(ROOT.resolve(file));
            return method == null ? source : method(source, method);
        } catch (IOException e) {
            throw new AssertionError("the documentation quotes " + file + ", which cannot be read", e);
        }
    }

    /** Returns a method of a class of the top level, from its first line to its closing brace, at the left margin. */
    private static String method(String source, String name) {
        Matcher found = Pattern.compile("(?ms)^    \\w[^\n=;]* " + name + "\\(.*?^    }\n")
                .matcher(source);
        assertThat(found.find()).as("method %s", name).isTrue();
        return found.group().indent(-4);
    }
}
