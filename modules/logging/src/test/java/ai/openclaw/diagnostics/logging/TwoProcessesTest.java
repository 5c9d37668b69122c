package ai.openclaw.diagnostics.logging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two processes that log into one file and rotate it: every entry is whole, in order, and in a file or counted. */
class TwoProcessesTest {

    private static final int ENTRIES = 30_000;
    private static final Pattern ENTRY = Pattern.compile(".*\"message\":\"(one|two) (\\d+)\",\"seq\":(\\d+)}");
    private static final Pattern LOSS = Pattern.compile(".*\"message\":\"(\\d+) entries were not written,.*");

    @TempDir
    private Path folder;

    @Test
    void nothingIsLostWithoutACount() throws Exception {
        Path file = folder.resolve("logs/openclaw.log");
        Process one = LogWriterProcess.start(file, "one", ENTRIES);
        Process two = LogWriterProcess.start(file, "two", ENTRIES);
        try {
            assertThat(one.waitFor(4, TimeUnit.MINUTES)).isTrue();
            assertThat(two.waitFor(4, TimeUnit.MINUTES)).isTrue();
        } finally {
            one.destroyForcibly();
            two.destroyForcibly();
        }
        List<String> lines = lines(file.getParent());
        assertThat(lines)
                .allMatch(line ->
                        ENTRY.matcher(line).matches() || LOSS.matcher(line).matches());
        long counted = lines.stream().mapToLong(TwoProcessesTest::loss).sum();
        assertThat(numbers(lines, "one").size() + numbers(lines, "two").size() + counted)
                .isEqualTo(2L * ENTRIES);
        assertThat(numbers(lines, "one")).isNotEmpty().doesNotHaveDuplicates();
        assertThat(numbers(lines, "two")).isNotEmpty().doesNotHaveDuplicates();
    }

    private static long loss(String line) {
        Matcher loss = LOSS.matcher(line);
        return loss.matches() ? Long.parseLong(loss.group(1)) : 0;
    }

    private static List<Long> numbers(List<String> lines, String name) {
        return lines.stream()
                .map(ENTRY::matcher)
                .filter(entry -> entry.matches() && entry.group(1).equals(name))
                .map(entry -> Long.parseLong(entry.group(3)))
                .toList();
    }

    private static List<String> lines(Path logs) throws IOException {
        List<String> lines = new ArrayList<>();
        try (Stream<Path> files = Files.list(logs)) {
            for (Path file : files.sorted().toList()) {
                InputStream in = Files.newInputStream(file);
                try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                        file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in, StandardCharsets.UTF_8))) {
                    reader.lines().forEach(lines::add);
                }
            }
        }
        return lines;
    }
}
