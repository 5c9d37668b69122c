package ai.openclaw.diagnostics.logging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A caller does no work for an entry that would be lost, and what it hands over may change afterwards. */
class LogFloodTest {

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Logs logs = new Logs(LogFormat.TEXT, new PrintStream(err, false, StandardCharsets.UTF_8));

    /** Counts how often it was laid out. */
    private static final class Parameter {
        private final AtomicInteger shown = new AtomicInteger();
        private volatile String text = "first";

        @Override
        public String toString() {
            shown.incrementAndGet();
            return text;
        }
    }

    @BeforeEach
    void open() {
        logs.open(LogFileOptions.of(Path.of("/dev/full")), LogFormat.JSON);
    }

    @AfterEach
    void close() {
        logs.release();
    }

    @Test
    void whenTheQueueIsFullNothingIsLaidOutAndEachIsCounted() {
        for (int i = 0; i < 2 * LogQueue.MAX_ENTRIES; i++) {
            log(Level.INFO, new Parameter());
        }
        long before = logs.notWritten();
        Parameter parameter = new Parameter();
        for (int i = 0; i < 1_000; i++) {
            log(Level.INFO, parameter);
        }
        assertThat(parameter.shown).hasValue(0);
        assertThat(logs.notWritten() - before).isEqualTo(1_000);
    }

    @Test
    void anEntryHasTheTextThatItsParametersHadWhenItWasLogged() {
        Parameter parameter = new Parameter();
        log(Level.WARNING, parameter);
        parameter.text = "second";
        assertThat(parameter.shown).hasValue(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("first").doesNotContain("second");
    }

    @Test
    void aFaultIsToldOnStandardErrorWhenTheQueueIsFull() {
        for (int i = 0; i < 2 * LogQueue.MAX_ENTRIES; i++) {
            log(Level.INFO, "flood");
        }
        log(Level.SEVERE, "important");
        assertThat(err.toString(StandardCharsets.UTF_8)).contains(" ERROR test important");
    }

    private void log(Level level, Object parameter) {
        LogRecord entry = new LogRecord(level, "{0}");
        entry.setLoggerName("test");
        entry.setParameters(new Object[] {parameter});
        logs.publish(entry);
    }
}
