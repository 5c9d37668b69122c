package ai.openclaw.diagnostics.events;

import org.jspecify.annotations.Nullable;

/**
 * A telemetry exporter started, failed or dropped something.
 *
 * @param exporter the exporter's id
 * @param reason why, if a reason was given
 * @param signal what it exports: traces, metrics or logs
 * @param status how it went
 */
public record TelemetryExporter(
        @Nullable String exporter,
        @Nullable String reason,
        @Nullable String signal,
        @Nullable String status) implements DiagnosticEvent {

    @Override
    public EventType type() {
        return EventType.TELEMETRY_EXPORTER;
    }
}
