package ai.openclaw.diagnostics.logging;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a log entry looks like in both formats, to the letter. */
class LogFormatTest {

    private static final Instant TIME = Instant.parse("2026-01-02T03:04:05.006007Z");

    /** Ends a line, begins a forged one, paints a terminal red, reverses the text, and is hard to encode. */
    private static final String HOSTILE = "a\nb\r\n2026-01-01T00:00:00.000Z ERROR Forged \t\u001b[31m\0\u007f\u0085"
            + "\u2028\u2029\u202e\ufeff \"quoted\" \\n {0} ü 日本 😀 \ud83d";

    @Test
    void textIsTimeLevelShortNameAndMessage() {
        assertThat(LogFormat.TEXT.format(entry("The Gateway is up.", null)))
                .isEqualTo("2026-01-02T03:04:05.006Z WARNING Gateway The Gateway is up.\n");
    }

    @Test
    void jsonIsOneObjectALine() {
        assertThat(LogFormat.JSON.format(entry("The Gateway is up.", null)))
                .isEqualTo("{\"time\":\"2026-01-02T03:04:05.006Z\",\"level\":\"WARNING\","
                        + "\"logger\":\"com.example.Gateway\",\"message\":\"The Gateway is up.\"}\n");
    }

    @Test
    void aWholeSecondHasItsMillisecondsToo() {
        LogEntry entry = new LogEntry(Instant.parse("2026-01-02T03:04:05Z"), "INFO", "Root", "m", null);
        assertThat(LogFormat.TEXT.format(entry)).isEqualTo("2026-01-02T03:04:05.000Z INFO Root m\n");
    }

    @Test
    void inTextWhatATerminalActsOnIsSpeltOut() {
        assertThat(LogFormat.TEXT.format(entry(HOSTILE, null)))
                .isEqualTo(
                        "2026-01-02T03:04:05.006Z WARNING Gateway a\\nb\\r\\n2026-01-01T00:00:00.000Z ERROR Forged "
                                + "\\t\\u001b[31m\\u0000\\u007f\\u0085\\u2028\\u2029\\u202e\\ufeff \"quoted\" \\n {0} ü 日本 😀 \ud83d\n");
    }

    @Test
    void inJsonEverythingIsAsciiAndReadsBackAsItWas() {
        String line = LogFormat.JSON.format(entry(HOSTILE, null));
        assertThat(line)
                .isEqualTo("{\"time\":\"2026-01-02T03:04:05.006Z\",\"level\":\"WARNING\","
                        + "\"logger\":\"com.example.Gateway\",\"message\":\"a\\nb\\r\\n2026-01-01T00:00:00.000Z ERROR Forged "
                        + "\\t\\u001B[31m\\u0000\u007f\\u0085\\u2028\\u2029\\u202E\\uFEFF \\\"quoted\\\" \\\\n {0} "
                        + "\\u00FC \\u65E5\\u672C \\uD83D\\uDE00 \\uD83D\"}\n");
        assertThat(new JsonObject(line).getString("message")).isEqualTo(HOSTILE);
    }

    @Test
    void aLoggerOfAnyNameKeepsItsLine() {
        LogEntry entry = new LogEntry(TIME, "INFO", "com.example.\nForged", "m", null);
        assertThat(LogFormat.TEXT.format(entry)).isEqualTo("2026-01-02T03:04:05.006Z INFO \\nForged m\n");
        assertThat(LogFormat.JSON.format(entry)).hasLineCount(1);
    }

    @Test
    void ofAFailureTextShowsClassesAndPlacesBelowTheLineAndNoMessage() {
        assertThat(LogFormat.TEXT.format(entry("It failed.", failure())))
                .isEqualTo("2026-01-02T03:04:05.006Z WARNING Gateway It failed.\n"
                        + "    java.lang.IllegalStateException\n"
                        + "        at com.example.Outer.run(Outer.java:7)\n"
                        + "    caused by java.io.IOException\n"
                        + "        at com.example.Inner.read\\n(Inner.java:11)\n");
    }

    @Test
    void ofAFailureJsonHasClassesAndPlacesAndNoMessage() {
        assertThat(LogFormat.JSON.format(entry("It failed.", failure())))
                .isEqualTo("{\"time\":\"2026-01-02T03:04:05.006Z\",\"level\":\"WARNING\","
                        + "\"logger\":\"com.example.Gateway\",\"message\":\"It failed.\",\"thrown\":["
                        + "{\"class\":\"java.lang.IllegalStateException\","
                        + "\"stack\":[\"com.example.Outer.run(Outer.java:7)\"]},"
                        + "{\"class\":\"java.io.IOException\","
                        + "\"stack\":[\"com.example.Inner.read\\n(Inner.java:11)\"]}]}\n");
    }

    @Test
    void failuresThatCauseEachOtherEnd() {
        Exception first = new Exception("one");
        Exception second = new Exception("two", first);
        first.initCause(second);
        assertThat(entry("m", first).failures()).hasSize(8);
    }

    @Test
    void aDeepStackIsCut() {
        Exception deep = new Exception();
        StackTraceElement[] stack = new StackTraceElement[10_000];
        java.util.Arrays.fill(stack, new StackTraceElement("C", "m", "C.java", 1));
        deep.setStackTrace(stack);
        assertThat(entry("m", deep).failures().get(0).stack()).hasSize(64);
    }

    @ParameterizedTest
    @CsvSource({"SEVERE,ERROR", "WARNING,WARNING", "INFO,INFO", "CONFIG,DEBUG", "FINE,DEBUG", "FINER,TRACE"})
    void levelsHaveTheWordsOfSystemLogger(String level, String word) {
        assertThat(LogEntry.of(new LogRecord(Level.parse(level), "m")).level()).isEqualTo(word);
    }

    @Test
    void parametersAreFilledIn() {
        LogRecord entry = new LogRecord(Level.INFO, "{0} of {1}");
        entry.setParameters(new Object[] {"one", "two"});
        assertThat(LogEntry.of(entry).message()).isEqualTo("one of two");
    }

    private static LogEntry entry(String message, @Nullable Throwable thrown) {
        return new LogEntry(TIME, "WARNING", "com.example.Gateway", message, thrown);
    }

    private static Exception failure() {
        Exception cause = new IOException("the token is abc");
        cause.setStackTrace(
                new StackTraceElement[] {new StackTraceElement("com.example.Inner", "read\n", "Inner.java", 11)});
        Exception failure = new IllegalStateException("the prompt was xyz", cause);
        failure.setStackTrace(
                new StackTraceElement[] {new StackTraceElement("com.example.Outer", "run", "Outer.java", 7)});
        return failure;
    }
}
