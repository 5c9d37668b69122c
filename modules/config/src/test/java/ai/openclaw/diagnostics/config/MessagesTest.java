package ai.openclaw.diagnostics.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ai.openclaw.diagnostics.config.source.ConfigEnvironment;
import ai.openclaw.diagnostics.config.source.ConfigException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Wrong files and exactly what is said of them; {@code -Ddocs.update} writes what is said now. */
class MessagesTest {

    private static final Path GOLDEN = Path.of("src/test/resources/messages.txt");

    private static final List<String> PLUGINS = List.of("a", "diagnostics-prometheus");
    private static final ConfigEnvironment ENVIRONMENT =
            new ConfigEnvironment(Map.of("EMPTY", "", "BIND", "hunter2"), text -> text.contains("hunter2"));

    record Wrong(String name, String text, String messages) {

        String actual() {
            ConfigException refused = catchThrowableOfType(
                    ConfigException.class,
                    () -> GatewayConfig.parse("openclaw.json", text, ENVIRONMENT)
                            .withPlugins(PLUGINS));
            return refused == null ? "accepted" : refused.getMessage();
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static List<Wrong> cases() throws IOException {
        List<Wrong> cases = new ArrayList<>();
        for (String block : Files.readString(GOLDEN).substring("=== ".length()).split("\n=== ")) {
            int name = block.indexOf('\n');
            int text = block.indexOf("\n---", name);
            cases.add(new Wrong(
                    block.substring(0, name),
                    block.substring(name + 1, text),
                    block.substring(text + "\n---".length()).strip()));
        }
        return cases;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aWrongFileIsRefusedInTheseWords(Wrong wrong) {
        assertThat(wrong.actual()).isEqualTo(wrong.messages);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyMessageIsALineThatBeginsWithAPlace(Wrong wrong) {
        assertThat(wrong.actual().lines())
                .isNotEmpty()
                .allMatch(line -> line.matches("openclaw\\.json:[0-9]+:[0-9]+: [^:]+: .+"))
                .noneMatch(line -> line.contains("hunter2"));
    }

    @Test
    void thereAreDozensOfCases() throws IOException {
        StringBuilder now = new StringBuilder();
        for (Wrong wrong : cases()) {
            now.append("=== " + wrong.name + "\n" + wrong.text + "\n---\n" + wrong.actual() + "\n");
        }
        if (System.getProperty("docs.update") != null) {
            Files.writeString(GOLDEN, now);
        }
        assertThat(cases()).hasSizeGreaterThan(60);
    }
}
