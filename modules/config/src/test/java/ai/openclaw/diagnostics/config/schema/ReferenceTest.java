package ai.openclaw.diagnostics.config.schema;

import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.config.source.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The configuration reference in the documentation is what the schema says. */
class ReferenceTest {

    private static final Path FILE = Path.of("../../docs/configuration.md");

    @Test
    void theReferenceIsNotStale() throws IOException {
        String page = Files.readString(FILE);
        String expected = with(page, "keys", Schema.reference());
        expected = with(expected, "passed over", passedOver());
        expected = with(expected, "refused", refused());
        if (System.getProperty("docs.update") != null) {
            Files.writeString(FILE, expected);
        }
        assertThat(Files.readString(FILE))
                .as("docs/configuration.md is stale; write it anew with -Ddocs.update")
                .isEqualTo(expected);
    }

    @Test
    void everyKeyHasAMeaningInOneSentence() {
        assertThat(Schema.KEYS).allMatch(key -> key.description().matches("[A-Z][^\n|]*\\."));
        assertThat(Schema.reference())
                .contains("| `gateway.port` | 1 to 65535 | 18789 | The port that the Gateway listens on. |")
                .contains("| `plugins.allow` | a list, each item a string | none |")
                .hasLineCount(Schema.KEYS.size() + 2);
    }

    private static String with(String page, String name, String content) {
        String begin = "<!-- " + name + " -->\n";
        return page.substring(0, page.indexOf(begin) + begin.length())
                + content
                + page.substring(page.indexOf("<!-- end of " + name + " -->\n"));
    }

    private static String passedOver() {
        Map<String, List<String>> bySection = new LinkedHashMap<>();
        for (String path : ReferenceKeys.PASSED_OVER) {
            int dot = path.lastIndexOf('.');
            String section = dot < 0 ? "top level" : "`" + path.substring(0, dot) + "`";
            bySection.computeIfAbsent(section, absent -> new ArrayList<>()).add("`" + path.substring(dot + 1) + "`");
        }
        return bySection.entrySet().stream()
                .map(section -> "| " + section.getKey() + " | " + String.join(" ", section.getValue()) + " |\n")
                .collect(Collectors.joining("", "| in | passed over |\n|---|---|\n", ""));
    }

    private static String refused() {
        Map<String, String> refused = new TreeMap<>();
        ReferenceKeys.REFUSED.forEach((path, remedy) -> refused.put("`" + path + "`", remedy));
        ReferenceKeys.BINDS.forEach((value, remedy) -> refused.put("`gateway.bind: " + value + "`", remedy));
        ReferenceKeys.AUTH_MODES.forEach((value, remedy) -> refused.put("`gateway.auth.mode: " + value + "`", remedy));
        refused.put("`" + ReferenceKeys.INCLUDE + "`", ReferenceKeys.INCLUDE_REFUSED);
        for (ConfigKey<Secret> key : List.of(Schema.AUTH_TOKEN, Schema.AUTH_PASSWORD)) {
            refused.put(
                    "`" + key.path() + "` as an object", key.type().instead().get(ValueType.ANY_OBJECT));
        }
        return refused.entrySet().stream()
                .map(row -> "| " + row.getKey() + " | " + row.getValue() + " |\n")
                .collect(Collectors.joining("", "| found | why, and what to do |\n|---|---|\n", ""));
    }
}
