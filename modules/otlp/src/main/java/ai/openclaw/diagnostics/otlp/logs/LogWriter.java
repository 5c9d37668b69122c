package ai.openclaw.diagnostics.otlp.logs;

import ai.openclaw.diagnostics.otlp.wire.Attributes;
import ai.openclaw.diagnostics.otlp.wire.Envelope;
import ai.openclaw.diagnostics.otlp.wire.ProtoWriter;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;

/** Encodes log entries as an {@code ExportLogsServiceRequest}. For one thread at a time. */
public final class LogWriter {

    // opentelemetry/proto/logs/v1/logs.proto
    private static final int LOG_RECORDS = 2;
    private static final int TIME = 1;
    private static final int SEVERITY_NUMBER = 2;
    private static final int SEVERITY_TEXT = 3;
    private static final int BODY = 5;
    private static final int ATTRIBUTES = 6;
    private static final int OBSERVED_TIME = 11;

    private final ProtoWriter out = new ProtoWriter(16 << 10);
    private final Envelope envelope;

    /** How OpenTelemetry calls a level. */
    private record Severity(int number, String text) {

        static Severity of(int level) {
            if (level >= Level.SEVERE.intValue()) {
                return new Severity(17, "ERROR");
            }
            if (level >= Level.WARNING.intValue()) {
                return new Severity(13, "WARN");
            }
            if (level >= Level.INFO.intValue()) {
                return new Severity(9, "INFO");
            }
            return level >= Level.FINE.intValue() ? new Severity(5, "DEBUG") : new Severity(1, "TRACE");
        }
    }

    /** @param resource the attributes that everything that is sent has in common */
    public LogWriter(Map<String, String> resource) {
        this.envelope = new Envelope(resource);
    }

    /** Encodes entries; the result is valid until the next call, and empty for no entries. */
    public ProtoWriter write(List<QueuedLogEntry> entries) {
        if (entries.isEmpty()) {
            out.clear(0);
            return out;
        }
        envelope.begin(out);
        entries.forEach(this::entry);
        envelope.end(out);
        return out;
    }

    private void entry(QueuedLogEntry entry) {
        Severity severity = Severity.of(entry.level());
        int record = out.begin(LOG_RECORDS);
        out.fixed64(TIME, entry.epochNanos());
        out.int64(SEVERITY_NUMBER, severity.number());
        out.text(SEVERITY_TEXT, severity.text());
        Attributes.anyText(out, BODY, entry.message());
        Attributes.text(out, ATTRIBUTES, "openclaw.logger", entry.logger());
        if (!entry.thrown().isEmpty()) {
            Attributes.text(out, ATTRIBUTES, "exception.type", entry.thrown());
        }
        out.fixed64(OBSERVED_TIME, entry.epochNanos());
        out.end(record);
    }
}
