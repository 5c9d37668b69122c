package ai.openclaw.diagnostics.events;

import org.jspecify.annotations.Nullable;

/**
 * The Gateway measured its memory.
 *
 * @param memory the figures, required; null only where a publisher left them out
 * @param ts when it happened, in milliseconds since 1970, {@code NaN} if unknown
 * @param trace the span that the event belongs to, for an exporter of spans alone
 */
public record MemorySample(
        @Nullable MemoryUsage memory, double ts, @Nullable TraceContext trace) implements DiagnosticEvent {

    /** The type {@code diagnostic.memory.sample}. */
    public static final EventType<MemorySample> TYPE =
            EventType.of("diagnostic.memory.sample", MemorySample.class, MemorySample::new);

    MemorySample(FieldReader fields) {
        this(
                fields.required("memory", MemoryUsage::new),
                fields.number("ts"),
                fields.object("trace", TraceContext::read));
    }

    /** Returns a builder of an event of which nothing is known yet. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public EventType<MemorySample> type() {
        return TYPE;
    }

    /** Builds the event. */
    public static final class Builder extends EventBuilder<MemorySample, Builder> {
        private @Nullable MemoryUsage memory;

        private Builder() {}

        /** The figures, required. */
        public Builder memory(@Nullable MemoryUsage value) {
            memory = value;
            return this;
        }

        @Override
        public MemorySample build() {
            return new MemorySample(memory, ts, trace);
        }

        @Override
        Builder self() {
            return this;
        }
    }
}
