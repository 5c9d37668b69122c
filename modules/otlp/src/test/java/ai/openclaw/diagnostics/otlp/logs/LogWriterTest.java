package ai.openclaw.diagnostics.otlp.logs;

import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.otlp.queue.BoundedQueue;
import ai.openclaw.diagnostics.otlp.wire.Messages;
import ai.openclaw.diagnostics.otlp.wire.ProtoWriter;
import com.google.protobuf.InvalidProtocolBufferException;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.logs.v1.SeverityNumber;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Log entries as OpenTelemetry's own classes read them. */
@SuppressWarnings("try") // a resource that is only closed
class LogWriterTest {

    private final BoundedQueue<QueuedLogEntry> queue = new BoundedQueue<>(8);
    private final Logger logger = Logger.getLogger("ai.openclaw.diagnostics.otlp.test");

    private static List<LogRecord> parsed(List<QueuedLogEntry> entries) throws InvalidProtocolBufferException {
        ProtoWriter out = new LogWriter(Map.of("service.name", "openclaw")).write(entries);
        ExportLogsServiceRequest request = ExportLogsServiceRequest.parseFrom(Messages.bytes(out));
        Messages.assertUnderstood(request, out);
        return request.getResourceLogs(0).getScopeLogs(0).getLogRecordsList();
    }

    private static Map<String, String> attributes(LogRecord entry) {
        return entry.getAttributesList().stream()
                .collect(Collectors.toMap(KeyValue::getKey, it -> it.getValue().getStringValue()));
    }

    @Test
    void anEntryHasItsMessageAndOfAnExceptionOnlyTheClass() throws Exception {
        try (Closing entries = new Closing(LogEntries.open(queue))) {
            logger.log(Level.WARNING, "Failed: {0}", "this");
            logger.log(Level.SEVERE, "Thrown", new IllegalStateException("sk-CANARY"));
            Logger.getLogger("com.example").warning("of another library");
        }
        logger.warning("after the end");
        List<LogRecord> sent = parsed(queue.take(8));
        assertThat(sent).extracting(it -> it.getBody().getStringValue()).containsExactly("Failed: this", "Thrown");
        assertThat(attributes(sent.get(0))).containsOnly(Map.entry("openclaw.logger", logger.getName()));
        assertThat(attributes(sent.get(1))).containsEntry("exception.type", "java.lang.IllegalStateException");
        assertThat(sent.toString()).doesNotContain("CANARY");
        assertThat(sent.get(0).getTimeUnixNano())
                .isPositive()
                .isEqualTo(sent.get(0).getObservedTimeUnixNano());
    }

    private record Closing(LogEntries entries) implements AutoCloseable {
        @Override
        public void close() {
            entries.close();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1000, ERROR, SEVERITY_NUMBER_ERROR",
        "900, WARN, SEVERITY_NUMBER_WARN",
        "800, INFO, SEVERITY_NUMBER_INFO",
        "500, DEBUG, SEVERITY_NUMBER_DEBUG",
        "400, TRACE, SEVERITY_NUMBER_TRACE",
    })
    void aLevelIsASeverity(int level, String text, SeverityNumber number) throws Exception {
        LogRecord sent = parsed(List.of(new QueuedLogEntry(1, level, "logger", "message", "")))
                .get(0);
        assertThat(sent.getSeverityText()).isEqualTo(text);
        assertThat(sent.getSeverityNumber()).isEqualTo(number);
    }

    @Test
    void aLongMessageIsCut() {
        try (Closing entries = new Closing(LogEntries.open(queue))) {
            logger.info("x".repeat(1 << 20));
        }
        assertThat(queue.take(1).get(0).message()).hasSize(4_096);
    }

    @Test
    void noEntriesAreAnEmptyMessage() {
        assertThat(new LogWriter(Map.of()).write(List.of()).length()).isZero();
    }
}
