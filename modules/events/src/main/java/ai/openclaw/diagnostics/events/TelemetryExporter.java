package ai.openclaw.diagnostics.events;

import org.jspecify.annotations.Nullable;

/**
 * A telemetry exporter started, failed or dropped something.
 *
 * @param exporter the exporter's id
 * @param reason why, if a reason was given
 * @param signal what it exports: traces, metrics or logs
 * @param status how it went
 * @param ts when it happened, in milliseconds since 1970, {@code NaN} if unknown
 * @param trace the span that the event belongs to, for an exporter of spans alone
 */
public record TelemetryExporter(
        @Nullable String exporter,
        @Nullable String reason,
        @Nullable String signal,
        @Nullable String status,
        double ts,
        @Nullable TraceContext trace)
        implements DiagnosticEvent {

    /** The type {@code telemetry.exporter}. */
    public static final EventType<TelemetryExporter> TYPE =
            EventType.of("telemetry.exporter", TelemetryExporter.class, TelemetryExporter::new);

    TelemetryExporter(FieldReader fields) {
        this(
                fields.text("exporter"),
                fields.text("reason"),
                fields.text("signal"),
                fields.text("status"),
                fields.number("ts"),
                fields.object("trace", TraceContext::read));
    }

    /** Returns a builder of an event of which nothing is known yet. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public EventType<TelemetryExporter> type() {
        return TYPE;
    }

    /** Builds the event. */
    public static final class Builder extends EventBuilder<TelemetryExporter, Builder> {
        private @Nullable String exporter;
        private @Nullable String reason;
        private @Nullable String signal;
        private @Nullable String status;

        private Builder() {}

        /** The exporter's id. */
        public Builder exporter(@Nullable String value) {
            exporter = value;
            return this;
        }

        /** Why, if a reason was given. */
        public Builder reason(@Nullable String value) {
            reason = value;
            return this;
        }

        /** What it exports: traces, metrics or logs. */
        public Builder signal(@Nullable String value) {
            signal = value;
            return this;
        }

        /** How it went. */
        public Builder status(@Nullable String value) {
            status = value;
            return this;
        }

        @Override
        public TelemetryExporter build() {
            return new TelemetryExporter(exporter, reason, signal, status, ts, trace);
        }

        @Override
        Builder self() {
            return this;
        }
    }
}
