package ai.openclaw.diagnostics.events;

import org.jspecify.annotations.Nullable;

/**
 * The Gateway measured its memory.
 *
 * @param memory the figures; null only where a publisher left them out
 */
public record MemorySample(@Nullable MemoryUsage memory) implements DiagnosticEvent {

    @Override
    public EventType type() {
        return EventType.MEMORY_SAMPLE;
    }
}
