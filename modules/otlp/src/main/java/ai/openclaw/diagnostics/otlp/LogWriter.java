package ai.openclaw.diagnostics.otlp;

import java.util.List;
import java.util.Map;
import java.util.logging.Level;

/** Encodes log entries as an {@code ExportLogsServiceRequest}. For one thread at a time. */
final class LogWriter {

    // opentelemetry/proto/logs/v1/logs.proto
    private static final int RESOURCE_LOGS = 1;
    private static final int RESOURCE = 1;
    private static final int SCOPE_LOGS = 2;
    private static final int SCOPE = 1;
    private static final int SCOPE_NAME = 1;
    private static final int LOG_RECORDS = 2;
    private static final int TIME = 1;
    private static final int SEVERITY_NUMBER = 2;
    private static final int SEVERITY_TEXT = 3;
    private static final int BODY = 5;
    private static final int STRING_VALUE = 1;
    private static final int ATTRIBUTES = 6;
    private static final int OBSERVED_TIME = 11;

    private final ProtoWriter out = new ProtoWriter(16 << 10);
    private final Map<String, String> resource;

    LogWriter(Map<String, String> resource) {
        this.resource = resource;
    }

    /** Encodes entries; the result is valid until the next call. */
    ProtoWriter write(List<LogEntries.Entry> entries) {
        out.clear();
        int all = out.begin(RESOURCE_LOGS);
        Attributes.resource(out, RESOURCE, resource);
        int scoped = out.begin(SCOPE_LOGS);
        int scope = out.begin(SCOPE);
        out.text(SCOPE_NAME, "openclaw");
        out.end(scope);
        entries.forEach(this::entry);
        out.end(scoped);
        out.end(all);
        return out;
    }

    private void entry(LogEntries.Entry entry) {
        int record = out.begin(LOG_RECORDS);
        out.fixed64(TIME, entry.epochNanos());
        out.int64(SEVERITY_NUMBER, severity(entry.level()));
        out.text(SEVERITY_TEXT, name(entry.level()));
        int body = out.begin(BODY);
        out.text(STRING_VALUE, entry.message());
        out.end(body);
        Attributes.text(out, ATTRIBUTES, "openclaw.logger", entry.logger());
        if (!entry.thrown().isEmpty()) {
            Attributes.text(out, ATTRIBUTES, "exception.type", entry.thrown());
        }
        out.fixed64(OBSERVED_TIME, entry.epochNanos());
        out.end(record);
    }

    private static int severity(int level) {
        if (level >= Level.SEVERE.intValue()) {
            return 17;
        }
        if (level >= Level.WARNING.intValue()) {
            return 13;
        }
        if (level >= Level.INFO.intValue()) {
            return 9;
        }
        return level >= Level.FINE.intValue() ? 5 : 1;
    }

    private static String name(int level) {
        return switch (severity(level)) {
            case 17 -> "ERROR";
            case 13 -> "WARN";
            case 9 -> "INFO";
            case 5 -> "DEBUG";
            default -> "TRACE";
        };
    }
}
