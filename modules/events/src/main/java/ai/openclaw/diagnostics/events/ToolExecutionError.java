package ai.openclaw.diagnostics.events;

import org.jspecify.annotations.Nullable;

/**
 * A tool execution failed.
 *
 * @param errorCategory the class of the failure
 * @param paramsKind the JSON type of the parameters, in JSON {@code paramsSummary.kind}
 * @param toolName the tool's name
 * @param durationMs the duration in milliseconds, {@code NaN} if unknown
 * @param toolOwner the plugin or server that owns the tool
 * @param toolSource where the tool comes from: channel, core, mcp or plugin
 * @param ts when it happened, in milliseconds since 1970, {@code NaN} if unknown
 * @param trace the span that the event belongs to, for an exporter of spans alone
 */
public record ToolExecutionError(
        @Nullable String errorCategory,
        @Nullable String paramsKind,
        @Nullable String toolName,
        double durationMs,
        @Nullable String toolOwner,
        @Nullable String toolSource,
        double ts,
        @Nullable TraceContext trace)
        implements DiagnosticEvent {

    /** The type {@code tool.execution.error}. */
    public static final EventType<ToolExecutionError> TYPE =
            EventType.of("tool.execution.error", ToolExecutionError.class, ToolExecutionError::new);

    ToolExecutionError(FieldReader fields) {
        this(
                fields.text("errorCategory"),
                fields.object("paramsSummary", summary -> summary.text("kind")),
                fields.text("toolName"),
                fields.number("durationMs"),
                fields.text("toolOwner"),
                fields.text("toolSource"),
                fields.number("ts"),
                fields.object("trace", TraceContext::read));
    }

    /** Returns a builder of an event of which nothing is known yet. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public EventType<ToolExecutionError> type() {
        return TYPE;
    }

    /** Builds the event. */
    public static final class Builder extends EventBuilder<ToolExecutionError, Builder> {
        private @Nullable String errorCategory;
        private @Nullable String paramsKind;
        private @Nullable String toolName;
        private double durationMs = Double.NaN;
        private @Nullable String toolOwner;
        private @Nullable String toolSource;

        private Builder() {}

        /** The class of the failure. */
        public Builder errorCategory(@Nullable String value) {
            errorCategory = value;
            return this;
        }

        /** The JSON type of the parameters, in JSON {@code paramsSummary.kind}. */
        public Builder paramsKind(@Nullable String value) {
            paramsKind = value;
            return this;
        }

        /** The tool's name. */
        public Builder toolName(@Nullable String value) {
            toolName = value;
            return this;
        }

        /** The duration in milliseconds. */
        public Builder durationMs(double value) {
            durationMs = value;
            return this;
        }

        /** The plugin or server that owns the tool. */
        public Builder toolOwner(@Nullable String value) {
            toolOwner = value;
            return this;
        }

        /** Where the tool comes from: channel, core, mcp or plugin. */
        public Builder toolSource(@Nullable String value) {
            toolSource = value;
            return this;
        }

        @Override
        public ToolExecutionError build() {
            return new ToolExecutionError(
                    errorCategory, paramsKind, toolName, durationMs, toolOwner, toolSource, ts, trace);
        }

        @Override
        Builder self() {
            return this;
        }
    }
}
