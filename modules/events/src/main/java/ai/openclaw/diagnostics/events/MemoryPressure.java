package ai.openclaw.diagnostics.events;

import org.jspecify.annotations.Nullable;

/**
 * The Gateway found itself short of memory.
 *
 * @param level how grave
 * @param reason why, if a reason was given
 */
public record MemoryPressure(
        @Nullable String level, @Nullable String reason) implements DiagnosticEvent {

    @Override
    public EventType type() {
        return EventType.MEMORY_PRESSURE;
    }
}
