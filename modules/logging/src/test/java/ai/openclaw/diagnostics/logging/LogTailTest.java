package ai.openclaw.diagnostics.logging;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The end of a file, and what follows, whatever happens to the name. */
class LogTailTest {

    @TempDir
    private Path folder;

    private final List<String> lines = new ArrayList<>();

    private Path file() {
        return folder.resolve("openclaw.log");
    }

    private void append(String text) throws Exception {
        Files.writeString(file(), text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    @Test
    void readingBeginsAtAWholeLine() throws Exception {
        append("first\nsecond\nthird\n");
        try (LogTail tail = LogTail.open(file(), 9)) {
            tail.read(lines::add);
        }
        assertThat(lines).containsExactly("third");
        lines.clear();
        try (LogTail tail = LogTail.open(file(), 13)) {
            tail.read(lines::add);
        }
        assertThat(lines).containsExactly("second", "third");
    }

    @Test
    void aLineIsHandedOverWhenItIsComplete() throws Exception {
        try (LogTail tail = LogTail.open(file(), 100)) {
            tail.read(lines::add); // nothing there yet
            append("hal");
            tail.read(lines::add);
            assertThat(lines).isEmpty();
            append("f a line é\n");
            tail.read(lines::add);
        }
        assertThat(lines).containsExactly("half a line é");
    }

    @Test
    void aRenamedFileIsReadToItsEndBeforeTheNewOne() throws Exception {
        append("1\n");
        try (LogTail tail = LogTail.open(file(), 100)) {
            tail.read(lines::add);
            append("2\n");
            Files.move(file(), folder.resolve("openclaw.log.1"));
            append("3\n");
            tail.read(lines::add);
        }
        assertThat(lines).containsExactly("1", "2", "3");
    }

    @Test
    void aFileThatWasCutIsReadFromItsBegin() throws Exception {
        append("1\n2\n3\n");
        try (LogTail tail = LogTail.open(file(), 100)) {
            tail.read(lines::add);
            Files.write(file(), "4\n".getBytes(StandardCharsets.UTF_8), StandardOpenOption.TRUNCATE_EXISTING);
            tail.read(lines::add);
        }
        assertThat(lines).containsExactly("1", "2", "3", "4");
    }

    @Test
    void followingARotatingLogMissesNothing() throws Exception {
        LogFileOptions options = new LogFileOptions(file(), FileLog.MAX_BATCH_BYTES, 3, 7);
        int count = 20_000;
        try (FileLog log = FileLog.open(options, FileLog::textLossLine, alarm -> {});
                LogTail tail = LogTail.open(file(), 100)) {
            for (int i = 0; i < count; i++) {
                log.write(new TextLine("line " + i), true);
                if (i % 500 == 499) {
                    log.flush(60_000);
                    tail.read(lines::add);
                }
            }
        }
        assertThat(lines)
                .isEqualTo(IntStream.range(0, count).mapToObj(i -> "line " + i).toList());
    }
}
