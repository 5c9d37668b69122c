package ai.openclaw.diagnostics.logging;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever part of the process logs, and however it does: it comes out in the one format. */
class LogsTest {

    private static final String NAME = "ai.openclaw.diagnostics.logging.LogsTest.logger";

    private final Logger logger = Logger.getLogger(NAME);
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Logs logs = new Logs(LogFormat.JSON, new PrintStream(out, false, StandardCharsets.US_ASCII));

    @BeforeEach
    void listen() {
        logger.setUseParentHandlers(false);
        logger.addHandler(logs);
    }

    @AfterEach
    void stop() {
        logger.removeHandler(logs);
    }

    @Test
    void systemLoggersWriteThroughIt() {
        System.getLogger(NAME).log(System.Logger.Level.WARNING, "from {0}", "System.Logger");
        logger.warning("from java.util.logging");
        assertThat(entries())
                .extracting(entry -> entry.getString("level") + " " + entry.getString("message"))
                .containsExactly("WARNING from System.Logger", "WARNING from java.util.logging");
        assertThat(entries()).allMatch(entry -> entry.getString("logger").equals(NAME));
    }

    @Test
    void entriesOfManyThreadsAreWhole() throws InterruptedException {
        String text = "😀 \n".repeat(500);
        List<Thread> threads = IntStream.range(0, 8)
                .mapToObj(thread ->
                        new Thread(() -> IntStream.range(0, 100).forEach(i -> logger.info(thread + " " + i + text))))
                .toList();
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(entries())
                .hasSize(800)
                .allMatch(entry -> entry.getString("message").endsWith(text));
    }

    @Test
    void aFaultThatRepeatsIsWrittenOnce() {
        IntStream.range(0, 1_000).forEach(i -> logger.log(Level.SEVERE, "It failed.", new Exception("number " + i)));
        assertThat(entries()).hasSize(1);
    }

    @Test
    void aRecordWithoutNameOrTextIsWrittenAllTheSame() {
        logs.publish(new LogRecord(Level.INFO, null));
        assertThat(entries())
                .singleElement()
                .satisfies(entry -> assertThat(entry.getString("message")).isEqualTo("null"));
    }

    private List<JsonObject> entries() {
        Stream<String> lines = out.toString(StandardCharsets.US_ASCII).lines();
        return lines.map(JsonObject::new).toList();
    }
}
