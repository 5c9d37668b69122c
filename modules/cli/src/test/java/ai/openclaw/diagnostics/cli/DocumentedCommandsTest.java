package ai.openclaw.diagnostics.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** What a page tells an operator to type at night: the commands and options that there are. */
class DocumentedCommandsTest {

    private static final Path ROOT = Path.of("../..");

    /** Pages with commands of OpenClaw's own command line, which is another program of this name. */
    private static final Set<String> OF_ANOTHER = Set.of("docs/openclaw.md");

    private static final Pattern CODE = Pattern.compile("(?ms)^```sh\n(.*?)^```|`([^`\n]+)`");
    private static final Pattern CALL =
            Pattern.compile("(?m)(?:^|(?<!-[a-z-]{1,12})[\\s(])(?:\\./|\\S*bin/)?openclaw ([^|;&#>)\n]*)");

    @Test
    void everyCommandOfThePagesIsThere() throws IOException {
        List<String> wrong = new ArrayList<>();
        int calls = 0;
        for (Path page : pages()) {
            Matcher call = CALL.matcher(code(Files.readString(page)));
            while (call.find()) {
                calls++;
                String problem = problem(call.group(1).strip().split("\\s+"));
                if (!problem.isEmpty()) {
                    wrong.add(ROOT.relativize(page) + ": openclaw " + call.group(1) + ": " + problem);
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(calls).as("calls that were found").isGreaterThan(50);
    }

    @Test
    void aCommandAndAnOptionThatThereIsNotAreFound() {
        assertThat(problem("plugins", "list", "--enabled")).isEmpty();
        assertThat(problem("plugins", "show")).isEqualTo("no command show");
        assertThat(problem("plugins", "list", "--on")).isEqualTo("no option --on");
    }

    private static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>(List.of(ROOT.resolve("README.md"), ROOT.resolve("CONTRIBUTING.md")));
        for (String folder : List.of("docs", "deploy", "alerts", "grafana", "conformance")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
                files.filter(file -> file.toString().endsWith(".md"))
                        .filter(file ->
                                !OF_ANOTHER.contains(ROOT.relativize(file).toString()))
                        .forEach(pages::add);
            }
        }
        return pages;
    }

    /** Returns the code of a page, each piece in separate lines, continued lines as one. */
    private static String code(String page) {
        StringBuilder code = new StringBuilder();
        Matcher found = CODE.matcher(page);
        while (found.find()) {
            code.append(found.group(1) == null ? found.group(2) : found.group(1))
                    .append('\n');
        }
        return code.toString().replace("\\\n", " ");
    }

    /** Returns what is wrong with these words, empty for nothing. */
    private static String problem(String... words) {
        CommandSpec command = Openclaw.commandLine(Map.of()).getCommandSpec();
        boolean isGroup = true;
        for (String word : words) {
            CommandLine next = isGroup ? command.subcommands().get(word) : null;
            if (next != null) {
                command = next.getCommandSpec();
                isGroup = !command.subcommands().isEmpty();
            } else if (word.startsWith("--")) {
                String name = word.replaceAll("[=\\[].*", "");
                if (command.findOption(name) == null) {
                    return "no option " + name;
                }
            } else if (isGroup && word.matches("[a-z]+")) {
                return "no command " + word;
            }
        }
        return "";
    }
}
