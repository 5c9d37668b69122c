package ai.openclaw.diagnostics.events;

import org.jspecify.annotations.Nullable;

/**
 * A tool was not allowed to run.
 *
 * @param deniedReason the class of the denial
 * @param paramsKind the JSON type of the parameters, in JSON {@code paramsSummary.kind}
 * @param toolName the tool's name
 * @param toolOwner the plugin or server that owns the tool
 * @param toolSource where the tool comes from: channel, core, mcp or plugin
 * @param ts when it happened, in milliseconds since 1970, {@code NaN} if unknown
 * @param trace the span that the event belongs to, for an exporter of spans alone
 */
public record ToolExecutionBlocked(
        @Nullable String deniedReason,
        @Nullable String paramsKind,
        @Nullable String toolName,
        @Nullable String toolOwner,
        @Nullable String toolSource,
        double ts,
        @Nullable TraceContext trace)
        implements DiagnosticEvent {

    /** The type {@code tool.execution.blocked}. */
    public static final EventType<ToolExecutionBlocked> TYPE =
            EventType.of("tool.execution.blocked", ToolExecutionBlocked.class, ToolExecutionBlocked::new);

    ToolExecutionBlocked(FieldReader fields) {
        this(
                fields.text("deniedReason"),
                fields.object("paramsSummary", summary -> summary.text("kind")),
                fields.text("toolName"),
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
    public EventType<ToolExecutionBlocked> type() {
        return TYPE;
    }

    /** Builds the event. */
    public static final class Builder extends EventBuilder<ToolExecutionBlocked, Builder> {
        private @Nullable String deniedReason;
        private @Nullable String paramsKind;
        private @Nullable String toolName;
        private @Nullable String toolOwner;
        private @Nullable String toolSource;

        private Builder() {}

        /** The class of the denial. */
        public Builder deniedReason(@Nullable String value) {
            deniedReason = value;
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
        public ToolExecutionBlocked build() {
            return new ToolExecutionBlocked(deniedReason, paramsKind, toolName, toolOwner, toolSource, ts, trace);
        }

        @Override
        Builder self() {
            return this;
        }
    }
}
