package ai.openclaw.diagnostics.events;

import org.jspecify.annotations.Nullable;

/**
 * A tool execution failed.
 *
 * @param errorCategory the class of the failure
 * @param paramsKind the JSON type of the parameters, in JSON {@code paramsSummary.kind}
 * @param toolName the tool's name
 * @param durationMs the duration in milliseconds, {@code NaN} if unknown
 */
public record ToolExecutionError(
        @Nullable String errorCategory,
        @Nullable String paramsKind,
        @Nullable String toolName,
        double durationMs) implements DiagnosticEvent {

    @Override
    public EventType type() {
        return EventType.TOOL_EXECUTION_ERROR;
    }
}
