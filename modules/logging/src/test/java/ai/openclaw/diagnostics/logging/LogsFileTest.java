package ai.openclaw.diagnostics.logging;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a file, everything is in it, numbered; standard error has warnings and errors. */
class LogsFileTest {

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Logs logs = new Logs(LogFormat.TEXT, new PrintStream(err, false, StandardCharsets.UTF_8));

    @AfterEach
    void close() {
        logs.release();
    }

    @Test
    void theFileHasAllEntriesAndStandardErrorTheFaults() throws IOException {
        logs.open(LogFileOptions.of(file()), LogFormat.JSON);
        log(Level.INFO, "started");
        log(Level.WARNING, "careful");
        log(Level.SEVERE, "failed");
        logs.release();

        assertThat(entries())
                .extracting(entry -> entry.getLong("seq") + " " + entry.getString("message"))
                .containsExactly("1 started", "2 careful", "3 failed");
        assertThat(err.toString(StandardCharsets.UTF_8).lines())
                .hasSize(2)
                .anyMatch(line -> line.endsWith("careful"))
                .anyMatch(line -> line.endsWith("failed"));
    }

    @Test
    void whatIsBelowTheLevelIsNowhere() throws IOException {
        logs.open(LogFileOptions.of(file()), LogFormat.TEXT);
        logs.setLevel(LogLevel.WARN.threshold());
        log(Level.INFO, "started");
        log(Level.WARNING, "careful");
        logs.release();

        assertThat(Files.readAllLines(file())).singleElement().asString().endsWith("careful");
    }

    @Test
    void numbersGoUpByOneWhateverThreadsLog() throws Exception {
        logs.open(LogFileOptions.of(file()), LogFormat.JSON);
        List<Thread> threads = IntStream.range(0, 4)
                .mapToObj(thread ->
                        new Thread(() -> IntStream.range(0, 500).forEach(i -> log(Level.INFO, thread + " " + i))))
                .toList();
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        logs.release();

        assertThat(entries())
                .extracting(entry -> entry.getLong("seq"))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 2_000).boxed().toList());
    }

    @Test
    void aFileThatCannotBeWrittenIsToldOnStandardError() throws IOException {
        Files.writeString(folder.resolve("no-folder"), "");
        logs.open(LogFileOptions.of(folder.resolve("no-folder/openclaw.log")), LogFormat.TEXT);
        log(Level.INFO, "started");
        logs.release();

        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains(" WARNING FileLog The log file ", "cannot be written");
    }

    @Test
    void aMessageIsCut() throws IOException {
        logs.open(LogFileOptions.of(file()), LogFormat.TEXT);
        log(Level.INFO, "x".repeat(1 << 20));
        logs.release();

        assertThat(Files.readString(file()))
                .endsWith("x… (1032192 more characters)\n")
                .hasSizeLessThan(20_000);
    }

    private Path file() {
        return folder.resolve("logs/openclaw.log");
    }

    private void log(Level level, String message) {
        LogRecord entry = new LogRecord(level, message);
        entry.setLoggerName("test");
        logs.publish(entry);
    }

    private List<JsonObject> entries() throws IOException {
        return Files.readAllLines(file()).stream().map(JsonObject::new).toList();
    }
}
