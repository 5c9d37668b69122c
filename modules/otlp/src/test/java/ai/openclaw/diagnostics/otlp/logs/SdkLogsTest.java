package ai.openclaw.diagnostics.otlp.logs;

import static org.assertj.core.api.Assertions.assertThat;

import ai.openclaw.diagnostics.otlp.wire.Messages;
import ai.openclaw.diagnostics.otlp.wire.ProtoWriter;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.logs.LogRecordBuilder;
import io.opentelemetry.api.logs.Logger;
import io.opentelemetry.api.logs.Severity;
import io.opentelemetry.exporter.internal.otlp.logs.LogsRequestMarshaler;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.sdk.logs.SdkLoggerProvider;
import io.opentelemetry.sdk.logs.data.LogRecordData;
import io.opentelemetry.sdk.resources.Resource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What OpenTelemetry's exporter sends of log records is what is sent here, but for the order of fields. */
class SdkLogsTest {

    private static final long NOW = 1_800_000_000_000_000_000L;

    @Test
    void theSdkSendsTheSameEntries() throws IOException {
        List<LogRecordData> theirs = new ArrayList<>();
        try (SdkLoggerProvider provider = SdkLoggerProvider.builder()
                .setResource(Resource.create(
                        Attributes.builder().put("service.name", "openclaw").build()))
                .addLogRecordProcessor((context, record) -> theirs.add(record.toLogRecordData()))
                .build()) {
            Logger logger = provider.get("openclaw");
            record(logger, Severity.WARN, "Ünicode \uD83D\uDE80").emit();
            record(logger, Severity.ERROR, "Failed")
                    .setAttribute(AttributeKey.stringKey("exception.type"), "java.io.IOException")
                    .emit();
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        LogsRequestMarshaler.create(theirs).writeBinaryTo(bytes);
        ExportLogsServiceRequest expected = ExportLogsServiceRequest.parseFrom(bytes.toByteArray());

        ProtoWriter out = new LogWriter(Map.of("service.name", "openclaw"))
                .write(List.of(
                        new QueuedLogEntry(NOW, 900, "a.Logger", "Ünicode \uD83D\uDE80", ""),
                        new QueuedLogEntry(NOW, 1000, "a.Logger", "Failed", "java.io.IOException")));
        ExportLogsServiceRequest ours = ExportLogsServiceRequest.parseFrom(Messages.bytes(out));
        assertThat(Messages.sorted(ours)).isEqualTo(Messages.sorted(expected));
        assertThat(out.length()).isEqualTo(bytes.size());
    }

    private static LogRecordBuilder record(Logger logger, Severity severity, String body) {
        return logger.logRecordBuilder()
                .setTimestamp(NOW, TimeUnit.NANOSECONDS)
                .setObservedTimestamp(NOW, TimeUnit.NANOSECONDS)
                .setSeverity(severity)
                .setSeverityText(severity.name())
                .setBody(body)
                .setAttribute(AttributeKey.stringKey("openclaw.logger"), "a.Logger");
    }
}
