package ai.openclaw.diagnostics.events;

import org.jspecify.annotations.Nullable;

/**
 * The heap of one worker thread.
 *
 * @param script the script's file name
 * @param heapUsed heap in use in bytes, {@code NaN} if unknown
 * @param heapTotal heap reserved in bytes, {@code NaN} if unknown
 */
public record WorkerHeap(@Nullable String script, double heapUsed, double heapTotal) {

    WorkerHeap(FieldReader fields) {
        this(fields.text("script"), fields.number("heapUsed"), fields.number("heapTotal"));
    }

    /** Returns a builder of a heap of which nothing is known yet. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds the heap: what is not set stays unknown. For one thread. */
    public static final class Builder {
        private @Nullable String script;
        private double heapUsed = Double.NaN;
        private double heapTotal = Double.NaN;

        private Builder() {}

        /** The script's file name. */
        public Builder script(@Nullable String value) {
            script = value;
            return this;
        }

        /** Heap in use in bytes. */
        public Builder heapUsed(double value) {
            heapUsed = value;
            return this;
        }

        /** Heap reserved in bytes. */
        public Builder heapTotal(double value) {
            heapTotal = value;
            return this;
        }

        /** Returns the heap. */
        public WorkerHeap build() {
            return new WorkerHeap(script, heapUsed, heapTotal);
        }
    }
}
